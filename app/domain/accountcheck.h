// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/secretproblem.h"

#include <QString>

#include <optional>

namespace hangup {

/// What a test of an account's credentials found. Words: words::checkSentence().
struct CheckVerdict
{
    enum class Kind : quint8 {
        Fine, ///< Plivo answered a GET with these credentials as Plivo does
        WrongCredentials, ///< 401
        NotPermitted, ///< 403, for the live calls too
        NotFound, ///< 404 from Plivo: no such account
        NotPlivo, ///< an answer that is not Plivo's: a captive portal, a proxy's page, another server
        RateLimited, ///< 429
        ServerTrouble, ///< 5xx
        HostNotFound, ///< DNS
        ConnectionRefused,
        Certificate, ///< TLS or certificate
        Proxy, ///< the proxy could not be used
        ProxyLogin, ///< the proxy asks for a login
        NoAnswer, ///< silence, the deadline, or a connection that was cut
        NoToken, ///< there is no token to test with
        Cancelled,
    };
    Kind kind = Kind::Cancelled;
    /// With NoToken: why the account's own could not be had.
    std::optional<SecretProblem> problem {};
    int httpStatus = 0; ///< 0: none
    QString message {}; ///< the server's own words, cleaned and without secrets; plain text
};

} // namespace hangup

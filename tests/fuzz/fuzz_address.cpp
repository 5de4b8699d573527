// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "fuzz.h"

#include "plivo/callrequest.h"

#include <QHostAddress>

using namespace hangup;

// An address that is taken is scheme, host and port, https or a literal loopback; and a request to it passes the gate.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto parsed = ApiAddress::parse(QString::fromUtf8(fuzzBytes(data, size)));
    if (const auto *address = std::get_if<ApiAddress>(&parsed)) {
        const QUrl url = address->url();
        FUZZ_HOLDS(url.isValid() && !url.host().isEmpty());
        FUZZ_HOLDS(url.userInfo().isEmpty() && !url.hasQuery() && !url.hasFragment());
        FUZZ_HOLDS(url.path().isEmpty());
        FUZZ_HOLDS(url.scheme() == u"https" || url.scheme() == u"http");
        if (url.scheme() == u"http")
            FUZZ_HOLDS(QHostAddress(url.host()).isLoopback()); // a literal: no name is asked for
        const AuthId auth = *AuthId::parse(u"MATESTTESTTESTTEST00");
        const CallRequest request(*address, auth, *CallId::parse(u"defb0706-1111-4222-8333-0242ac110002"));
        FUZZ_HOLDS(CallRequest::mayLeave(request.url(), *address, auth));
        FUZZ_HOLDS(request.url().host() == url.host());
    }
    return 0;
}

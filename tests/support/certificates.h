// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "support/fakeserver.h"

#include <QString>
#include <QTemporaryDir>

#include <memory>

namespace hangup::test {

/// Certificates for tests, made by the `openssl` command in a temporary folder of this process: nothing secret is kept
/// in the sources, and none of them can expire there.
class Certificates
{
public:
    /// Made at the first call and kept until the process ends; takes about 0.2 s.
    static const Certificates &make();

    /// Empty when all went well; else a sentence for QSKIP: no openssl command, …
    QString error() const { return m_error; }
    /// The authority a client must trust.
    QSslCertificate authority() const { return m_authority; }
    /// Signed by the authority for 127.0.0.1, localhost and api.plivo.com.
    TlsIdentity good() const { return m_good; }
    TlsIdentity selfSigned() const { return m_selfSigned; }
    /// As good(), but over since yesterday.
    TlsIdentity expired() const { return m_expired; }
    /// As good(), but for wrong.example.
    TlsIdentity wrongHost() const { return m_wrongHost; }
    /// Folder with authority.pem, good.pem, good.key and the others, for programs.
    QString folder() const { return m_folder->path(); }

private:
    Certificates();
    bool run(const QStringList &arguments);
    bool makeSigned(const QString &name, const QString &names, bool expired);
    void write(const QString &file, const QByteArray &bytes);
    TlsIdentity read(const QString &name) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_error;
    QSslCertificate m_authority;
    TlsIdentity m_good;
    TlsIdentity m_selfSigned;
    TlsIdentity m_expired;
    TlsIdentity m_wrongHost;
};

} // namespace hangup::test

// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "support/certificates.h"

#include <QDateTime>
#include <QFile>
#include <QProcess>

using namespace Qt::StringLiterals;

namespace hangup::test {

namespace {

// `openssl ca` is the only command of OpenSSL 3.0 that takes both ends of the validity.
constexpr auto CaConfig = R"([ca]
default_ca = here
[here]
dir = .
new_certs_dir = .
database = index
serial = serial
default_md = sha256
policy = any
unique_subject = no
certificate = authority.pem
private_key = authority.key
[any]
commonName = supplied
[req]
distinguished_name = name
[name]
[authority]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
)";

const QString NewKey = u"ec:ec.pem"_s;

} // namespace

const Certificates &Certificates::make()
{
    static const Certificates certificates;
    return certificates;
}

Certificates::Certificates() : m_folder(std::make_unique<QTemporaryDir>())
{
    write(u"ca.conf"_s, CaConfig);
    write(u"index"_s, {});
    write(u"serial"_s, "1000\n");
    const QString goodNames = u"IP:127.0.0.1,DNS:localhost,DNS:api.plivo.com"_s;
    const bool made = run({ u"ecparam"_s, u"-name"_s, u"prime256v1"_s, u"-out"_s, u"ec.pem"_s })
        && run({ u"req"_s, u"-x509"_s, u"-newkey"_s, NewKey, u"-nodes"_s, u"-config"_s, u"ca.conf"_s, u"-extensions"_s,
                 u"authority"_s, u"-subj"_s, u"/CN=Hangup test authority"_s, u"-days"_s, u"30"_s, u"-keyout"_s,
                 u"authority.key"_s, u"-out"_s, u"authority.pem"_s })
        && run({ u"req"_s, u"-x509"_s, u"-newkey"_s, NewKey, u"-nodes"_s, u"-config"_s, u"ca.conf"_s, u"-addext"_s,
                 u"subjectAltName=IP:127.0.0.1"_s, u"-subj"_s, u"/CN=127.0.0.1"_s, u"-days"_s, u"30"_s, u"-keyout"_s,
                 u"selfsigned.key"_s, u"-out"_s, u"selfsigned.pem"_s })
        && makeSigned(u"good"_s, goodNames, false) && makeSigned(u"expired"_s, goodNames, true)
        && makeSigned(u"wronghost"_s, u"DNS:wrong.example"_s, false);
    if (!made)
        return;
    m_authority = QSslCertificate::fromPath(m_folder->filePath(u"authority.pem"_s)).value(0);
    m_good = read(u"good"_s);
    m_selfSigned = read(u"selfsigned"_s);
    m_expired = read(u"expired"_s);
    m_wrongHost = read(u"wronghost"_s);
}

bool Certificates::run(const QStringList &arguments)
{
    QProcess openssl;
    openssl.setWorkingDirectory(m_folder->path());
    openssl.start(u"openssl"_s, arguments);
    if (!openssl.waitForFinished(20'000) || openssl.exitStatus() != QProcess::NormalExit || openssl.exitCode() != 0) {
        m_error = u"the openssl command failed (%1): %2"_s.arg(arguments.first(), openssl.errorString())
            + QString::fromLocal8Bit(openssl.readAllStandardError());
        return false;
    }
    return true;
}

bool Certificates::makeSigned(const QString &name, const QString &names, bool expired)
{
    write(name + u".ext"_s,
          "subjectAltName = " + names.toLatin1() + "\nbasicConstraints = CA:FALSE\nextendedKeyUsage = serverAuth\n");
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto asn1 = [](const QDateTime &time) { return time.toString(u"yyyyMMddHHmmss'Z'"_s); };
    return run({ u"req"_s, u"-newkey"_s, NewKey, u"-nodes"_s, u"-config"_s, u"ca.conf"_s, u"-subj"_s,
                 u"/CN=%1"_s.arg(name), u"-keyout"_s, name + u".key"_s, u"-out"_s, name + u".csr"_s })
        && run({ u"ca"_s, u"-batch"_s, u"-notext"_s, u"-config"_s, u"ca.conf"_s, u"-extfile"_s, name + u".ext"_s,
                 u"-startdate"_s, asn1(now.addDays(-20)), u"-enddate"_s, asn1(now.addDays(expired ? -1 : 20)), u"-in"_s,
                 name + u".csr"_s, u"-out"_s, name + u".pem"_s });
}

void Certificates::write(const QString &file, const QByteArray &bytes)
{
    QFile out(m_folder->filePath(file));
    if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size())
        m_error = out.errorString();
}

TlsIdentity Certificates::read(const QString &name) const
{
    QFile key(m_folder->filePath(name + u".key"_s));
    if (!key.open(QIODevice::ReadOnly))
        return {};
    return { QSslCertificate::fromPath(m_folder->filePath(name + u".pem"_s)), QSslKey(key.readAll(), QSsl::Ec) };
}

} // namespace hangup::test

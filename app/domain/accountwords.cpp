// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "domain/accountwords.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace hangup::words {

namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("hangup", source);
}

/// A sentence with the status behind what it says, when there was one.
QString withStatus(const char *plain, const char *numbered, int httpStatus)
{
    return httpStatus == 0 ? text(plain) : text(numbered).arg(httpStatus);
}

} // namespace

QString accountNameError(AccountNameError error)
{
    switch (error) {
    case AccountNameError::Empty:
        return text(QT_TRANSLATE_NOOP("hangup", "Enter a name."));
    case AccountNameError::TooLong:
        return text(QT_TRANSLATE_NOOP("hangup", "A name has at most %1 characters.")).arg(MaxAccountName);
    case AccountNameError::Unprintable:
        return text(QT_TRANSLATE_NOOP("hangup", "A name can't have line breaks or invisible characters."));
    case AccountNameError::Reserved:
        return text(QT_TRANSLATE_NOOP("hangup", "Hangup uses this name itself. Choose another."));
    case AccountNameError::Taken:
        return text(QT_TRANSLATE_NOOP("hangup", "Another account has this name."));
    }
    return {};
}

QString authIdError()
{
    return text(
        QT_TRANSLATE_NOOP("hangup", "An auth ID has 20 characters: MA or SA, then capital letters and digits."));
}

QString tokenError()
{
    return text(QT_TRANSLATE_NOOP("hangup", "An auth token has no blanks and no letters beyond plain ASCII."));
}

QString unusualToken()
{
    return text(QT_TRANSLATE_NOOP("hangup",
                                  "The auth token has not the usual 40 characters. Is it copied in full? It can be "
                                  "used all the same."));
}

QString tokenPlace(TokenPlace place)
{
    switch (place) {
    case TokenPlace::Keychain:
        return text(QT_TRANSLATE_NOOP("hangup", "In the system keychain"));
    case TokenPlace::Session:
        return text(QT_TRANSLATE_NOOP("hangup", "For this session only"));
    }
    return {};
}

QString tokenPlaceSentence(TokenPlace place)
{
    switch (place) {
    case TokenPlace::Keychain:
        return text(QT_TRANSLATE_NOOP("hangup",
                                      "Kept encrypted by the system; Hangup asks it for the token when the account is "
                                      "used."));
    case TokenPlace::Session:
        return text(QT_TRANSLATE_NOOP("hangup",
                                      "Kept in memory until Hangup is closed, and never written down; it has to be "
                                      "entered again after the next start."));
    }
    return {};
}

QString secretProblem(SecretProblem problem)
{
    switch (problem) {
    case SecretProblem::NotFound:
        return text(QT_TRANSLATE_NOOP("hangup", "The keychain is open, but has no such entry. Enter it again."));
    case SecretProblem::Locked:
        return text(
            QT_TRANSLATE_NOOP("hangup", "The keychain is locked. Unlock it and try again; nothing was changed."));
    case SecretProblem::NotFoundOrLocked:
        return text(QT_TRANSLATE_NOOP("hangup",
                                      "Nothing was found in the keychain, or it is locked. Unlock it and try again; "
                                      "nothing was changed."));
    case SecretProblem::NoKeychain:
        return text(QT_TRANSLATE_NOOP("hangup",
                                      "No keychain is running on this system. Start one, or keep it for this session "
                                      "only."));
    case SecretProblem::Denied:
        return text(QT_TRANSLATE_NOOP("hangup",
                                      "The keychain refused access. Allow it and try again; nothing was "
                                      "changed."));
    case SecretProblem::ForAnotherHost:
        return text(
            QT_TRANSLATE_NOOP("hangup",
                              "What is in the keychain was entered for another auth ID or API address, so it is "
                              "not used. Enter it again."));
    case SecretProblem::SessionOver:
        return text(QT_TRANSLATE_NOOP("hangup", "It was kept for one session, and that has ended. Enter it again."));
    case SecretProblem::Cancelled:
        return text(QT_TRANSLATE_NOOP("hangup", "Waiting for the keychain was cancelled; nothing was changed."));
    case SecretProblem::Failed:
        return text(QT_TRANSLATE_NOOP("hangup",
                                      "The keychain failed, or went away in the middle. Try again; nothing was "
                                      "changed."));
    case SecretProblem::ByPolicy:
        return text(QT_TRANSLATE_NOOP("hangup", "Your organisation does not allow it."));
    }
    return {};
}

QString checkSentence(const CheckVerdict &verdict)
{
    using Kind = CheckVerdict::Kind;
    switch (verdict.kind) {
    case Kind::Fine:
        return text(QT_TRANSLATE_NOOP("hangup", "Plivo accepted these credentials."));
    case Kind::WrongCredentials:
        return text(QT_TRANSLATE_NOOP("hangup", "Plivo rejected them (401): check the auth ID and the token."));
    case Kind::NotPermitted:
        return text(QT_TRANSLATE_NOOP("hangup",
                                      "Plivo knows them, but does not permit this account to see or end calls "
                                      "(403). Ask the owner of the account."));
    case Kind::NotFound:
        return text(QT_TRANSLATE_NOOP("hangup", "Plivo has no account with this auth ID (404). Check the auth ID."));
    case Kind::NotPlivo:
        return withStatus(QT_TRANSLATE_NOOP("hangup",
                                            "Something answered, but not as Plivo does: a network's login page, a "
                                            "proxy, or another server. Check the API address."),
                          QT_TRANSLATE_NOOP("hangup",
                                            "Something answered (%1), but not as Plivo does: a network's login page, a "
                                            "proxy, or another server. Check the API address."),
                          verdict.httpStatus);
    case Kind::ServerTrouble:
        return withStatus(
            QT_TRANSLATE_NOOP("hangup",
                              "The server has trouble at the moment; the credentials may be right. Try again later."),
            QT_TRANSLATE_NOOP(
                "hangup", "The server has trouble at the moment (%1); the credentials may be right. Try again later."),
            verdict.httpStatus);
    case Kind::RateLimited:
        return text(QT_TRANSLATE_NOOP("hangup",
                                      "Plivo asks to wait: this account has sent too many requests (429). Try "
                                      "again in a minute."));
    case Kind::HostNotFound:
        return text(QT_TRANSLATE_NOOP("hangup", "The host name was not found. Check the API address and the network."));
    case Kind::ConnectionRefused:
        return text(QT_TRANSLATE_NOOP("hangup", "The connection was refused. Check the API address and its port."));
    case Kind::Certificate:
        return text(QT_TRANSLATE_NOOP("hangup",
                                      "The server could not prove who it is (TLS certificate), so nothing was "
                                      "sent to it. Check the API address and the computer's clock."));
    case Kind::Proxy:
        return text(QT_TRANSLATE_NOOP("hangup", "The proxy could not be used. Check the system's proxy settings."));
    case Kind::ProxyLogin:
        return text(QT_TRANSLATE_NOOP("hangup",
                                      "The proxy asks for a user name and a password of its own. They are not "
                                      "those of Plivo."));
    case Kind::NoAnswer:
        return text(
            QT_TRANSLATE_NOOP("hangup", "There was no complete answer in time. Check the network and try again."));
    case Kind::NoToken:
        if (verdict.problem)
            return secretProblem(*verdict.problem);
        return text(QT_TRANSLATE_NOOP("hangup", "There is no auth token to test with. Enter it."));
    case Kind::Cancelled:
        return text(QT_TRANSLATE_NOOP("hangup", "The test was cancelled."));
    }
    return {};
}

} // namespace hangup::words

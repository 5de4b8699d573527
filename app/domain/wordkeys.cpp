// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "domain/words.h"

using namespace Qt::StringLiterals;

// The names for exports and scripts: part of the file formats, never translated.
namespace hangup::words {

QLatin1StringView outcomeKey(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Ended:
        return "ended"_L1;
    case Outcome::NotLive:
        return "not_live"_L1;
    case Outcome::NotLiveMaybeUs:
        return "not_live_maybe_us"_L1;
    case Outcome::Refused:
        return "refused"_L1;
    case Outcome::Unknown:
        return "unknown"_L1;
    case Outcome::NotSent:
        return "not_sent"_L1;
    }
    return {};
}

std::optional<Outcome> outcomeFromKey(QStringView key)
{
    for (const Outcome outcome : AllOutcomes) {
        if (key == outcomeKey(outcome))
            return outcome;
    }
    return std::nullopt;
}

QLatin1StringView reasonKey(Reason reason)
{
    switch (reason) {
    case Reason::None:
        return {};
    case Reason::Silence:
        return "silence"_L1;
    case Reason::TooLate:
        return "too_late"_L1;
    case Reason::ConnectionLost:
        return "connection_lost"_L1;
    case Reason::BrokenAnswer:
        return "broken_answer"_L1;
    case Reason::ServerTrouble:
        return "server_trouble"_L1;
    case Reason::Redirected:
        return "redirected"_L1;
    case Reason::OddStatus:
        return "odd_status"_L1;
    case Reason::NotFromPlivo:
        return "not_from_plivo"_L1;
    case Reason::Aborted:
        return "aborted"_L1;
    case Reason::ProgramEnded:
        return "program_ended"_L1;
    case Reason::HostNotFound:
        return "host_not_found"_L1;
    case Reason::ConnectionRefused:
        return "connection_refused"_L1;
    case Reason::CertificateRejected:
        return "certificate_rejected"_L1;
    case Reason::ProxyTrouble:
        return "proxy_trouble"_L1;
    case Reason::ProxyLoginNeeded:
        return "proxy_login_needed"_L1;
    case Reason::Stopped:
        return "stopped"_L1;
    case Reason::StoppedAfterLimit:
        return "stopped_after_limit"_L1;
    case Reason::CredentialsRejected:
        return "credentials_rejected"_L1;
    case Reason::NotPermitted:
        return "not_permitted"_L1;
    case Reason::ConnectionUnsafe:
        return "connection_unsafe"_L1;
    case Reason::NoToken:
        return "no_token"_L1;
    case Reason::JournalNotWritable:
        return "journal_not_writable"_L1;
    case Reason::UnderWayElsewhere:
        return "under_way_elsewhere"_L1;
    case Reason::OverAlready:
        return "over_already"_L1;
    case Reason::NumbersChanged:
        return "numbers_changed"_L1;
    case Reason::NumberProtected:
        return "number_protected"_L1;
    case Reason::NumbersUnread:
        return "numbers_unread"_L1;
    case Reason::CheckUnclear:
        return "check_unclear"_L1;
    case Reason::NeedsAnotherStep:
        return "needs_another_step"_L1;
    case Reason::DryRun:
        return "dry_run"_L1;
    case Reason::GateRefused:
        return "gate_refused"_L1;
    }
    return {};
}

QLatin1StringView proofKey(ProofState state)
{
    switch (state) {
    case ProofState::None:
        return "none"_L1;
    case ProofState::NotYet:
        return "not_yet"_L1;
    case ProofState::Proven:
        return "proven"_L1;
    case ProofState::EndedOtherwise:
        return "ended_otherwise"_L1;
    case ProofState::StillLive:
        return "still_live"_L1;
    case ProofState::Gone:
        return "gone"_L1;
    }
    return {};
}

std::optional<ProofState> proofFromKey(QStringView key)
{
    for (const ProofState state : AllProofStates) {
        if (key == proofKey(state))
            return state;
    }
    return std::nullopt;
}

QChar outcomeSymbol(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Ended:
        return u'✓';
    case Outcome::NotLive:
    case Outcome::NotLiveMaybeUs:
        return u'–';
    case Outcome::Refused:
        return u'✕';
    case Outcome::Unknown:
        return u'?';
    case Outcome::NotSent:
        return u'⊘';
    }
    return u'?';
}

QChar waitingSymbol()
{
    return u'…';
}

} // namespace hangup::words

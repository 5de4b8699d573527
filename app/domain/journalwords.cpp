// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "domain/words.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStringList>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

// What is said of the journal, and of a batch that holds back.
namespace hangup::words {

namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("hangup", source);
}

/// A function of its own: lupdate does not see a marked text inside a call of translate().
QString numbered(int n, const char *source)
{
    return QCoreApplication::translate("hangup", source, nullptr, n);
}

QString counted(qint64 n, const char *one, const char *many)
{
    const int shown = static_cast<int>(std::clamp<qint64>(n, 0, std::numeric_limits<int>::max()));
    return numbered(shown, shown == 1 ? one : many);
}

QString cannotEnd(const JournalState &state)
{
    switch (state.kind) {
    case JournalState::Kind::Opening:
    case JournalState::Kind::Ready:
        return {};
    case JournalState::Kind::NetworkDisk:
        return text(QT_TRANSLATE_NOOP("hangup",
                                      "No calls can be ended: the journal would be on a network disk, where it is not "
                                      "safe (%1). Put its folder on a disk of this computer."))
            .arg(state.file);
    case JournalState::Kind::Newer:
        return text(
            QT_TRANSLATE_NOOP("hangup",
                              "No calls can be ended: the journal was written by a newer Hangup and can only be "
                              "read. Use that version."));
    case JournalState::Kind::NotWritable:
        return text(QT_TRANSLATE_NOOP("hangup",
                                      "No calls can be ended: the journal can't be written (%1). Is the disk full, or "
                                      "the folder protected?"))
            .arg(state.file);
    case JournalState::Kind::InUse:
        return text(QT_TRANSLATE_NOOP("hangup",
                                      "No calls can be ended: the journal is damaged, and another Hangup has it open. "
                                      "Close that one, then start this one again."));
    }
    return {};
}

} // namespace

QString journalState(const JournalState &state)
{
    QStringList sentences;
    if (const QString why = cannotEnd(state); !why.isEmpty())
        sentences.append(why);
    if (state.outcomesKept > 0) {
        sentences.append(
            counted(state.outcomesKept,
                    QT_TRANSLATE_N_NOOP("hangup",
                                        "%n outcome is known but not on disk yet: it is written as soon as there is "
                                        "room. Until then nothing more is ended; leave Hangup open."),
                    QT_TRANSLATE_N_NOOP("hangup",
                                        "%n outcomes are known but not on disk yet: they are written as soon as there "
                                        "is room. Until then nothing more is ended; leave Hangup open.")));
    }
    return sentences.join(u' ');
}

QString journalSetAside(const JournalState &state)
{
    if (state.setAside.isEmpty())
        return {};
    QString told
        = text(QT_TRANSLATE_NOOP("hangup", "The journal was damaged. It was kept as “%1”, and a new one begun."))
              .arg(QFileInfo(state.setAside).fileName());
    told += u' '
        + counted(state.carriedOver, QT_TRANSLATE_N_NOOP("hangup", "%Ln event was carried over."),
                  QT_TRANSLATE_N_NOOP("hangup", "%Ln events were carried over."));
    if (state.lost > 0) {
        told += u' '
            + counted(state.lost, QT_TRANSLATE_N_NOOP("hangup", "%Ln event could not be read."),
                      QT_TRANSLATE_N_NOOP("hangup", "%Ln events could not be read."));
    }
    return told;
}

QString journalCheck(const JournalCheck &check)
{
    QString told;
    switch (check.state) {
    case JournalCheck::State::Whole:
        told = counted(check.events, QT_TRANSLATE_N_NOOP("hangup", "The journal is whole: %Ln event checked."),
                       QT_TRANSLATE_N_NOOP("hangup", "The journal is whole: %Ln events checked."));
        break;
    case JournalCheck::State::Broken:
        told = check.brokenAt > 0
            ? text(QT_TRANSLATE_NOOP("hangup", "The journal was changed at event %L1.")).arg(check.brokenAt)
            : text(QT_TRANSLATE_NOOP("hangup", "The journal was changed."));
        told += u' '
            + counted(check.events, QT_TRANSLATE_N_NOOP("hangup", "%Ln event is as it was written."),
                      QT_TRANSLATE_N_NOOP("hangup", "%Ln events are as they were written."));
        break;
    case JournalCheck::State::Unreadable:
        told = counted(check.events,
                       QT_TRANSLATE_N_NOOP("hangup", "The journal can't be read to its end: %Ln event checked."),
                       QT_TRANSLATE_N_NOOP("hangup", "The journal can't be read to its end: %Ln events checked."));
        break;
    }
    if (check.removed > 0) {
        told += u' '
            + counted(check.removed, QT_TRANSLATE_N_NOOP("hangup", "%Ln old event was removed on request, on record."),
                      QT_TRANSLATE_N_NOOP("hangup", "%Ln old events were removed on request, on record."));
    }
    return told;
}

QString pause(const Pause &pause)
{
    const QString time = duration(pause.time);
    const auto waiting = [&pause](const char *one, const char *many) { return counted(pause.waiting, one, many); };
    QString told;
    switch (pause.reason) {
    case PauseReason::Slept:
        told = text(QT_TRANSLATE_NOOP("hangup", "The computer slept for %1, and the batch holds.")).arg(time);
        break;
    case PauseReason::UnknownInARow:
        told = text(QT_TRANSLATE_NOOP("hangup",
                                      "Five answers in a row were unclear, and the batch holds: something is wrong "
                                      "with the connection or with Plivo."));
        break;
    case PauseReason::NoneFound:
        told = text(QT_TRANSLATE_NOOP("hangup",
                                      "None of the first five calls is live on this account, and the batch holds. Is "
                                      "this the right account?"));
        break;
    case PauseReason::LongWait:
        told = text(QT_TRANSLATE_NOOP("hangup",
                                      "Plivo asks to wait for %1, and the batch holds. Nothing is sent before that, "
                                      "also if you continue."))
                   .arg(time);
        break;
    }
    return told + u' '
        + waiting(QT_TRANSLATE_N_NOOP("hangup", "%n call waits. Continue?"),
                  QT_TRANSLATE_N_NOOP("hangup", "%n calls wait. Continue?"));
}

} // namespace hangup::words

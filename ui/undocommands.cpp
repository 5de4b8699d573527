// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/undocommands.h"

#include <QCoreApplication>

#include <utility>

namespace hangup {

namespace {

QString callCount(qsizetype n, const char *one, const char *many)
{
    const int count = static_cast<int>(n);
    return n == 1 ? QCoreApplication::translate("hangup::Undo", one)
                  : QCoreApplication::translate("hangup::Undo", many, nullptr, count);
}

} // namespace

AddCallsCommand::AddCallsCommand(CallListModel *model, QList<CallId> added)
    : QUndoCommand(callCount(added.size(), QT_TRANSLATE_NOOP("hangup::Undo", "adding 1 call"),
                             QT_TRANSLATE_N_NOOP("hangup::Undo", "adding %n calls"))),
      m_model(model), m_added(std::move(added))
{
}

void AddCallsCommand::undo()
{
    // An outcome is the only trace of what was sent: taking it out would bring the call back as if nothing had been.
    QList<CallId> untouched;
    for (const CallId &id : std::as_const(m_added)) {
        if (m_model->state(id) == CallState::Listed)
            untouched.append(id);
    }
    m_taken = m_model->remove(untouched);
}

void AddCallsCommand::redo()
{
    if (m_done)
        m_model->restore(m_taken);
    m_done = true;
}

RemoveCallsCommand::RemoveCallsCommand(CallListModel *model, QList<CallId> ids)
    : QUndoCommand(callCount(ids.size(), QT_TRANSLATE_NOOP("hangup::Undo", "removing 1 call"),
                             QT_TRANSLATE_N_NOOP("hangup::Undo", "removing %n calls"))),
      m_model(model), m_ids(std::move(ids))
{
}

void RemoveCallsCommand::undo()
{
    m_model->restore(m_removed);
}

void RemoveCallsCommand::redo()
{
    m_removed = m_model->remove(m_ids);
}

} // namespace hangup

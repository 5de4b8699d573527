// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/calllistmodel.h"

#include <QUndoCommand>

namespace hangup {

/// Rows that were added to the list. Made after the adding, so the first redo() does nothing. Undoing takes out only
/// calls that nobody asked to end: one under way, or with an outcome, stays with what became of it.
class AddCallsCommand final : public QUndoCommand
{
public:
    /// @p model outlives the command.
    AddCallsCommand(CallListModel *model, QList<CallId> added);
    void undo() override;
    void redo() override;

private:
    CallListModel *m_model;
    QList<CallId> m_added;
    QList<RemovedCall> m_taken;
    bool m_done = false;
};

/// Rows taken out of the list. Never ends a call; calls under way stay. Undoing leaves alone what is listed again.
class RemoveCallsCommand final : public QUndoCommand
{
public:
    /// @p model outlives the command.
    RemoveCallsCommand(CallListModel *model, QList<CallId> ids);
    void undo() override;
    void redo() override;

private:
    CallListModel *m_model;
    QList<CallId> m_ids;
    QList<RemovedCall> m_removed;
};

} // namespace hangup

// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "session/session.h"

#include <QClipboard>
#include <QObject>
#include <QStringList>

class QMimeData;
class QUndoStack;

namespace hangup {

/// The one way of text into the list: typed, pasted, dropped, opened, from arguments, or the sample. Tells in a
/// sentence what came of it, and makes each adding undoable. Files are read one after the other, so that rows come in
/// the order given; of several files each has a line in the log, and those refused are named together.
class TextIntake final : public QObject
{
    Q_OBJECT
public:
    /// @p session and @p undo outlive this.
    TextIntake(Session *session, QUndoStack *undo, QObject *parent);

    AddReport addText(const QString &text, TextSource source);
    /// Files when @p data names local ones, else its text. Nothing when it has neither, or only files.
    std::optional<AddReport> addMime(const QMimeData *data, TextSource source);
    /// The clipboard (or the X11 selection); says so when there is no text in it.
    std::optional<AddReport> addClipboard(QClipboard::Mode mode);
    void addFiles(const QStringList &paths);
    /// Tells what was added already, and makes it undoable.
    void tell(const AddReport &report);
    /// Arguments: ids and absolute paths, in order.
    void addRows(const QStringList &rows);
    /// True when a drag with @p data may be dropped here.
    static bool takes(const QMimeData *data);

Q_SIGNALS:
    /// Something was looked through; @p sentence says what came of it. Trouble when nothing was found in it.
    void reported(const hangup::AddReport &report, const QString &sentence);
    /// Files that were refused, or nothing to add at all.
    void failed(const QString &sentence);

private:
    /// One file, or a text between files.
    struct Piece
    {
        QString pathOrText;
        bool isFile = true;
    };
    /// What one drop, one dialog or one start brought.
    struct Bundle
    {
        QList<Piece> waiting;
        bool several = false;
        QStringList refused; ///< a sentence each
    };

    void take(const QList<Piece> &pieces);
    void next();
    void fileAdded(const AddReport &report);
    void fileFailed(const FileError &error);
    QString refusals(const QStringList &sentences) const;

    Session *m_session;
    QUndoStack *m_undo;
    QList<Bundle> m_bundles; ///< the first is the one under way
    bool m_reading = false;
};

} // namespace hangup

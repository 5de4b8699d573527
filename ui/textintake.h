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

    /// A long text (Session::LongText) is added part by part, and reported when all of it is there; nothing is returned
    /// for it.
    std::optional<AddReport> addText(const QString &text, TextSource source);
    /// Files when @p data names local ones, else its text. Nothing when it has neither, only files, or a long text.
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
        TextSource source = TextSource::File;
    };
    /// What one drop, one dialog, one paste or one start brought.
    struct Bundle
    {
        QList<Piece> waiting;
        bool several = false;
        QStringList refused; ///< a sentence each
    };

    void take(const QList<Piece> &pieces);
    void next();
    void pieceAdded(const AddReport &report);
    void fileFailed(const FileError &error);
    QString refusals(const QStringList &sentences) const;

    Session *m_session;
    QUndoStack *m_undo;
    QList<Bundle> m_bundles; ///< the first is the one under way
    bool m_waiting = false; ///< for a file, or a long text
};

} // namespace hangup

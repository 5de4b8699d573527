// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/textintake.h"

#include "domain/words.h"
#include "ui/undocommands.h"

#include <QFileInfo>
#include <QGuiApplication>
#include <QMimeData>
#include <QUndoStack>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace hangup {

namespace {

QStringList localFiles(const QMimeData *data)
{
    QStringList paths;
    const QList<QUrl> urls = data->urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            paths += url.toLocalFile();
    }
    return paths;
}

} // namespace

TextIntake::TextIntake(Session *session, QUndoStack *undo, QObject *parent)
    : QObject(parent), m_session(session), m_undo(undo)
{
    connect(m_session, &Session::fileAdded, this, &TextIntake::tell);
    connect(m_session, &Session::fileFailed, this,
            [this](const FileError &error) { Q_EMIT failed(words::fileError(error)); });
}

AddReport TextIntake::addText(const QString &text, TextSource source)
{
    AddReport report = m_session->addText(text, source);
    tell(report);
    return report;
}

std::optional<AddReport> TextIntake::addMime(const QMimeData *data, TextSource source)
{
    // A file manager offers a file's path as text too: the file is what was meant.
    const QStringList paths = data->hasUrls() ? localFiles(data) : QStringList();
    if (!paths.isEmpty()) {
        addFiles(paths);
        return {};
    }
    const QString text = data->text();
    if (text.trimmed().isEmpty()) {
        Q_EMIT failed(source == TextSource::Dropped ? tr("What was dropped holds no text. Nothing was added.")
                                                    : tr("The clipboard holds no text. Nothing was added."));
        return {};
    }
    return addText(text, source);
}

std::optional<AddReport> TextIntake::addClipboard(QClipboard::Mode mode)
{
    const QMimeData *data = QGuiApplication::clipboard()->mimeData(mode);
    // An empty clipboard may have no data at all.
    const QMimeData nothing;
    return addMime(data ? data : &nothing, TextSource::Pasted);
}

void TextIntake::addFiles(const QStringList &paths)
{
    for (const QString &path : paths)
        m_session->addFile(path);
}

void TextIntake::addRows(const QStringList &rows)
{
    QStringList ids;
    QStringList paths;
    for (const QString &row : rows) {
        if (CallId::parse(row))
            ids += row;
        else if (QFileInfo(row).isAbsolute())
            paths += row;
    }
    if (!ids.isEmpty())
        addText(ids.join(u'\n'), TextSource::Arguments);
    addFiles(paths);
}

bool TextIntake::takes(const QMimeData *data)
{
    return data->hasText() || (data->hasUrls() && !localFiles(data).isEmpty());
}

void TextIntake::tell(const AddReport &report)
{
    if (!report.added.isEmpty())
        m_undo->push(new AddCallsCommand(m_session->calls(), report.added));
    const QString summary
        = words::scanSummary(report.scan, static_cast<int>(report.added.size()), report.alreadyListed);
    Q_EMIT reported(report, report.name.isEmpty() ? summary : tr("%1: %2").arg(report.name, summary));
}

} // namespace hangup

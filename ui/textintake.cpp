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

#include <algorithm>

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

QString sentenceOf(const AddReport &report)
{
    const QString summary
        = words::scanSummary(report.scan, static_cast<int>(report.added.size()), report.alreadyListed);
    return report.name.isEmpty() ? summary : TextIntake::tr("%1: %2").arg(report.name, summary);
}

} // namespace

TextIntake::TextIntake(Session *session, QUndoStack *undo, QObject *parent)
    : QObject(parent), m_session(session), m_undo(undo)
{
    connect(m_session, &Session::added, this, &TextIntake::pieceAdded);
    connect(m_session, &Session::fileFailed, this, &TextIntake::fileFailed);
}

std::optional<AddReport> TextIntake::addText(const QString &text, TextSource source)
{
    if (text.size() >= Session::LongText) {
        take({ Piece { .pathOrText = text, .isFile = false, .source = source } });
        return {};
    }
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
    // Not trimmed(): that copies megabytes.
    if (std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c.isSpace(); })) {
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
    QList<Piece> pieces;
    for (const QString &path : paths)
        pieces += Piece { .pathOrText = path, .isFile = true, .source = TextSource::File };
    take(pieces);
}

void TextIntake::addRows(const QStringList &rows)
{
    QList<Piece> pieces;
    for (const QString &row : rows) {
        const bool isId = CallId::parse(row).has_value();
        if (isId && !pieces.isEmpty() && !pieces.last().isFile)
            pieces.last().pathOrText += u'\n' + row;
        else if (isId || QFileInfo(row).isAbsolute())
            pieces += Piece { .pathOrText = row, .isFile = !isId, .source = TextSource::Arguments };
    }
    take(pieces);
}

void TextIntake::take(const QList<Piece> &pieces)
{
    if (pieces.isEmpty())
        return;
    m_bundles += Bundle { .waiting = pieces, .several = pieces.size() > 1, .refused = {} };
    next();
}

void TextIntake::next()
{
    while (!m_waiting && !m_bundles.isEmpty()) {
        Bundle &bundle = m_bundles.first();
        if (bundle.waiting.isEmpty()) {
            const QStringList refused = bundle.refused;
            m_bundles.removeFirst();
            if (!refused.isEmpty())
                Q_EMIT failed(refusals(refused));
            continue;
        }
        const Piece piece = bundle.waiting.takeFirst();
        const bool isLong = !piece.isFile && piece.pathOrText.size() >= Session::LongText;
        m_waiting = piece.isFile || isLong;
        if (piece.isFile)
            m_session->addFile(piece.pathOrText);
        else if (isLong)
            m_session->addLongText(piece.pathOrText, piece.source);
        else
            addText(piece.pathOrText, piece.source);
    }
}

void TextIntake::pieceAdded(const AddReport &report)
{
    tell(report);
    if (report.source == TextSource::File && !m_bundles.isEmpty() && m_bundles.first().several)
        m_session->note(sentenceOf(report));
    m_waiting = false;
    next();
}

void TextIntake::fileFailed(const FileError &error)
{
    const QString sentence = words::fileError(error);
    // Saving reports here too; only that can fail this way.
    const bool isSaving = error.kind == FileError::Kind::NotWritable || error.kind == FileError::Kind::NotAllowed;
    if (isSaving || m_bundles.isEmpty()) {
        Q_EMIT failed(sentence);
        return;
    }
    m_bundles.first().refused += sentence;
    if (m_bundles.first().several)
        m_session->note(sentence);
    m_waiting = false;
    next();
}

QString TextIntake::refusals(const QStringList &sentences) const
{
    // More would push the table out of the window.
    constexpr qsizetype Shown = 8;
    if (sentences.size() <= Shown)
        return sentences.join(u'\n');
    const auto others = static_cast<int>(sentences.size() - (Shown - 1));
    return sentences.first(Shown - 1).join(u'\n') + u'\n'
        + tr("%n more files were refused; the log names each.", nullptr, others);
}

bool TextIntake::takes(const QMimeData *data)
{
    return data->hasText() || (data->hasUrls() && !localFiles(data).isEmpty());
}

void TextIntake::tell(const AddReport &report)
{
    if (!report.added.isEmpty())
        m_undo->push(new AddCallsCommand(m_session->calls(), report.added));
    Q_EMIT reported(report, sentenceOf(report));
}

} // namespace hangup

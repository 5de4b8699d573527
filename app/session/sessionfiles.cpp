// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT

// Reading and saving: the half of Session that works on the file thread.
#include "domain/export.h"
#include "session/session_p.h"
#include "session/textadder.h"
#include "store/textfileio.h"

#include <QFileInfo>
#include <QMetaObject>

namespace hangup {

void Session::Private::makeAdder()
{
    adder = new TextAdder(calls, q);
    scanner.setMaxThreadCount(1); // one text after the other, in the order they came
    connect(adder, &TextAdder::listed, q, [this](const QList<CallId> &ids) { showWhatIsKnown(ids); });
    connect(adder, &TextAdder::added, q, &Session::added);
    connect(adder, &TextAdder::addingChanged, q, &Session::addingChanged);
}

bool Session::isAdding() const
{
    return d->adder->isAdding();
}

void Session::addFile(const QString &path)
{
    d->adder->expect();
    d->files.run([this, path] {
        // Session's destructor joins this thread before it goes, so `this` is alive here, and what is posted to it
        // is dropped with it.
        const auto read = readTextFile(path);
        if (const auto *error = std::get_if<FileError>(&read)) {
            QMetaObject::invokeMethod(
                this,
                [this, error = *error] {
                    d->adder->giveUp();
                    Q_EMIT fileFailed(error);
                },
                Qt::QueuedConnection);
            return;
        }
        // Scanned here too: 64 MiB of text would hold up the window for seconds.
        QMetaObject::invokeMethod(
            this,
            [this, path, scan = scanCalls(std::get<QString>(read))] {
                d->adder->add(scan, TextSource::File, QFileInfo(path).fileName());
            },
            Qt::QueuedConnection);
    });
}

void Session::addLongText(const QString &text, TextSource source)
{
    d->adder->expect();
    // Not the file thread: a slow disk would hold up what was pasted.
    d->scanner.start([this, text, source] {
        QMetaObject::invokeMethod(
            this, [this, source, scan = scanCalls(text)] { d->adder->add(scan, source, {}); }, Qt::QueuedConnection);
    });
}

void Session::Private::save(const QString &path, std::function<QByteArray()> content)
{
    files.run([this, path, content = std::move(content)] {
        QMetaObject::invokeMethod(
            q,
            [this, path, failed = writeFile(path, content())] {
                if (failed)
                    Q_EMIT q->fileFailed(*failed);
                else
                    Q_EMIT q->fileSaved(QFileInfo(path).fileName());
            },
            Qt::QueuedConnection);
    });
}

void Session::Private::refuseToSave(const QString &path)
{
    const FileError error { FileError::Kind::NotAllowed, QFileInfo(path).fileName() };
    QMetaObject::invokeMethod(
        q, [this, error] { Q_EMIT q->fileFailed(error); }, Qt::QueuedConnection);
}

void Session::saveCalls(const QString &path, ExportFormat format)
{
    if (!d->policy.mayExport())
        return d->refuseToSave(path);
    QList<ExportRow> rows;
    for (const CallId &id : d->calls->ids())
        rows.append({ id, d->calls->result(id), d->calls->proof(id) });
    d->save(path, [rows, format] { return format == ExportFormat::Csv ? callsToCsv(rows) : callsToJson(rows); });
}

void Session::saveLog(const QString &path, ExportFormat format)
{
    if (!d->policy.mayExport())
        return d->refuseToSave(path);
    d->save(path, [entries = d->log->entries(), format] {
        return format == ExportFormat::Csv ? logToCsv(entries) : logToJson(entries);
    });
}

} // namespace hangup

// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT

// Another program at the clipboard. "read": prints what clipboard and primary selection hold, every format of both.
// "own": takes both, with the text of its standard input, prints a line and stays until it is ended. Not part of the
// product.
#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

void print(const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stdout);
}

void printAll(const char *name, const QMimeData *data)
{
    print(QByteArray(name) + '\n');
    const QStringList formats = data ? data->formats() : QStringList();
    for (const QString &format : formats)
        print(format.toUtf8() + ": " + data->data(format) + '\n');
}

QByteArray readInput()
{
    QByteArray text;
    char piece[4096];
    while (const std::size_t length = std::fread(piece, 1, sizeof piece, stdin))
        text.append(piece, static_cast<qsizetype>(length));
    return text;
}

} // namespace

int main(int argc, char *argv[])
{
    const QGuiApplication app(argc, argv);
    QClipboard *clipboard = QGuiApplication::clipboard();
    const QString verb = QGuiApplication::arguments().value(1);
    if (verb == "read"_L1) {
        printAll("[clipboard]", clipboard->mimeData(QClipboard::Clipboard));
        printAll("[primary]", clipboard->mimeData(QClipboard::Selection));
        return 0;
    }
    if (verb != "own"_L1)
        return 2;
    const QString text = QString::fromUtf8(readInput());
    clipboard->setText(text, QClipboard::Clipboard);
    clipboard->setText(text, QClipboard::Selection);
    QMetaObject::invokeMethod(
        clipboard,
        [] {
            print("owned\n");
            std::fflush(stdout);
        },
        Qt::QueuedConnection);
    return QGuiApplication::exec();
}

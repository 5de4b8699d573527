// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "store/logsink.h"

#include <cstdio>
#include <mutex>
#include <utility>

using namespace Qt::StringLiterals;

namespace hangup {

namespace {

// Qt's handler is a plain C function without user data, so the sink must be found through these two. Nothing else in
// the product is reached this way.
std::mutex sinkMutex;
const LogSink *sink = nullptr;

void handle(QtMsgType type, const QMessageLogContext &, const QString &message)
{
    // A message from within the sink itself (or from whatever it calls) would wait for itself.
    thread_local bool inside = false;
    if (inside)
        return;
    inside = true;
    {
        const std::lock_guard lock(sinkMutex);
        if (sink) {
            const QByteArray line = sink->line(type, message);
            std::fwrite(line.constData(), 1, size_t(line.size()), stderr);
            std::fflush(stderr);
        }
    }
    inside = false;
}

QLatin1StringView nameOf(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return "debug"_L1;
    case QtInfoMsg:
        return "info"_L1;
    case QtWarningMsg:
        return "warning"_L1;
    case QtCriticalMsg:
        return "critical"_L1;
    case QtFatalMsg:
        return "fatal"_L1;
    }
    return {};
}

} // namespace

LogSink::LogSink(std::shared_ptr<const Redactor> redactor) : m_redactor(std::move(redactor)), m_before(nullptr)
{
    const std::lock_guard lock(sinkMutex);
    Q_ASSERT(!sink);
    sink = this;
    m_before = qInstallMessageHandler(handle);
}

LogSink::~LogSink()
{
    const std::lock_guard lock(sinkMutex);
    qInstallMessageHandler(m_before);
    sink = nullptr;
}

QByteArray LogSink::line(QtMsgType type, const QString &message) const
{
    QString text = m_redactor ? m_redactor->clean(message) : message;
    for (QChar &c : text) {
        if (c.category() == QChar::Other_Control && c != u'\n' && c != u'\t')
            c = u' ';
    }
    return (u"hangup: "_s + nameOf(type) + u": "_s + text + u'\n').toUtf8();
}

} // namespace hangup

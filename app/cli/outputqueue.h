// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QObject>

#include <functional>
#include <memory>

class QSocketNotifier;

namespace hangup {

/// Standard output: takes bytes at once and writes them as the reader takes them, so that a slow reader never holds up
/// a batch. A reader that is gone costs its output and nothing else.
class OutputQueue final : public QObject
{
    Q_OBJECT
public:
    /// @p fd is not owned. SIGPIPE must be ignored.
    explicit OutputQueue(int fd, QObject *parent = nullptr);
    ~OutputQueue() override;

    void write(const QByteArray &bytes);
    /// From now on what can be written is written from within write(), and drained() or broken() comes from there.
    void writeAtOnce() { m_atOnce = true; }
    /// Called before bytes go out: what stands on the terminal's last line has to make room.
    void setBeforeWrite(std::function<void()> prepare) { m_prepare = std::move(prepare); }
    bool isEmpty() const { return m_waiting.isEmpty(); }
    bool isBroken() const { return m_broken; }

Q_SIGNALS:
    /// All is written, or nobody reads it any more.
    void drained();
    /// Nobody reads any more; once.
    void broken();

private:
    struct Writer;

    void writeSome();
    void breakOff();

    const int m_fd;
    QByteArray m_waiting;
    QSocketNotifier *m_notifier = nullptr; ///< where the system tells that a reader takes more
    std::shared_ptr<Writer> m_writer; ///< where it does not (Windows): writes on a thread of its own
    std::function<void()> m_prepare;
    bool m_broken = false;
    bool m_atOnce = false;
};

} // namespace hangup

// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

#include <functional>
#include <memory>
#include <thread>

namespace hangup {

/// What comes from a handle of Windows, read on a thread of its own: nothing tells there whether a read would wait. A
/// console's text comes as UTF-8, a line at a time; Ctrl+Z at its beginning ends it. Ctrl+C ends nothing here: that is
/// SignalPipe's.
class HandleReader final : public QObject
{
    Q_OBJECT
public:
    /// What came: @p size bytes, overwritten when the call returns. 0: the end, -1: it can't be read; nothing follows.
    using Take = std::function<void(const char *bytes, qsizetype size)>;

    /// @p handle is not owned. Reads at most @p most bytes at a time. @p take is called on this object's thread.
    HandleReader(void *handle, qsizetype most, Take take, QObject *parent);
    /// Waits for no read: what the thread still gets is overwritten and nobody's.
    ~HandleReader() override;

private:
    struct Shared;

    void handOver();

    std::shared_ptr<Shared> m_shared;
    Take m_take;
    std::thread m_thread;
};

} // namespace hangup

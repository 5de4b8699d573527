// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "cli/handlereader_win.h"

#include "cli/consolehandle_win.h"
#include "domain/wipe.h"

#include <QMetaObject>

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <qt_windows.h>
#include <thread>
#include <vector>

namespace hangup {

namespace {

constexpr wchar_t CtrlZ = 26;

} // namespace

/// What the thread and its reader have in common; it lives as long as the longer of the two, for a read that waits can't
/// be called off everywhere.
struct HandleReader::Shared
{
    Shared(void *from, qsizetype most, HandleReader *to)
        : handle(from), reader(to), bytes(static_cast<std::size_t>(most)), wide(static_cast<std::size_t>(most / 3))
    {
    }
    ~Shared() { wipeAll(); }
    Q_DISABLE_COPY_MOVE(Shared)

    void wipeAll()
    {
        wipe(bytes.data(), static_cast<qsizetype>(bytes.size()));
        wipe(reinterpret_cast<char *>(wide.data()), static_cast<qsizetype>(wide.size() * sizeof(wchar_t)));
    }
    qsizetype readConsole();
    qsizetype readBytes();
    void run(const std::shared_ptr<Shared> &self);

    void *const handle;
    std::mutex guard;
    std::condition_variable taken;
    HandleReader *reader; ///< null: it went
    bool isReading = false;
    bool isTaken = false;
    qsizetype size = 0;
    std::vector<char> bytes;
    std::vector<wchar_t> wide; ///< each is three bytes of UTF-8 at most
};

qsizetype HandleReader::Shared::readConsole()
{
    DWORD count = 0;
    do {
        SetLastError(ERROR_SUCCESS);
        if (!ReadConsoleW(handle, wide.data(), static_cast<DWORD>(wide.size()), &count, nullptr))
            return -1;
        // Ctrl+C breaks off the read, which then says that all went well.
    } while (count == 0 && GetLastError() == ERROR_OPERATION_ABORTED);
    if (count == 0 || wide[0] == CtrlZ)
        return 0;
    return WideCharToMultiByte(CP_UTF8, 0, wide.data(), static_cast<int>(count), bytes.data(),
                               static_cast<int>(bytes.size()), nullptr, nullptr);
}

qsizetype HandleReader::Shared::readBytes()
{
    DWORD count = 0;
    if (ReadFile(handle, bytes.data(), static_cast<DWORD>(bytes.size()), &count, nullptr))
        return count;
    const DWORD error = GetLastError();
    return error == ERROR_BROKEN_PIPE || error == ERROR_HANDLE_EOF ? 0 : -1;
}

void HandleReader::Shared::run(const std::shared_ptr<Shared> &self)
{
    const bool fromConsole = console::isConsole(handle);
    std::unique_lock lock(guard);
    while (reader) {
        isReading = true;
        lock.unlock();
        const qsizetype count = fromConsole ? readConsole() : readBytes();
        lock.lock();
        isReading = false;
        if (!reader)
            return;
        size = count;
        isTaken = false;
        QMetaObject::invokeMethod(
            reader,
            [self] {
                // Null: it went, and this event with it.
                if (HandleReader *to = self->reader)
                    to->handOver();
            },
            Qt::QueuedConnection);
        taken.wait(lock, [this] { return isTaken || !reader; });
        if (count <= 0)
            return;
    }
}

HandleReader::HandleReader(void *handle, qsizetype most, Take take, QObject *parent)
    : QObject(parent), m_shared(std::make_shared<Shared>(handle, most, this)), m_take(std::move(take))
{
    m_thread = std::thread([shared = m_shared] { shared->run(shared); });
}

HandleReader::~HandleReader()
{
    bool isReading = false;
    {
        const std::scoped_lock lock(m_shared->guard);
        m_shared->reader = nullptr;
        isReading = m_shared->isReading;
        m_shared->taken.notify_all();
    }
    // A thread that the program's end cuts off while it is ending itself leaves a lock behind that the end waits for.
    if (isReading)
        m_thread.detach();
    else
        m_thread.join();
}

// Whoever takes may delete this reader.
void HandleReader::handOver()
{
    const std::shared_ptr<Shared> shared = m_shared;
    const Take take = m_take;
    take(shared->bytes.data(), shared->size);
    const std::scoped_lock lock(shared->guard);
    shared->wipeAll();
    shared->isTaken = true;
    shared->taken.notify_all();
}

} // namespace hangup

// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// Loaded before the C library (LD_PRELOAD) into a program whose power is to be cut: writes down, in order, what it does
// to the files below POWERLOG_FOLDER, and what it says on its standard output, into POWERLOG_FILE. See powercut.h.
#include "powerrecord.h"

#include <cerrno>
#include <cstdarg>
#include <cstdlib>
#include <cstring>
#include <map>
#include <mutex>
#include <string>

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using hangup::test::PowerOp;
using hangup::test::PowerRecord;

namespace {

std::mutex &mutex()
{
    static std::mutex the;
    return the;
}

/// Paths of open descriptors, below the folder.
std::map<int, std::string> &files()
{
    static std::map<int, std::string> the;
    return the;
}

template <typename Function>
Function *real(const char *name)
{
    return reinterpret_cast<Function *>(dlsym(RTLD_NEXT, name));
}

using Write = ssize_t(int, const void *, size_t);

int logFile()
{
    static const int file = [] {
        const char *name = std::getenv("POWERLOG_FILE");
        auto *openFile = real<int(const char *, int, ...)>("open");
        return name == nullptr ? -1 : openFile(name, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    }();
    return file;
}

bool isWatched(const char *path)
{
    const char *folder = std::getenv("POWERLOG_FOLDER");
    return folder != nullptr && path != nullptr && std::strncmp(path, folder, std::strlen(folder)) == 0;
}

/// The mutex is held.
void log(PowerOp op, const std::string &path, off_t offset, const void *bytes, size_t size)
{
    static auto *writeReally = real<Write>("write");
    const PowerRecord record { op, static_cast<uint32_t>(path.size()), static_cast<uint64_t>(offset), size };
    std::string all(reinterpret_cast<const char *>(&record), sizeof record);
    all += path;
    if (bytes != nullptr)
        all.append(static_cast<const char *>(bytes), size);
    if (writeReally(logFile(), all.data(), all.size()) != static_cast<ssize_t>(all.size()))
        std::abort();
}

void opened(int descriptor, const char *path)
{
    if (descriptor < 0 || !isWatched(path))
        return;
    const std::lock_guard lock(mutex());
    files()[descriptor] = path;
}

void written(int descriptor, off_t offset, const void *bytes, ssize_t size)
{
    if (size <= 0)
        return;
    const std::lock_guard lock(mutex());
    const auto file = files().find(descriptor);
    if (file != files().end())
        log(PowerOp::Write, file->second, offset, bytes, static_cast<size_t>(size));
}

void happened(int descriptor, PowerOp op, off_t offset)
{
    const std::lock_guard lock(mutex());
    const auto file = files().find(descriptor);
    if (file != files().end())
        log(op, file->second, offset, nullptr, 0);
}

mode_t modeIn(int flags, va_list arguments)
{
    return (flags & O_CREAT) != 0 ? static_cast<mode_t>(va_arg(arguments, int)) : 0;
}

} // namespace

extern "C" {

int open(const char *path, int flags, ...)
{
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = modeIn(flags, arguments);
    va_end(arguments);
    const int descriptor = real<int(const char *, int, ...)>("open")(path, flags, mode);
    opened(descriptor, path);
    return descriptor;
}

int open64(const char *path, int flags, ...)
{
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = modeIn(flags, arguments);
    va_end(arguments);
    const int descriptor = real<int(const char *, int, ...)>("open64")(path, flags, mode);
    opened(descriptor, path);
    return descriptor;
}

int close(int descriptor)
{
    {
        const std::lock_guard lock(mutex());
        files().erase(descriptor);
    }
    return real<int(int)>("close")(descriptor);
}

ssize_t write(int descriptor, const void *bytes, size_t size)
{
    static auto *writeReally = real<Write>("write");
    if (descriptor == STDOUT_FILENO) {
        // Said after what was done for it, so it stands behind that in the log.
        const std::lock_guard lock(mutex());
        log(PowerOp::Say, {}, 0, bytes, size);
        return writeReally(descriptor, bytes, size);
    }
    const off_t offset = lseek(descriptor, 0, SEEK_CUR);
    const ssize_t done = writeReally(descriptor, bytes, size);
    written(descriptor, offset, bytes, done);
    return done;
}

ssize_t pwrite(int descriptor, const void *bytes, size_t size, off_t offset)
{
    const ssize_t done = real<ssize_t(int, const void *, size_t, off_t)>("pwrite")(descriptor, bytes, size, offset);
    written(descriptor, offset, bytes, done);
    return done;
}

ssize_t pwrite64(int descriptor, const void *bytes, size_t size, off64_t offset)
{
    const ssize_t done = real<ssize_t(int, const void *, size_t, off64_t)>("pwrite64")(descriptor, bytes, size, offset);
    written(descriptor, offset, bytes, done);
    return done;
}

int ftruncate(int descriptor, off_t size)
{
    const int done = real<int(int, off_t)>("ftruncate")(descriptor, size);
    if (done == 0)
        happened(descriptor, PowerOp::Truncate, size);
    return done;
}

int ftruncate64(int descriptor, off64_t size)
{
    const int done = real<int(int, off64_t)>("ftruncate64")(descriptor, size);
    if (done == 0)
        happened(descriptor, PowerOp::Truncate, size);
    return done;
}

int fsync(int descriptor)
{
    const int done = real<int(int)>("fsync")(descriptor);
    if (done == 0)
        happened(descriptor, PowerOp::Sync, 0);
    return done;
}

int fdatasync(int descriptor)
{
    const int done = real<int(int)>("fdatasync")(descriptor);
    if (done == 0)
        happened(descriptor, PowerOp::Sync, 0);
    return done;
}

int unlink(const char *path)
{
    const int done = real<int(const char *)>("unlink")(path);
    if (done == 0 && isWatched(path)) {
        const std::lock_guard lock(mutex());
        log(PowerOp::Unlink, path, 0, nullptr, 0);
    }
    return done;
}

} // extern "C"

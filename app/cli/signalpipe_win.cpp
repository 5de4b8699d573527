// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "cli/signalpipe.h"

#include <QMetaObject>

#include <mutex>
#include <qt_windows.h>

namespace hangup {

namespace {

// A handler has no object to go by, and runs on a thread of its own.
std::mutex s_guard;
SignalPipe *s_receiver = nullptr;

/// False when nobody listens any more.
bool tellReceiver()
{
    const std::scoped_lock lock(s_guard);
    return s_receiver
        && QMetaObject::invokeMethod(s_receiver, &SignalPipe::interrupted, Qt::QueuedConnection);
}

BOOL WINAPI handleConsoleEvent(DWORD event)
{
    if (!tellReceiver())
        return FALSE;
    switch (event) {
    case CTRL_C_EVENT:
    case CTRL_BREAK_EVENT:
        return TRUE;
    default:
        // The window was closed, or the user signs out: Windows ends the program when this returns, and after five
        // seconds at the latest. Till then what is on its way may still be answered and written down.
        Sleep(INFINITE);
        return TRUE;
    }
}

} // namespace

SignalPipe::SignalPipe(QObject *parent) : QObject(parent)
{
    {
        const std::scoped_lock lock(s_guard);
        s_receiver = this;
    }
    SetConsoleCtrlHandler(handleConsoleEvent, TRUE);
}

SignalPipe::~SignalPipe()
{
    SetConsoleCtrlHandler(handleConsoleEvent, FALSE);
    const std::scoped_lock lock(s_guard);
    s_receiver = nullptr;
}

} // namespace hangup

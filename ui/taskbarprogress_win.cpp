// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// Windows: ITaskbarList3, plain COM.
#include "ui/taskbarprogress_p.h"

#include <QWidget>

#include <shobjidl.h>

namespace hangup {

struct TaskbarProgress::Bar::Private
{
    QWidget *window = nullptr;
    ITaskbarList3 *list = nullptr;

    HWND handle() const { return reinterpret_cast<HWND>(window->winId()); }
};

TaskbarProgress::Bar::Bar(QWidget *window) : d(std::make_unique<Private>())
{
    d->window = window;
    // Qt's platform plugin has called OleInitialize() on this thread.
    void *made = nullptr;
    if (FAILED(CoCreateInstance(CLSID_TaskbarList, nullptr, CLSCTX_INPROC_SERVER, IID_ITaskbarList3, &made)))
        return;
    d->list = static_cast<ITaskbarList3 *>(made);
    if (FAILED(d->list->HrInit())) {
        d->list->Release();
        d->list = nullptr;
    }
}

TaskbarProgress::Bar::~Bar()
{
    if (d->list)
        d->list->Release();
}

void TaskbarProgress::Bar::show(int percent)
{
    constexpr ULONGLONG Whole = 100;
    if (!d->list)
        return;
    d->list->SetProgressState(d->handle(), TBPF_NORMAL);
    d->list->SetProgressValue(d->handle(), static_cast<ULONGLONG>(percent), Whole);
}

void TaskbarProgress::Bar::hide()
{
    if (d->list)
        d->list->SetProgressState(d->handle(), TBPF_NOPROGRESS);
}

} // namespace hangup

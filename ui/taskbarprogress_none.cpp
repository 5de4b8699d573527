// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// macOS and others: nothing. The dock's tile has no progress of its own, only what a program paints over its icon
// (NSDockTile), and that in Objective-C; the window's title carries the progress there.
#include "ui/taskbarprogress_p.h"

namespace hangup {

struct TaskbarProgress::Bar::Private
{
};

TaskbarProgress::Bar::Bar(QWidget *) { }
TaskbarProgress::Bar::~Bar() = default;
void TaskbarProgress::Bar::show(int) { }
void TaskbarProgress::Bar::hide() { }

} // namespace hangup

// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/taskbarprogress.h"

namespace hangup {

/// What a system shows.
class TaskbarProgress::Bar
{
public:
    explicit Bar(QWidget *window);
    ~Bar();
    Q_DISABLE_COPY_MOVE(Bar)
    /// 0 to 100.
    void show(int percent);
    void hide();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace hangup

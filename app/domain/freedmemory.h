// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

namespace hangup {

/// For a program with a window, before its first large job: memory that such a job gives back, up to 64 MB, stays with
/// the process for the next one. A sort of 100,000 rows takes and gives back some megabytes; where the system has to
/// make them anew each time, page by page, that takes longer than the sort. Only glibc has a say in it; elsewhere
/// nothing is done.
void keepFreedMemory();

/// When a program is at rest after its start: what the start took and gave back, about a megabyte in small pieces, goes
/// to the system at once.
void giveBackFreedMemory();

} // namespace hangup

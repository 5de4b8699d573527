// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/outcome.h"
#include "models/calllistmodel.h"

#include <QWidget>

#include <chrono>
#include <optional>

namespace hangup {

/// The summary is the filter: chips with symbol, large number and word (All, Listed, Waiting, Ended, Not live, Refused,
/// Unknown, Not sent), beside them how far the batch is ("13 of 16", "about 2 s left"), and below them the same numbers
/// as a bar. Never colour alone; nothing in it moves while outcomes arrive. The accessible text "Summary" is
/// words::tally().
class SummaryStrip : public QWidget
{
    Q_OBJECT
public:
    explicit SummaryStrip(QWidget *parent = nullptr);
    /// Numbers of the chips, the bar and the accessible text.
    void setTally(const Tally &tally);
    /// @p total 0: no batch under way or done.
    void setProgress(int done, int total, std::optional<std::chrono::milliseconds> left);
    /// "Held by Plivo's limit until 14:02:11"; 0 takes it away.
    void setHeldUntil(qint64 utcMs);
    /// Marks the chip as chosen.
    void setFilter(CallFilter filter);

Q_SIGNALS:
    /// The user pressed a chip; setFilter() does not emit it.
    void filterChosen(hangup::CallFilter filter);

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Private;
    Private *d;
};

} // namespace hangup

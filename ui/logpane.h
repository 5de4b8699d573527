// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/logmodel.h"

#include <QWidget>

namespace hangup {

/// The log: heading, filter by outcome ("Log outcome") and text ("Filter log"), "Follow", "Copy", "Save…", and the
/// table "Log".
class LogPane : public QWidget
{
    Q_OBJECT
public:
    explicit LogPane(LogModel *model, QWidget *parent = nullptr);
    void focusFilter(); ///< for Edit > Filter log
    void copy(); ///< the selected lines, or all that are shown
    void resetLayout(); ///< the table's columns as on a first start
    void forbidSaving(const QString &sentence); ///< which says why; empty: it is allowed

Q_SIGNALS:
    /// A line was double-clicked, or Enter pressed on it.
    void callActivated(const hangup::CallId &id);
    void saveRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Private;
    Private *d;
};

} // namespace hangup

// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QDialog>

namespace hangup {

/// A dialog of the house's look: window-modal, on the grid, with a name, and always high enough for its texts. It
/// grows when a sentence appears in it and doesn't shrink when one goes, so that nothing jumps. Show it with open().
class FormDialog : public QDialog
{
    Q_OBJECT
public:
    /// @p title is the window's title and the name for scripts and screen readers.
    FormDialog(const QString &title, int smallestWidth, QWidget *parent);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void growToFit();
};

} // namespace hangup

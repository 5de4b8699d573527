// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace hangup {

/// What stands where the rows would be: how to begin, or that the filter hides them all. Lies over the table, which
/// stays there with its header and its name.
class EmptyList final : public QWidget
{
    Q_OBJECT
public:
    enum class Why : quint8 {
        NotEmpty, ///< hidden
        NothingListed,
        FirstStart, ///< nothing is listed, and there is no account but the practice one
        NothingMatches, ///< calls are listed, but no one passes the filter
    };

    explicit EmptyList(QWidget *parent = nullptr);
    void explain(Why why, bool practice);

Q_SIGNALS:
    void sampleRequested();
    void openRequested();
    void addAccountRequested();
    void showAllRequested();

private:
    QLabel *m_title;
    QLabel *m_text;
    QPushButton *m_add;
    QPushButton *m_sample;
    QPushButton *m_open;
    QPushButton *m_showAll;
};

} // namespace hangup

// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/helppage.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QListWidget;

namespace hangup {

class HelpBrowser;

/// The help in a window of its own, which stays open beside the work: contents, a page, and a field to find words in
/// it. Nothing in it leads out of the program, and it loads nothing.
class HelpWindow final : public QWidget
{
    Q_OBJECT
public:
    explicit HelpWindow(const HelpFacts &facts, QWidget *parent = nullptr);

    void setFacts(const HelpFacts &facts);
    /// The section of that anchor; an unknown or empty one changes nothing.
    void goTo(const QString &anchor);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    QWidget *buildFind();
    void addKeys();
    /// The page anew, in the palette's colours; where it stood is kept.
    void fill();
    void followPage();
    void find(bool backwards, bool fromStart);
    void goToCurrent();

    HelpFacts m_facts;
    QList<HelpSection> m_sections;
    QListWidget *m_contents;
    HelpBrowser *m_page;
    QLineEdit *m_find;
    QLabel *m_found;
    bool m_following = false; ///< the contents follow the page, not the other way round
};

} // namespace hangup

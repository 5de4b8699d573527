// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/callreading.h"
#include "domain/stucksigns.h"
#include "models/livecallmodel.h"

#include <QWidget>

#include <chrono>
#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace hangup {

/// What live calls are asked of Plivo, how often, and which of them are shown. A number that is none is said below the
/// fields; until it is mended there is nothing to ask for.
class LiveSearch final : public QWidget
{
    Q_OBJECT
public:
    explicit LiveSearch(QWidget *parent);

    /// Nothing while a field can't be understood. Says which, when it was not said yet.
    std::optional<LiveFilter> asked();
    /// What a filter here lets through; the age is not one of its parts.
    LiveCallFilter shown() const;
    /// Lets all through that were asked for.
    void clearShown();
    void setInterval(std::chrono::seconds interval);
    /// The signs are named with these rules.
    void setRules(const StuckRules &rules);
    void focusFilter();

Q_SIGNALS:
    /// Another asked(), or a field that can't be understood: look at it.
    void askedChanged();
    /// Another shown().
    void shownChanged();
    void intervalChosen(std::chrono::seconds interval);
    void refreshRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    QLineEdit *addNumber(const QString &label, const QString &name);
    QComboBox *addBox(const QString &label, const QString &name);
    void addField(const QString &label, QWidget *field);
    void fillDirections();
    void fillIntervals();
    void fillSigns(const StuckRules &rules);
    void addRefresh();
    void numberEntered();
    QString wrongNumber() const;
    void sayWrong();
    void makeIcons();

    QComboBox *m_direction;
    QLineEdit *m_from;
    QLineEdit *m_to;
    QComboBox *m_interval;
    QPushButton *m_refresh = nullptr;
    QLineEdit *m_text;
    QComboBox *m_signs;
    QLabel *m_wrong;
    QString m_entered; ///< both numbers as they were last looked at
};

} // namespace hangup

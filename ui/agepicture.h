// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractButton>
#include <QList>
#include <QWidget>

#include <chrono>
#include <optional>

namespace hangup {

/// Ages from a bound up to, not including, the next. Without any bound: not known.
struct AgeBand
{
    std::optional<std::chrono::seconds> from {};
    std::optional<std::chrono::seconds> below {};
    friend bool operator==(const AgeBand &, const AgeBand &) = default;
};

/// One band of the picture: how many calls, a bar, and the ages below it. Pressed, it is chosen.
class AgeColumn final : public QAbstractButton
{
    Q_OBJECT
public:
    AgeColumn(const QString &ages, QWidget *parent);
    /// @p most: calls of the fullest band, whose bar is the whole height.
    void setCount(int count, int most);
    int count() const { return m_count; }
    /// These calls are older than a call may get: painted as a warning.
    void setOld(bool old);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    /// An arrow key was pressed: by so many columns to the right.
    void moveRequested(int by);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void paintGround(QPainter *painter) const;
    void updateName();

    int m_count = 0;
    int m_most = 0;
    bool m_isOld = false;
};

/// The account's live calls by age, as columns; a click on one, or Space and Enter, chooses its calls, another one
/// lets them all through again. The arrow keys go from column to column. Its description lists all of them.
class AgePicture final : public QWidget
{
    Q_OBJECT
public:
    explicit AgePicture(QWidget *parent);
    /// The bounds between the bands, for LiveCallModel::countsByAge().
    static const QList<std::chrono::seconds> &edges();
    /// As countsByAge() has them.
    void setCounts(const QList<int> &counts);
    /// Bands that begin there or later stand out; 0: none.
    void setOldFrom(std::chrono::seconds age);
    /// The band that was chosen, or nothing.
    std::optional<AgeBand> chosen() const;
    void clearChoice();

Q_SIGNALS:
    void chosenChanged();

private:
    void choose(int column);
    void focusColumn(int column);

    QList<AgeColumn *> m_columns;
    int m_chosen = -1;
};

} // namespace hangup

// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "session/session.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QTableWidget>

class QTimer;

namespace hangup {

/// The calls that a confirmation is about, with who is on them as far as it is known: legs that belong together stand
/// together, B legs indented under their A leg, and calls that need another step carry why. Of many calls the first,
/// the last and the flagged ones stand there. What is read later changes cells, never the size of this.
class ConfirmCalls final : public QTableWidget
{
    Q_OBJECT
public:
    /// So many calls are all shown.
    static constexpr qsizetype MostShown = 50;
    /// Of more, so many at each end.
    static constexpr qsizetype ShownAtEachEnd = 3;

    /// @p expectsDetails: they will be read while this is shown, and there is room for them.
    ConfirmCalls(const Confirmation &confirmation, bool expectsDetails, QWidget *parent);

    /// The same calls with what is known of them now. Keeps scroll and selection.
    void setConfirmation(const Confirmation &confirmation);
    /// What was said of one of them: over, gone and unreadable ones say so, from the next setConfirmation() on.
    void setRead(const CallInfoRead &read);
    /// More width than this there won't be, in pixels: where the columns need more, they scroll, and the bar takes none
    /// of the rows' height.
    void setRoom(int width) { m_room = width; }
    int room() const { return m_room; }
    /// First and last ids with what stands beside them, a line each, as for a screen reader.
    QString summary() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    enum Column { UuidColumn, FromColumn, ToColumn, DirectionColumn, AgeColumn, NoteColumn, ColumnCount };
    /// A call, or how many are between two of them.
    struct Line
    {
        std::optional<CallId> id {};
        bool isLeg = false; ///< a B leg under its A leg
        QString words {}; ///< of no call
    };

    QList<Line> allLines() const;
    QList<Line> lines() const;
    void fill();
    void fillRow(int row, const Line &line);
    void fillCall(int row, const Line &line);
    void setCell(int row, int column, const QString &text);
    void setMark(int row, bool isFlagged, bool isMuted);
    QString note(const CallId &id) const;
    QString age(const CallId &id) const;
    void tick();
    void copy() const;
    void sizeColumns();
    int wantedWidth() const;
    int rowsHeight(int rows) const;

    Confirmation m_confirmation;
    QHash<CallId, CallInfoRead> m_reads;
    QList<Line> m_lines;
    int m_room = QWIDGETSIZE_MAX;
    bool m_hasDetails; ///< there are columns besides the id
    QTimer *m_ageTimer;
};

} // namespace hangup

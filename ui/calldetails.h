// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "domain/callreading.h"
#include "domain/copyas.h"
#include "domain/stucksigns.h"

#include <QList>
#include <QStringList>
#include <QWidget>

#include <optional>

class QGridLayout;
class QLabel;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace hangup {

/// What the details say of a call.
struct DetailsOfCall
{
    CallId id;
    std::optional<CallInfoRead> read {}; ///< nothing: it was not looked up
    bool isAsking = false; ///< an answer is awaited
    bool hasEnded = false; ///< it is live by `read`, but has ended since: what is live of it is not shown
    StuckFinding finding {};
    StuckRules rules {};
    QString context {}; ///< the words around the id in the pasted text
    std::optional<CallId> parent {};
    QList<CallId> children {};
    bool offersRequest = false; ///< it may be cancelled as a request
    bool offersElsewhere = false; ///< there are other accounts to ask
    QStringList elsewhere {}; ///< what other accounts said, a sentence each
};

/// The pane beside the pages: one call with everything that is known of it. Shows; what its buttons mean is for
/// DetailsFlow. Foreign texts are plain.
class CallDetails final : public QWidget
{
    Q_OBJECT
public:
    explicit CallDetails(QWidget *parent);
    /// Ages are as of @p nowMs (UTC ms). The same call keeps its scroll.
    void showCall(const DetailsOfCall &call, qint64 nowMs);
    void showNothing(const QString &sentence);
    /// All that stands in it, a line each.
    QString text() const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void closeRequested();
    void lookUpRequested();
    void legChosen(const hangup::CallId &id);
    void requestCancelWanted();
    void elsewhereWanted();
    void copyAsChosen(hangup::CopyLanguage language);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    enum Field {
        FromField,
        ToField,
        DirectionField,
        StatusField,
        CallerField,
        StartedField,
        AgeField,
        StuckField,
        RequestField,
        ReadField,
        FieldCount
    };

    QWidget *buildHead();
    QWidget *buildButtons();
    void addFields(QVBoxLayout *column);
    void addLegs(QVBoxLayout *column);
    void addOffers(QVBoxLayout *column);
    QLabel *addValue(QVBoxLayout *column, const QString &title, QLabel **heading);
    void setField(Field field, const QString &value);
    void showFields(const DetailsOfCall &call, qint64 nowMs);
    void showLegs(const DetailsOfCall &call);

    QToolButton *m_close = nullptr;
    QLabel *m_id;
    QLabel *m_sentence;
    QWidget *m_body;
    QLabel *m_titles[FieldCount] = {};
    QLabel *m_values[FieldCount] = {};
    QWidget *m_legs;
    QVBoxLayout *m_legList = nullptr;
    QList<CallId> m_shownLegs;
    QLabel *m_contextTitle = nullptr;
    QLabel *m_context = nullptr;
    QPushButton *m_lookUp = nullptr;
    QPushButton *m_copyAs = nullptr;
    QPushButton *m_request = nullptr;
    QPushButton *m_elsewhere = nullptr;
    QLabel *m_others = nullptr;
};

} // namespace hangup

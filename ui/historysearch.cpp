// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/historysearch.h"

#include "domain/words.h"
#include "ui/boxnames.h"
#include "ui/flowlayout.h"
#include "ui/historydate.h"
#include "ui/settingsfields.h"
#include "ui/steadybutton.h"
#include "ui/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QFontMetrics>
#include <QLabel>
#include <QLineEdit>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace hangup {

namespace {

constexpr auto TypingRest = 250ms;
/// Characters of a field: more is a mistaken paste.
constexpr int LongestText = 200;
/// The box's entries; "not live" takes both kinds.
constexpr std::array ShownOutcomes { Outcome::Ended, Outcome::NotLive, Outcome::Refused, Outcome::Unknown,
                                     Outcome::NotSent };

qint64 startOf(const QDate &day)
{
    return day.isValid() ? day.startOfDay().toMSecsSinceEpoch() : 0;
}

} // namespace

HistorySearch::HistorySearch(QWidget *parent) : QWidget(parent), m_rest(new QTimer(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::Gap / 2);
    auto *fields = new QWidget(this);
    new FlowLayout(theme::WideGap, fields);
    column->addWidget(fields);

    m_uuid = addText(tr("Call &UUID"), tr("Search call UUID"), 36);
    m_uuid->setPlaceholderText(tr("all or part of it"));
    m_ticket = addText(tr("&Ticket"), tr("Search ticket"), 16);
    m_account = addText(tr("Accou&nt"), tr("Search account"), 18);
    m_account->setPlaceholderText(tr("name or auth ID"));
    addOutcomes();
    m_from = addDate(tr("F&rom"), tr("Search from"));
    m_to = addDate(tr("T&o"), tr("Search to"));
    m_clear = new SteadyButton(tr("Clear"), tr("Clear the search"), this);
    m_clear->setToolTip(tr("Show all batches again"));
    addField(QString(), m_clear);

    m_wrong = new QLabel(this);
    m_wrong->setTextFormat(Qt::PlainText);
    m_wrong->setWordWrap(true);
    m_wrong->hide();
    column->addWidget(m_wrong);

    m_rest->setSingleShot(true);
    m_rest->setInterval(TypingRest);
    connect(m_rest, &QTimer::timeout, this, &HistorySearch::check);
    connect(m_clear, &QPushButton::clicked, this, &HistorySearch::clear);
    makeIcons();
    m_clear->setEnabled(false);
}

void HistorySearch::addField(const QString &label, QWidget *field)
{
    auto *box = new QWidget(this);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::Gap / 4);
    auto *words = new QLabel(label, box);
    words->setTextFormat(Qt::PlainText);
    if (!label.isEmpty())
        words->setBuddy(field);
    column->addWidget(words);
    column->addWidget(field);
    layout()->itemAt(0)->widget()->layout()->addWidget(box);
}

QLineEdit *HistorySearch::addText(const QString &label, const QString &name, int characters)
{
    auto *field = new QLineEdit(this);
    field->setAccessibleName(name);
    field->setClearButtonEnabled(true);
    // Qt's button has no name of its own.
    if (auto *clear = field->findChild<QToolButton *>())
        clear->setAccessibleName(tr("Clear “%1”").arg(name));
    field->setMaxLength(LongestText);
    constexpr int AroundText = 44; // frame and the button that clears
    field->setFixedWidth(QFontMetrics(field->font()).horizontalAdvance(u'0') * characters + AroundText);
    connect(field, &QLineEdit::textChanged, this, &HistorySearch::touched);
    connect(field, &QLineEdit::returnPressed, this, &HistorySearch::check);
    addField(label, field);
    return field;
}

HistoryDateField *HistorySearch::addDate(const QString &label, const QString &name)
{
    auto *field = new HistoryDateField(name, this);
    constexpr int AroundDate = 52;
    field->setFixedWidth(QFontMetrics(field->font()).horizontalAdvance(u"0000-00-00"_s) + AroundDate);
    connect(field, &QLineEdit::textChanged, this, &HistorySearch::touched);
    connect(field, &QLineEdit::returnPressed, this, &HistorySearch::check);
    addField(label, field);
    return field;
}

void HistorySearch::addOutcomes()
{
    nameBoxesByTheirNames();
    m_outcome = new QComboBox(this);
    m_outcome->setAccessibleName(tr("Search outcome"));
    m_outcome->addItem(tr("All outcomes"));
    for (const Outcome one : ShownOutcomes)
        m_outcome->addItem(words::outcomeShort(one), static_cast<int>(one));
    connect(m_outcome, &QComboBox::currentIndexChanged, this, [this] {
        touched();
        check();
    });
    addField(tr("Outco&me"), m_outcome);
}

void HistorySearch::makeIcons()
{
    m_outcome->setItemIcon(0, theme::icon(u"filter"_s, palette()));
    for (int i = 1; i < m_outcome->count(); ++i) {
        const auto outcome = static_cast<Outcome>(m_outcome->itemData(i).toInt());
        m_outcome->setItemIcon(i, theme::outcomeIcon(outcome, palette()));
    }
    m_clear->setIcon(theme::icon(u"close"_s, palette()));
    QPalette red = m_wrong->palette();
    red.setColor(QPalette::WindowText, theme::outcomeColour(Outcome::Refused, palette()));
    m_wrong->setPalette(red);
}

std::optional<HistoryQuery> HistorySearch::query() const
{
    if (m_from->isWrong() || m_to->isWrong())
        return std::nullopt;
    HistoryQuery query;
    query.uuid = m_uuid->text().trimmed();
    query.ticket = m_ticket->text().trimmed();
    query.account = m_account->text().trimmed();
    if (const QVariant value = m_outcome->currentData(); value.isValid()) {
        const auto outcome = static_cast<Outcome>(value.toInt());
        query.outcomes.append(outcome);
        if (outcome == Outcome::NotLive)
            query.outcomes.append(Outcome::NotLiveMaybeUs);
    }
    query.fromMs = startOf(m_from->date());
    // The last day belongs to it.
    query.toMs = m_to->date().isValid() ? startOf(m_to->date().addDays(1)) : 0;
    return query;
}

bool HistorySearch::isEmpty() const
{
    return m_uuid->text().trimmed().isEmpty() && m_ticket->text().trimmed().isEmpty()
        && m_account->text().trimmed().isEmpty() && m_outcome->currentIndex() == 0 && m_from->text().trimmed().isEmpty()
        && m_to->text().trimmed().isEmpty();
}

void HistorySearch::focusFirst()
{
    m_uuid->setFocus(Qt::ShortcutFocusReason);
    m_uuid->selectAll();
}

void HistorySearch::clear()
{
    if (isEmpty())
        return;
    const QSignalBlocker outcome(m_outcome);
    for (QLineEdit *field :
         { m_uuid, m_ticket, m_account, static_cast<QLineEdit *>(m_from), static_cast<QLineEdit *>(m_to) })
        field->clear();
    m_outcome->setCurrentIndex(0);
    check();
    // The button that was pressed is off now; the keyboard goes on where one types.
    m_uuid->setFocus(Qt::OtherFocusReason);
    m_clear->setEnabled(false);
}

void HistorySearch::touched()
{
    m_clear->setEnabled(!isEmpty());
    m_rest->start();
}

void HistorySearch::check()
{
    m_rest->stop();
    QString wrong;
    for (const HistoryDateField *field : { m_from, m_to }) {
        if (field->isWrong())
            wrong = tr("“%1” is not a day such as 2026-11-24.").arg(field->text().trimmed());
    }
    if (wrong != m_wrong->text()) {
        m_wrong->setVisible(!wrong.isEmpty());
        tellSetting(m_wrong, wrong);
    }
    if (wrong.isEmpty())
        Q_EMIT changed();
}

void HistorySearch::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_clear)
        makeIcons();
}

} // namespace hangup

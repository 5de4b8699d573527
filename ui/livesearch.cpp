// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/livesearch.h"

#include "domain/callwords.h"
#include "domain/settings.h"
#include "ui/boxnames.h"
#include "ui/flowlayout.h"
#include "ui/settingsfields.h"
#include "ui/steadybutton.h"
#include "ui/theme.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QEvent>
#include <QFontMetrics>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hangup {

namespace {

constexpr int LongestText = 200; // more is a mistaken paste
/// "Show": all calls, those with a sign, then those with one of the signs.
enum Shown : int { ShowAll = -2, ShowStuck = -1 };

QLineEdit *textField(const QString &name, int characters, QWidget *parent)
{
    auto *field = new QLineEdit(parent);
    field->setAccessibleName(name);
    field->setClearButtonEnabled(true);
    // Qt's button has no name of its own.
    if (auto *clear = field->findChild<QToolButton *>())
        clear->setAccessibleName(LiveSearch::tr("Clear “%1”").arg(name));
    field->setMaxLength(LongestText);
    constexpr int AroundText = 44; // frame and the button that clears
    field->setFixedWidth(QFontMetrics(field->font()).horizontalAdvance(u'0') * characters + AroundText);
    return field;
}

} // namespace

LiveSearch::LiveSearch(QWidget *parent) : QWidget(parent)
{
    nameBoxesByTheirNames();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::Gap / 2);
    auto *fields = new QWidget(this);
    new FlowLayout(theme::WideGap, fields);
    column->addWidget(fields);

    m_direction = addBox(tr("&Direction"), tr("Direction of the live calls"));
    fillDirections();
    m_from = addNumber(tr("Fro&m"), tr("Live calls from"));
    m_to = addNumber(tr("T&o"), tr("Live calls to"));
    m_interval = addBox(tr("Read a&new"), tr("Read the live calls anew"));
    fillIntervals();
    addRefresh();
    m_text = textField(tr("Filter live calls"), 16, this);
    m_text->setPlaceholderText(tr("text in any column"));
    connect(m_text, &QLineEdit::textChanged, this, &LiveSearch::shownChanged);
    addField(tr("F&ilter"), m_text);
    m_signs = addBox(tr("Sho&w"), tr("Show live calls"));
    constexpr int SignCharacters = 20;
    m_signs->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_signs->setMinimumContentsLength(SignCharacters);
    fillSigns({});
    connect(m_signs, &QComboBox::currentIndexChanged, this, &LiveSearch::shownChanged);

    m_wrong = new QLabel(this);
    m_wrong->setTextFormat(Qt::PlainText);
    m_wrong->setWordWrap(true);
    m_wrong->hide();
    column->addWidget(m_wrong);
    makeIcons();
}

void LiveSearch::addField(const QString &label, QWidget *field)
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

QLineEdit *LiveSearch::addNumber(const QString &label, const QString &name)
{
    constexpr int NumberCharacters = 14;
    QLineEdit *field = textField(name, NumberCharacters, this);
    field->setPlaceholderText(tr("any number"));
    field->setToolTip(tr("The whole number, as Plivo writes it; applied with Enter"));
    connect(field, &QLineEdit::editingFinished, this, &LiveSearch::numberEntered);
    // Cleared with the button inside: nothing more is to be typed.
    connect(field, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.isEmpty())
            numberEntered();
    });
    addField(label, field);
    return field;
}

QComboBox *LiveSearch::addBox(const QString &label, const QString &name)
{
    auto *box = new QComboBox(this);
    box->setAccessibleName(name);
    addField(label, box);
    return box;
}

void LiveSearch::fillDirections()
{
    m_direction->addItem(tr("Any"), static_cast<int>(CallDirection::Unknown));
    for (const CallDirection one : { CallDirection::Inbound, CallDirection::Outbound })
        m_direction->addItem(words::direction(one), static_cast<int>(one));
    connect(m_direction, &QComboBox::currentIndexChanged, this, &LiveSearch::askedChanged);
}

void LiveSearch::fillIntervals()
{
    for (const int seconds : Settings::LiveRefreshSeconds)
        m_interval->addItem(seconds == 0 ? tr("Only when asked") : tr("Every %1 s").arg(seconds), seconds);
    connect(m_interval, &QComboBox::activated, this,
            [this] { Q_EMIT intervalChosen(std::chrono::seconds(m_interval->currentData().toInt())); });
}

void LiveSearch::fillSigns(const StuckRules &rules)
{
    const QVariant chosen = m_signs->currentData();
    const QSignalBlocker quiet(m_signs);
    m_signs->clear();
    m_signs->addItem(tr("All calls"), ShowAll);
    m_signs->addItem(tr("What looks stuck"), ShowStuck);
    for (const StuckSign sign : AllStuckSigns)
        m_signs->addItem(words::stuckSign(sign, rules), static_cast<int>(sign));
    m_signs->setCurrentIndex(std::max(0, m_signs->findData(chosen)));
    // The words of a sign are longer than the box.
    const QFontMetrics metrics(m_signs->font());
    int widest = 0;
    for (int i = 0; i < m_signs->count(); ++i)
        widest = std::max(widest, metrics.horizontalAdvance(m_signs->itemText(i)));
    m_signs->view()->setMinimumWidth(widest + theme::iconSize() + 2 * theme::Margin);
}

void LiveSearch::addRefresh()
{
    m_refresh = new SteadyButton(tr("&Refresh"), tr("Refresh the live calls"), this);
    m_refresh->setToolTip(tr("Read the live calls from Plivo now (F5)"));
    connect(m_refresh, &QPushButton::clicked, this, &LiveSearch::refreshRequested);
    addField(QString(), m_refresh);
}

void LiveSearch::makeIcons()
{
    m_refresh->setIcon(theme::icon(u"retry"_s, palette()));
    QPalette red = m_wrong->palette();
    red.setColor(QPalette::WindowText, theme::outcomeColour(Outcome::Refused, palette()));
    m_wrong->setPalette(red);
}

/// Focus that only goes through the field asks for nothing.
void LiveSearch::numberEntered()
{
    const QString entered = m_from->text() + u'\n' + m_to->text();
    if (entered == m_entered)
        return;
    m_entered = entered;
    Q_EMIT askedChanged();
}

QString LiveSearch::wrongNumber() const
{
    for (const QLineEdit *field : { m_from, m_to }) {
        const QString text = field->text().trimmed();
        if (!text.isEmpty() && !NumberFilter::parse(text))
            return text;
    }
    return {};
}

void LiveSearch::sayWrong()
{
    const QString number = wrongNumber();
    const QString sentence = number.isEmpty()
        ? QString()
        : tr("“%1” is no phone number such as 493012345: digits alone, with or without a +. Nothing is asked of Plivo.")
              .arg(number);
    if (sentence == m_wrong->text())
        return;
    m_wrong->setVisible(!sentence.isEmpty());
    tellSetting(m_wrong, sentence);
}

std::optional<LiveFilter> LiveSearch::asked()
{
    sayWrong();
    if (!wrongNumber().isEmpty())
        return {};
    LiveFilter filter;
    filter.direction = static_cast<CallDirection>(m_direction->currentData().toInt());
    filter.from = NumberFilter::parse(m_from->text().trimmed());
    filter.to = NumberFilter::parse(m_to->text().trimmed());
    return filter;
}

LiveCallFilter LiveSearch::shown() const
{
    LiveCallFilter filter { .text = m_text->text().trimmed() };
    const int chosen = m_signs->currentData().toInt();
    filter.looksStuck = chosen == ShowStuck;
    if (chosen >= 0)
        filter.sign = static_cast<StuckSign>(chosen);
    return filter;
}

void LiveSearch::clearShown()
{
    m_text->clear();
    m_signs->setCurrentIndex(0);
}

void LiveSearch::setInterval(std::chrono::seconds interval)
{
    m_interval->setCurrentIndex(std::max(0, m_interval->findData(static_cast<int>(interval.count()))));
}

void LiveSearch::setRules(const StuckRules &rules)
{
    fillSigns(rules);
}

void LiveSearch::focusFilter()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void LiveSearch::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_refresh)
        makeIcons();
}

} // namespace hangup

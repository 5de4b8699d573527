// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/calldetails.h"

#include "domain/callwords.h"
#include "ui/copyasmenu.h"
#include "ui/steadybutton.h"
#include "ui/theme.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace hangup {

namespace {

QLabel *plainLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

QLabel *valueLabel(QWidget *parent)
{
    QLabel *label = plainLabel(parent);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    return label;
}

QLabel *heading(const QString &text, QWidget *parent)
{
    QLabel *label = plainLabel(parent);
    label->setText(text);
    label->setFont(theme::font(theme::Type::Strong));
    return label;
}

void setText(QLabel *label, const QString &text)
{
    if (label->text() != text)
        label->setText(text);
}

} // namespace

CallDetails::CallDetails(QWidget *parent)
    : QWidget(parent), m_id(valueLabel(this)), m_sentence(valueLabel(this)), m_body(new QWidget(this)),
      m_legs(new QWidget(this))
{
    setAccessibleName(tr("Call details"));
    m_id->setFont(theme::fixedFont());
    m_sentence->setAccessibleName(tr("What Plivo says"));
    auto *column = new QVBoxLayout(m_body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::Gap);
    column->addWidget(m_id);
    column->addWidget(m_sentence);
    addOffers(column);
    addFields(column);
    addLegs(column);
    m_contextTitle = heading(tr("In the pasted text"), m_body);
    m_context = valueLabel(m_body);
    column->addWidget(m_contextTitle);
    column->addWidget(m_context);
    column->addStretch(1);

    auto *area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setAccessibleName(tr("Details"));
    area->setWidget(m_body);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(theme::Gap);
    all->addWidget(buildHead());
    all->addWidget(area, 1);
    all->addWidget(buildButtons());
    showNothing({});
}

QWidget *CallDetails::buildHead()
{
    auto *head = new QWidget(this);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    auto *title = heading(tr("Call details"), head);
    title->setWordWrap(false);
    m_close = new QToolButton(head);
    m_close->setIcon(theme::icon(u"close"_s, palette()));
    m_close->setAutoRaise(true);
    m_close->setAccessibleName(tr("Close the details"));
    m_close->setToolTip(tr("Close the details"));
    m_close->setMinimumSize(theme::ControlHeight, theme::ControlHeight);
    row->addWidget(title);
    row->addStretch(1);
    row->addWidget(m_close);
    connect(m_close, &QToolButton::clicked, this, &CallDetails::closeRequested);
    return head;
}

QWidget *CallDetails::buildButtons()
{
    auto *buttons = new QWidget(this);
    auto *row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::Gap);
    m_lookUp = new SteadyButton(tr("Look up"), this);
    m_lookUp->setToolTip(tr("Asks Plivo about the selected calls (F6)"));
    m_copyAs = new SteadyButton(tr("Copy as"), this);
    m_copyAs->setToolTip(tr("A program that ends this call, without credentials"));
    auto *menu = new QMenu(m_copyAs);
    fillCopyAs(menu, [this](CopyLanguage language) { Q_EMIT copyAsChosen(language); });
    m_copyAs->setMenu(menu);
    row->addWidget(m_lookUp);
    row->addWidget(m_copyAs);
    row->addStretch(1);
    connect(m_lookUp, &QPushButton::clicked, this, &CallDetails::lookUpRequested);
    return buttons;
}

void CallDetails::addOffers(QVBoxLayout *column)
{
    m_request = new SteadyButton(tr("Cancel it as a request…"), this);
    m_request->setToolTip(tr("Asks first, then cancels the outbound request of this UUID, if nobody has answered it"));
    m_elsewhere = new SteadyButton(tr("Look in other accounts…"), this);
    m_elsewhere->setToolTip(tr("Asks first, then asks Plivo with the other accounts you have stored"));
    m_others = valueLabel(m_body);
    m_others->setAccessibleName(tr("Other accounts"));
    column->addWidget(m_request, 0, Qt::AlignLeading);
    column->addWidget(m_elsewhere, 0, Qt::AlignLeading);
    column->addWidget(m_others);
    connect(m_request, &QPushButton::clicked, this, &CallDetails::requestCancelWanted);
    connect(m_elsewhere, &QPushButton::clicked, this, &CallDetails::elsewhereWanted);
}

void CallDetails::addFields(QVBoxLayout *column)
{
    const QString titles[FieldCount] = { tr("From"),    tr("To"),  tr("Direction"),   tr("Status"),  tr("Caller name"),
                                         tr("Started"), tr("Age"), tr("Looks stuck"), tr("Request"), tr("As of") };
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(theme::WideGap);
    grid->setVerticalSpacing(theme::Gap / 2);
    grid->setColumnStretch(1, 1);
    for (int field = 0; field < FieldCount; ++field) {
        m_titles[field] = plainLabel(m_body);
        m_titles[field]->setWordWrap(false);
        m_titles[field]->setText(titles[field]);
        m_titles[field]->setAlignment(Qt::AlignLeading | Qt::AlignTop);
        m_values[field] = valueLabel(m_body);
        grid->addWidget(m_titles[field], field, 0);
        grid->addWidget(m_values[field], field, 1);
    }
    m_values[RequestField]->setFont(theme::fixedFont());
    column->addLayout(grid);
}

void CallDetails::addLegs(QVBoxLayout *column)
{
    m_legList = new QVBoxLayout(m_legs);
    m_legList->setContentsMargins(0, 0, 0, 0);
    m_legList->setSpacing(theme::Gap / 2);
    m_legList->addWidget(heading(tr("Legs of the same call"), m_legs));
    column->addWidget(m_legs);
}

void CallDetails::setField(Field field, const QString &value)
{
    setText(m_values[field], value);
    m_values[field]->setVisible(!value.isEmpty());
    m_titles[field]->setVisible(!value.isEmpty());
}

void CallDetails::showCall(const DetailsOfCall &call, qint64 nowMs)
{
    setText(m_id, call.id.toString());
    m_id->show();
    setText(m_sentence,
            call.isAsking       ? tr("Asking Plivo …")
                : call.hasEnded ? tr("Not live any more: F6 asks how it ended.")
                : call.read     ? words::infoSentence(*call.read, nowMs)
                                : tr("Not looked up yet: press F6."));
    showFields(call, nowMs);
    showLegs(call);
    m_request->setVisible(call.offersRequest);
    m_elsewhere->setVisible(call.offersElsewhere);
    setText(m_others, call.elsewhere.join(u'\n'));
    m_others->setVisible(!call.elsewhere.isEmpty());
    setText(m_context, call.context.trimmed());
    m_context->setVisible(!m_context->text().isEmpty());
    m_contextTitle->setVisible(!m_context->text().isEmpty());
    m_lookUp->setEnabled(true);
    m_copyAs->setEnabled(true);
}

void CallDetails::showFields(const DetailsOfCall &call, qint64 nowMs)
{
    const CallInfo *info = call.read && call.read->info ? &*call.read->info : nullptr;
    const bool isLive = info && info->phase != CallPhase::Over && !call.hasEnded;
    const auto age = info && !call.hasEnded ? info->age(nowMs) : std::nullopt;
    setField(FromField, info ? info->from : QString());
    setField(ToField, info ? info->to : QString());
    setField(DirectionField, info ? words::direction(info->direction) : QString());
    setField(StatusField, info && !call.hasEnded ? words::status(*info) : QString());
    setField(CallerField, info ? info->callerName : QString());
    setField(StartedField, info ? words::moment(info->startedAtMs, nowMs) : QString());
    setField(AgeField, age ? words::age(*age) : QString());
    setField(StuckField, isLive ? words::stuckFinding(call.finding, call.rules) : QString());
    setField(RequestField, info && info->request ? info->request->toString() : QString());
    setField(ReadField, info ? words::moment(info->readAtMs, nowMs) : QString());
}

void CallDetails::showLegs(const DetailsOfCall &call)
{
    QList<CallId> legs;
    if (call.parent)
        legs += *call.parent;
    legs += call.children;
    m_legs->setVisible(!legs.isEmpty());
    if (legs == m_shownLegs)
        return;
    m_shownLegs = legs;
    const auto old = m_legs->findChildren<QPushButton *>();
    for (QPushButton *button : old) {
        m_legList->removeWidget(button);
        button->deleteLater();
        button->hide();
    }
    for (const CallId &leg : std::as_const(legs)) {
        const bool isParent = call.parent && leg == *call.parent;
        const QString words = isParent ? tr("A leg %1") : tr("B leg %1");
        auto *button = new SteadyButton(words.arg(leg.shortened()), words.arg(leg.toString()), m_legs);
        button->setToolTip(tr("Shows this leg: %1").arg(leg.toString()));
        connect(button, &QPushButton::clicked, this, [this, leg] { Q_EMIT legChosen(leg); });
        m_legList->addWidget(button, 0, Qt::AlignLeading);
    }
}

void CallDetails::showNothing(const QString &sentence)
{
    m_id->hide();
    m_id->clear();
    setText(m_sentence, sentence);
    for (int field = 0; field < FieldCount; ++field)
        setField(static_cast<Field>(field), {});
    m_legs->hide();
    m_request->hide();
    m_elsewhere->hide();
    m_others->hide();
    m_context->hide();
    m_contextTitle->hide();
    m_lookUp->setEnabled(false);
    m_copyAs->setEnabled(false);
}

QString CallDetails::text() const
{
    QStringList lines;
    for (const QLabel *label : { m_id, m_sentence, m_others }) {
        if (!label->isHidden() && !label->text().isEmpty())
            lines += label->text();
    }
    for (int field = 0; field < FieldCount; ++field) {
        if (!m_values[field]->isHidden())
            lines += m_titles[field]->text() + u": "_s + m_values[field]->text();
    }
    const auto legs = m_legs->isHidden() ? QList<QPushButton *>() : m_legs->findChildren<QPushButton *>();
    for (const QPushButton *leg : legs) {
        if (!leg->isHidden())
            lines += leg->accessibleName();
    }
    if (!m_context->isHidden())
        lines += m_context->text();
    return lines.join(u'\n');
}

QSize CallDetails::sizeHint() const
{
    const int id = QFontMetrics(theme::fixedFont()).horizontalAdvance(QString(CallId::Length, u'0'));
    return { id + 4 * theme::Margin, 300 };
}

QSize CallDetails::minimumSizeHint() const
{
    return { sizeHint().width() * 3 / 4, 120 };
}

void CallDetails::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_close)
        m_close->setIcon(theme::icon(u"close"_s, palette())); // its tint is fixed when it is made
}

void CallDetails::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && event->modifiers() == Qt::NoModifier && !event->isAutoRepeat())
        Q_EMIT closeRequested();
    else
        QWidget::keyPressEvent(event);
}

} // namespace hangup

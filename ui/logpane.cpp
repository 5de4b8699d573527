// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/logpane.h"

#include "domain/words.h"
#include "ui/boxnames.h"
#include "ui/logtable.h"
#include "ui/steadybutton.h"
#include "ui/theme.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

namespace hangup {

using namespace Qt::StringLiterals;

namespace {

/// The box's entries; "not live" takes both kinds.
constexpr std::array FilterOutcomes { Outcome::Ended, Outcome::NotLive, Outcome::Refused, Outcome::Unknown,
                                      Outcome::NotSent };
constexpr int FilterWidth = 200;
/// Characters of the text filter: more is a mistaken paste.
constexpr int LongestFilter = 200;

} // namespace

struct LogPane::Private : public QObject
{
    Private(LogPane *parent, LogModel *log)
        : QObject(parent), model(log), heading(new QLabel(LogPane::tr("Log"), parent)),
          follow(new QCheckBox(LogPane::tr("Follow"), parent)), outcome(new QComboBox(parent)),
          filter(new QLineEdit(parent)), copy(new SteadyButton(LogPane::tr("Copy"), LogPane::tr("Copy log"), parent)),
          save(new SteadyButton(LogPane::tr("Save…"), LogPane::tr("Save log"), parent)),
          table(new LogTable(log, parent))
    {
    }

    void setUpControls();
    void layOut(QWidget *pane) const;
    void makeIcons(const QPalette &palette) const;

    LogModel *model;
    QLabel *heading;
    // In the order of the Tab key, which is that on the screen: Qt goes by which was made first.
    QCheckBox *follow;
    QComboBox *outcome;
    QLineEdit *filter;
    SteadyButton *copy;
    SteadyButton *save;
    LogTable *table;
};

void LogPane::Private::setUpControls()
{
    heading->setFont(theme::font(theme::Type::Strong));
    // The table is the one named "Log".
    heading->setAccessibleName(LogPane::tr("Heading of the log"));
    nameBoxesByTheirNames();
    outcome->setAccessibleName(LogPane::tr("Log outcome"));
    outcome->addItem(LogPane::tr("All outcomes"));
    for (const Outcome one : FilterOutcomes)
        outcome->addItem(words::outcomeShort(one), static_cast<int>(one));
    filter->setAccessibleName(LogPane::tr("Filter log"));
    filter->setPlaceholderText(LogPane::tr("Filter log"));
    filter->setClearButtonEnabled(true);
    // Qt's button has no name of its own.
    if (auto *clear = filter->findChild<QToolButton *>())
        clear->setAccessibleName(LogPane::tr("Clear the log filter"));
    filter->setMaxLength(LongestFilter);
    filter->setMinimumWidth(FilterWidth / 2);
    filter->setMaximumWidth(FilterWidth);
    follow->setAccessibleName(LogPane::tr("Follow"));
    follow->setToolTip(LogPane::tr("Keep the newest line in sight"));
    follow->setChecked(true);
    copy->setToolTip(LogPane::tr("Copy the selected lines, or all that are shown"));
    save->setToolTip(LogPane::tr("Save the whole log in a file"));
}

void LogPane::Private::layOut(QWidget *pane) const
{
    auto *controls = new QHBoxLayout;
    controls->setSpacing(theme::Gap);
    controls->addWidget(heading);
    controls->addStretch(1);
    controls->addWidget(follow);
    controls->addSpacing(theme::Gap);
    controls->addWidget(outcome);
    controls->addWidget(filter, 1);
    controls->addWidget(copy);
    controls->addWidget(save);
    auto *layout = new QVBoxLayout(pane);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::Gap);
    layout->addLayout(controls);
    layout->addWidget(table, 1);
}

void LogPane::Private::makeIcons(const QPalette &palette) const
{
    copy->setIcon(theme::icon(u"copy"_s, palette));
    save->setIcon(theme::icon(u"save"_s, palette));
    outcome->setItemIcon(0, theme::icon(u"filter"_s, palette));
    for (int i = 1; i < outcome->count(); ++i)
        outcome->setItemIcon(i, theme::outcomeIcon(static_cast<Outcome>(outcome->itemData(i).toInt()), palette));
}

LogPane::LogPane(LogModel *model, QWidget *parent) : QWidget(parent), d(new Private(this, model))
{
    d->setUpControls();
    d->layOut(this);
    d->makeIcons(palette());
    connect(d->outcome, &QComboBox::currentIndexChanged, this, [this](int index) {
        const QVariant value = d->outcome->itemData(index);
        d->model->setOutcomeFilter(value.isValid() ? std::optional(static_cast<Outcome>(value.toInt())) : std::nullopt);
    });
    connect(d->filter, &QLineEdit::textChanged, model, &LogModel::setTextFilter);
    connect(d->follow, &QCheckBox::toggled, d->table, &LogTable::setFollow);
    connect(d->copy, &QPushButton::clicked, this, &LogPane::copy);
    connect(d->save, &QPushButton::clicked, this, &LogPane::saveRequested);
    connect(d->table, &LogTable::copyRequested, this, &LogPane::copy);
    connect(d->table, &LogTable::rowActivated, this, [this](int row) {
        if (const auto id = d->model->idAt(row))
            Q_EMIT callActivated(*id);
    });
}

void LogPane::forbidSaving(const QString &sentence)
{
    d->save->setEnabled(sentence.isEmpty());
    d->save->setToolTip(sentence.isEmpty() ? LogPane::tr("Save the whole log in a file") : sentence);
    d->save->setAccessibleDescription(sentence);
}

void LogPane::focusFilter()
{
    d->filter->setFocus(Qt::ShortcutFocusReason);
    d->filter->selectAll();
}

void LogPane::copy()
{
    QList<int> rows = d->table->selectedRows();
    if (rows.isEmpty()) {
        for (int row = 0; row < d->model->rowCount(); ++row)
            rows.append(row);
    }
    QStringList lines;
    for (const int row : std::as_const(rows))
        lines.append(d->model->lineText(row));
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(u'\n') + u'\n');
}

void LogPane::resetLayout()
{
    d->table->resetLayout();
}

void LogPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        d->makeIcons(palette());
}

} // namespace hangup

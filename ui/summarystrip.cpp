// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/summarystrip.h"

#include "domain/words.h"
#include "models/calltexts.h"
#include "ui/filterchip.h"
#include "ui/flowlayout.h"
#include "ui/summarytext.h"
#include "ui/tallybar.h"
#include "ui/theme.h"

#include <QButtonGroup>
#include <QDateTime>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>

#include <array>

namespace hangup {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::array AllFilters { CallFilter::All,     CallFilter::Listed,  CallFilter::Waiting, CallFilter::Ended,
                                  CallFilter::NotLive, CallFilter::Refused, CallFilter::Unknown, CallFilter::NotSent };

QString chipWord(CallFilter filter)
{
    switch (filter) {
    case CallFilter::All:
        return SummaryStrip::tr("All");
    case CallFilter::Listed:
        return words::stateShort(CallState::Listed);
    case CallFilter::Waiting:
        return words::stateShort(CallState::Waiting);
    case CallFilter::Ended:
        return words::outcomeShort(Outcome::Ended);
    case CallFilter::NotLive:
        return words::outcomeShort(Outcome::NotLive);
    case CallFilter::Refused:
        return words::outcomeShort(Outcome::Refused);
    case CallFilter::Unknown:
        return words::outcomeShort(Outcome::Unknown);
    case CallFilter::NotSent:
        return words::outcomeShort(Outcome::NotSent);
    }
    return {};
}

/// What the chip means, for those who rest on it.
QString chipHint(CallFilter filter)
{
    switch (filter) {
    case CallFilter::All:
        return SummaryStrip::tr("Show all calls in the list");
    case CallFilter::Listed:
        return SummaryStrip::tr("Show calls that nobody asked to end yet");
    case CallFilter::Waiting:
        return SummaryStrip::tr("Show calls that wait or are on their way");
    case CallFilter::Ended:
        return words::outcomeSentence(Outcome::Ended);
    case CallFilter::NotLive:
        return words::outcomeSentence(Outcome::NotLive);
    case CallFilter::Refused:
        return words::outcomeSentence(Outcome::Refused);
    case CallFilter::Unknown:
        return words::outcomeSentence(Outcome::Unknown);
    case CallFilter::NotSent:
        return words::outcomeSentence(Outcome::NotSent);
    }
    return {};
}

int countOf(CallFilter filter, const Tally &tally)
{
    switch (filter) {
    case CallFilter::All:
        return tally.all();
    case CallFilter::Listed:
        return tally.listed;
    case CallFilter::Waiting:
        return tally.waiting;
    case CallFilter::Ended:
        return tally[Outcome::Ended];
    case CallFilter::NotLive:
        return tally.notLiveBoth();
    case CallFilter::Refused:
        return tally[Outcome::Refused];
    case CallFilter::Unknown:
        return tally[Outcome::Unknown];
    case CallFilter::NotSent:
        return tally[Outcome::NotSent];
    }
    return 0;
}

} // namespace

struct SummaryStrip::Private : public QObject
{
    explicit Private(SummaryStrip *parent)
        : QObject(parent), group(new QButtonGroup(this)), bar(new TallyBar(parent)), heldIcon(new QLabel(parent)),
          held(new QLabel(parent)), text(new SummaryText(parent))
    {
    }

    FilterChip *chip(CallFilter filter) const { return chips.at(static_cast<std::size_t>(filter)); }

    void updateHeldColours(const QWidget &strip) const
    {
        const QColor colour = theme::outcomeColour(Outcome::Unknown, strip.palette());
        QPalette palette = held->palette();
        palette.setColor(QPalette::WindowText, colour);
        held->setPalette(palette);
        const QIcon icon = theme::icon(u"clock"_s, strip.palette(), colour);
        heldIcon->setPixmap(icon.pixmap(QSize(16, 16), strip.devicePixelRatioF()));
    }

    std::array<FilterChip *, AllFilters.size()> chips {};
    QButtonGroup *group;
    TallyBar *bar;
    QLabel *heldIcon;
    QLabel *held;
    SummaryText *text;
    int total = 0;
    bool settingFilter = false;
};

SummaryStrip::SummaryStrip(QWidget *parent) : QWidget(parent), d(new Private(this))
{
    auto *chipRow = new FlowLayout(4);
    for (const CallFilter filter : AllFilters) {
        auto *chip = new FilterChip(filter, chipWord(filter), this);
        chip->setToolTip(calltexts::plainToolTip(chipHint(filter)));
        chip->setAccessibleDescription(chipHint(filter));
        d->group->addButton(chip, static_cast<int>(filter));
        d->chips.at(static_cast<std::size_t>(filter)) = chip;
        chipRow->addWidget(chip);
    }
    d->chip(CallFilter::All)->setChecked(true);
    // Toggled, not clicked: screen readers toggle, and the arrow keys do too.
    connect(d->group, &QButtonGroup::idToggled, this, [this](int id, bool on) {
        if (on && !d->settingFilter)
            Q_EMIT filterChosen(static_cast<CallFilter>(id));
    });

    d->held->setTextFormat(Qt::PlainText);
    auto *barRow = new QHBoxLayout;
    barRow->setSpacing(theme::WideGap);
    barRow->addWidget(d->bar, 1);
    barRow->addWidget(d->heldIcon);
    barRow->addWidget(d->held);
    barRow->addWidget(d->text);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::Gap);
    layout->addLayout(chipRow);
    layout->addLayout(barRow);

    setHeldUntil(0);
    setTally({});
    d->updateHeldColours(*this);
}

void SummaryStrip::setTally(const Tally &tally)
{
    const int digits = qMax(2, static_cast<int>(QString::number(tally.all()).size()));
    for (const CallFilter filter : AllFilters) {
        d->chip(filter)->setDigits(digits);
        d->chip(filter)->setCount(countOf(filter, tally));
    }
    d->bar->setTally(tally);
    d->text->setSentence(words::tally(tally));
}

void SummaryStrip::setProgress(int done, int total, std::optional<std::chrono::milliseconds> left)
{
    if (total != d->total)
        d->text->forgetWidth();
    d->total = total;
    if (total == 0) {
        d->text->setProgressText({});
        return;
    }
    const QLocale locale;
    const QString counted = tr("%1 of %2").arg(locale.toString(done), locale.toString(total));
    if (!left || done >= total) {
        d->text->setProgressText(counted);
        return;
    }
    // Whole seconds: tenths would only flicker.
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(qMax(*left, std::chrono::milliseconds(1ms)));
    const QString time = seconds < 60s ? tr("%1 s").arg(seconds.count()) : words::duration(seconds);
    d->text->setProgressText(tr("%1 · %2 left").arg(counted, time));
}

void SummaryStrip::setHeldUntil(qint64 utcMs)
{
    const bool held = utcMs > 0;
    if (held) {
        const QTime time = QDateTime::fromMSecsSinceEpoch(utcMs).time();
        d->held->setText(tr("Held by Plivo's limit until %1").arg(time.toString(u"HH:mm:ss"_s)));
    }
    d->held->setVisible(held);
    d->heldIcon->setVisible(held);
}

void SummaryStrip::setFilter(CallFilter filter)
{
    d->settingFilter = true;
    d->chip(filter)->setChecked(true);
    d->settingFilter = false;
}

void SummaryStrip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        d->updateHeldColours(*this);
}

} // namespace hangup

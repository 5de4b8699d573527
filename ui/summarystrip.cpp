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

QString heldWords(QTime time)
{
    return SummaryStrip::tr("Held by Plivo's limit until %1").arg(time.toString(u"HH:mm:ss"_s));
}

} // namespace

struct SummaryStrip::Private : public QObject
{
    explicit Private(SummaryStrip *parent)
        : QObject(parent), strip(parent), group(new QButtonGroup(this)), bar(new TallyBar(parent)),
          progress(new QWidget(parent)), text(new SummaryText(progress)), second(new QWidget(progress)),
          heldIcon(new QLabel(second)), held(new QLabel(second)), left(new QLabel(second))
    {
    }

    FilterChip *chip(CallFilter filter) const { return chips.at(static_cast<std::size_t>(filter)); }
    void makeChips(QLayout *row);
    void layOutProgress() const;
    void updateColours() const;
    void updateSizes() const;
    void setLeft(const QString &words) const { left->setText(words); }

    SummaryStrip *strip;
    std::array<FilterChip *, AllFilters.size()> chips {};
    QButtonGroup *group;
    TallyBar *bar;
    QWidget *progress; ///< of a fixed width, so that the chips beside it stay where they are
    SummaryText *text;
    QWidget *second; ///< the line below: what Plivo holds, or the time left
    QLabel *heldIcon;
    QLabel *held;
    QLabel *left;
    int digits = 5; ///< of the largest number there is room for
    bool settingFilter = false;
};

void SummaryStrip::Private::makeChips(QLayout *row)
{
    for (const CallFilter filter : AllFilters) {
        auto *chip = new FilterChip(filter, chipWord(filter), strip);
        chip->setToolTip(calltexts::plainToolTip(chipHint(filter)));
        chip->setAccessibleDescription(chipHint(filter));
        group->addButton(chip, static_cast<int>(filter));
        chips.at(static_cast<std::size_t>(filter)) = chip;
        row->addWidget(chip);
    }
    chip(CallFilter::All)->setChecked(true);
    // Toggled, not clicked: screen readers toggle, and the arrow keys do too.
    connect(group, &QButtonGroup::idToggled, strip, [this](int id, bool on) {
        if (on && !settingFilter)
            Q_EMIT strip->filterChosen(static_cast<CallFilter>(id));
    });
}

void SummaryStrip::Private::layOutProgress() const
{
    for (QLabel *label : { held, left })
        label->setTextFormat(Qt::PlainText);
    left->setObjectName(u"timeLeft"_s);
    auto *line = new QHBoxLayout(second);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(theme::Gap / 2);
    // The room before the words, which the time left has for itself: its box must not follow its words.
    line->addItem(new QSpacerItem(0, 0, QSizePolicy::Expanding, QSizePolicy::Minimum));
    line->addWidget(heldIcon);
    line->addWidget(held);
    line->addWidget(left, 1);
    auto *column = new QVBoxLayout(progress);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addStretch(1);
    column->addWidget(text);
    column->addWidget(second);
    column->addStretch(1);
}

void SummaryStrip::Private::updateColours() const
{
    const QColor colour = theme::outcomeColour(Outcome::Unknown, strip->palette());
    QPalette palette = held->palette();
    palette.setColor(QPalette::WindowText, colour);
    held->setPalette(palette);
    const QIcon icon = theme::icon(u"clock"_s, strip->palette(), colour);
    const int size = theme::iconSize();
    heldIcon->setPixmap(icon.pixmap(QSize(size, size), strip->devicePixelRatioF()));
}

void SummaryStrip::Private::updateSizes() const
{
    const QFont large = theme::font(theme::Type::Progress);
    text->setFont(large);
    // Said outright: a text of numbers alone counts as one from the left, and would stand there.
    const Qt::AlignmentFlag side = strip->layoutDirection() == Qt::RightToLeft ? Qt::AlignLeft : Qt::AlignRight;
    for (QLabel *label : std::initializer_list<QLabel *> { text, left })
        label->setAlignment(Qt::AlignVCenter | Qt::AlignAbsolute | side);
    const QString most = QLocale().toString(QString(digits, u'8').toInt());
    const int count = QFontMetrics(large).horizontalAdvance(SummaryStrip::tr("%1 of %2").arg(most, most));
    const QFontMetrics body(theme::font(theme::Type::Body));
    const int line = body.horizontalAdvance(heldWords(QTime(20, 58, 58))) + theme::iconSize() + theme::Gap;
    progress->setFixedWidth(qMax(count, line) + theme::Gap);
    second->setFixedHeight(qMax(body.height(), theme::iconSize()));
}

SummaryStrip::SummaryStrip(QWidget *parent) : QWidget(parent), d(new Private(this))
{
    auto *chips = new FlowLayout(theme::Gap / 2);
    d->makeChips(chips);
    d->layOutProgress();
    auto *top = new QHBoxLayout;
    top->setSpacing(theme::WideGap);
    top->addLayout(chips, 1);
    top->addWidget(d->progress);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::Gap);
    layout->addLayout(top);
    layout->addWidget(d->bar);

    setHeldUntil(0);
    setTally({});
    d->updateColours();
    d->updateSizes();
}

void SummaryStrip::setTally(const Tally &tally)
{
    constexpr int LeastDigits = 3;
    constexpr int LeastProgressDigits = 5;
    const int needed = static_cast<int>(QString::number(tally.all()).size());
    for (const CallFilter filter : AllFilters) {
        d->chip(filter)->setDigits(qMax(LeastDigits, needed));
        d->chip(filter)->setCount(countOf(filter, tally));
    }
    if (const int digits = qMax(LeastProgressDigits, needed); digits != d->digits) {
        d->digits = digits;
        d->updateSizes();
    }
    d->bar->setTally(tally);
    d->text->setSentence(words::tally(tally));
}

void SummaryStrip::setProgress(int done, int total, std::optional<std::chrono::milliseconds> left)
{
    if (total == 0) {
        d->text->setText({});
        d->setLeft({});
        return;
    }
    const QLocale locale;
    d->text->setText(tr("%1 of %2").arg(locale.toString(done), locale.toString(total)));
    if (done >= total) {
        d->setLeft(tr("Done"));
        return;
    }
    if (!left) {
        d->setLeft(tr("Under way"));
        return;
    }
    // Whole seconds: tenths would only flicker.
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(qMax(*left, std::chrono::milliseconds(1ms)));
    const QString time = seconds < 60s ? tr("%1 s").arg(seconds.count()) : words::duration(seconds);
    d->setLeft(tr("about %1 left").arg(time));
}

void SummaryStrip::setHeldUntil(qint64 utcMs)
{
    const bool held = utcMs > 0;
    if (held)
        d->held->setText(heldWords(QDateTime::fromMSecsSinceEpoch(utcMs).time()));
    // One or the other: how long it takes is not known while Plivo holds.
    d->held->setVisible(held);
    d->heldIcon->setVisible(held);
    d->left->setVisible(!held);
}

void SummaryStrip::setFilter(CallFilter filter)
{
    d->settingFilter = true;
    d->chip(filter)->setChecked(true);
    d->settingFilter = false;
}

bool SummaryStrip::event(QEvent *event)
{
    const bool taken = QWidget::event(event);
    // The second row of chips of a narrow window, or of large text: a window asks nobody for the height at its width,
    // and would take it from the table.
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest)
        setMinimumHeight(layout()->heightForWidth(width()));
    return taken;
}

void SummaryStrip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        d->updateColours();
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LayoutDirectionChange) {
        d->updateSizes();
        d->updateColours();
    }
}

} // namespace hangup

// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/confirmdialog.h"

#include "ui/confirmcalls.h"
#include "ui/elidedlabel.h"
#include "ui/steadybutton.h"
#include "ui/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QScreen>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace hangup {

namespace {

constexpr int SmallestWidth = 460;

QLabel *plainLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    label->setWordWrap(true);
    return label;
}

/// @p text with places where a word too long for the dialog may be broken.
QString breakable(const QString &text)
{
    constexpr int LongestWord = 24;
    constexpr QChar ZeroWidthSpace(0x200B);
    QString result;
    int run = 0;
    for (const QChar c : text) {
        run = c.isSpace() ? 0 : run + 1;
        if (run > LongestWord && !c.isLowSurrogate() && !c.isMark()) {
            result += ZeroWidthSpace;
            run = 1;
        }
        result += c;
    }
    return result;
}

QLabel *strongLabel(const QString &text, QWidget *parent)
{
    auto *label = plainLabel(text, parent);
    label->setFont(theme::font(theme::Type::Strong));
    return label;
}

bool isEnter(const QKeyEvent *event)
{
    return event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
}

} // namespace

ConfirmDialog::ConfirmDialog(const Confirmation &confirmation, const ConfirmWords &words, QWidget *parent)
    : QDialog(parent), m_confirmation(confirmation), m_readings(words.readings),
      m_sentence(plainLabel(words.sentence, this))
{
    m_settling.setSingleShot(true);
    connect(&m_settling, &QTimer::timeout, this, [this] {
        m_settled = true;
        updateButton();
    });
    // Scripts and screen readers know this name.
    setWindowTitle(confirmation.isRequest() ? tr("Confirm cancelling a request") : tr("Confirm hang up"));
    setAccessibleName(windowTitle());
    setWindowModality(Qt::WindowModal);
    setMinimumWidth(SmallestWidth);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::Margin, theme::Margin, theme::Margin, theme::Margin);
    layout->setSpacing(theme::WideGap);
    layout->setSizeConstraint(QLayout::SetMinimumSize);
    m_sentence->setVisible(!words.sentence.isEmpty());
    layout->addWidget(m_sentence);
    addAccount(layout, confirmation.account());
    addCautions(layout, words.cautions);
    addCalls(layout);
    addStep(layout);
    m_consequence = plainLabel({}, this);
    layout->addWidget(m_consequence);
    for (const QString &note : words.notes) {
        if (!note.isEmpty())
            layout->addWidget(plainLabel(note, this));
    }
    addWords(layout, words.words);
    if (confirmation.needsNumber())
        addNumber(layout);
    addButtons(layout);
    showState();
    m_cancel->setFocus();
}

void ConfirmDialog::addCautions(QVBoxLayout *layout, const QStringList &cautions)
{
    for (const QString &caution : cautions) {
        auto *row = new QHBoxLayout;
        row->setSpacing(theme::Gap);
        constexpr int IconSize = 16;
        auto *icon = new QLabel(this);
        icon->setPixmap(theme::icon(u"warning"_s, palette(), theme::outcomeColour(Outcome::Unknown, palette()))
                            .pixmap(IconSize, IconSize));
        icon->setAccessibleName(tr("Caution"));
        row->addWidget(icon, 0, Qt::AlignTop);
        row->addWidget(strongLabel(caution, this), 1);
        layout->addLayout(row);
    }
}

void ConfirmDialog::addAccount(QVBoxLayout *layout, const Account &account)
{
    constexpr int DotSize = 16;
    m_question = plainLabel({}, this);
    QFont large = m_question->font();
    large.setPointSizeF(large.pointSizeF() * 1.25);
    large.setBold(true);
    m_question->setFont(large);
    layout->addWidget(m_question);

    auto *row = new QHBoxLayout;
    row->setSpacing(theme::Gap);
    auto *dot = new QLabel(this);
    dot->setPixmap(theme::dot(account.colour).pixmap(DotSize, DotSize));
    dot->setAccessibleName(tr("Colour of the account"));
    row->addWidget(dot);
    auto *fullName = new ElidedLabel(account.name, this);
    QFont bold = fullName->font();
    bold.setBold(true);
    fullName->setFont(bold);
    row->addWidget(fullName);
    auto *id = plainLabel(account.authId.toString(), this);
    id->setFont(theme::fixedFont());
    id->setWordWrap(false);
    row->addWidget(id);
    const QString where = account.isPractice() ? tr("PRACTICE: nothing here is real")
        : account.isTestServer()               ? tr("TEST SERVER %1").arg(account.address.hostAndPort())
                                               : account.address.hostAndPort();
    auto *place = new ElidedLabel(where, this);
    place->setElideMode(Qt::ElideMiddle);
    row->addWidget(place, 1);
    layout->addLayout(row);
}

void ConfirmDialog::addCalls(QVBoxLayout *layout)
{
    if (m_confirmation.isRequest()) {
        auto *id = plainLabel(m_confirmation.ids().constFirst().toString(), this);
        id->setFont(theme::fixedFont());
        id->setTextInteractionFlags(Qt::TextSelectableByMouse);
        layout->addWidget(id);
        return;
    }
    m_calls = new ConfirmCalls(m_confirmation, m_readings > 0, this);
    // As wide as its columns, where the screen allows: Qt would make a new window no wider than two thirds of it. A
    // strut, for the layout sets the least size anew.
    constexpr int Beside = 4 * theme::Margin;
    const int screenWidth = parentWidget() ? parentWidget()->screen()->availableSize().width() : SmallestWidth;
    const int room = qMax(SmallestWidth, screenWidth - Beside) - 2 * theme::Margin;
    m_calls->setRoom(room);
    layout->addStrut(qMin(m_calls->sizeHint().width(), room));
    layout->addWidget(m_calls, 1);
}

/// The one deliberate step. What may become known while the dialog is open has its room from the start: the buttons
/// below must not move under the mouse.
void ConfirmDialog::addStep(QVBoxLayout *layout)
{
    if (m_confirmation.isRequest() || (m_readings == 0 && m_confirmation.known().isEmpty()))
        return;
    m_step = new QCheckBox(this);
    m_status = plainLabel({}, this);
    m_status->setAccessibleName(tr("State of the calls"));
    m_status->setMinimumHeight(statusHeight());
    QSizePolicy kept = m_step->sizePolicy();
    kept.setRetainSizeWhenHidden(true);
    m_step->setSizePolicy(kept);
    auto *box = new QVBoxLayout;
    box->setSpacing(theme::Gap / 2);
    box->addWidget(m_step);
    box->addWidget(m_status);
    layout->addLayout(box);
    connect(m_step, &QCheckBox::toggled, this, &ConfirmDialog::stepTaken);
}

void ConfirmDialog::addWords(QVBoxLayout *layout, const BatchWords &words)
{
    QStringList lines;
    if (!words.ticket.isEmpty())
        lines += tr("Ticket: %1").arg(breakable(words.ticket));
    if (!words.reason.isEmpty())
        lines += tr("Reason: %1").arg(breakable(words.reason));
    if (!lines.isEmpty())
        layout->addWidget(plainLabel(lines.join(u'\n'), this));
}

void ConfirmDialog::addNumber(QVBoxLayout *layout)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(theme::Gap);
    m_number = new QLineEdit(this);
    m_number->setAccessibleName(tr("Number of calls"));
    m_number->setMinimumHeight(theme::ControlHeight);
    m_number->setMaximumWidth(120);
    m_number->setAcceptDrops(false);
    // Enter in it must neither confirm nor, as the dialog's default would, cancel what was just typed.
    m_number->installEventFilter(this);
    auto *label = plainLabel(tr("These are many. Type the number of calls to go on:"), this);
    label->setBuddy(m_number);
    row->addWidget(label, 1);
    row->addWidget(m_number);
    layout->addLayout(row);
    connect(m_number, &QLineEdit::textChanged, this, &ConfirmDialog::updateButton);
}

void ConfirmDialog::addButtons(QVBoxLayout *layout)
{
    m_cancel = new SteadyButton(m_confirmation.isRequest() ? tr("Back") : tr("Cancel"), this);
    m_cancel->setDefault(true);
    // As wide as its longest words, so that no change of them moves anything.
    int width = 0;
    for (const qsizetype calls : { qsizetype(0), qsizetype(1), m_confirmation.ids().size() }) {
        for (const bool dryRun : { false, true }) {
            const QString words = confirmWords(calls, dryRun);
            delete m_confirm;
            m_confirm = new DangerButton(words, words, this);
            width = qMax(width, m_confirm->sizeHint().width());
        }
    }
    m_confirm->setMinimumWidth(width);
    auto *row = new QHBoxLayout;
    row->setSpacing(theme::Gap);
    m_dryRun = new QCheckBox(tr("&Dry run: do everything but end them"), this);
    m_dryRun->setAccessibleName(tr("Dry run"));
    m_dryRun->setToolTip(tr("All checks are made and questions asked; no DELETE is sent, and nothing is ended."));
    m_dryRun->setVisible(!m_confirmation.isRequest());
    row->addWidget(m_dryRun);
    row->addStretch(1);
    row->addWidget(m_cancel);
    row->addWidget(m_confirm);
    layout->addLayout(row);
    if (m_number)
        setTabOrder(m_number, m_dryRun);
    setTabOrder(m_dryRun, m_cancel);
    setTabOrder(m_cancel, m_confirm);
    connect(m_dryRun, &QCheckBox::toggled, this, &ConfirmDialog::showState);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_confirm, &QPushButton::clicked, this, &ConfirmDialog::confirm);
}

void ConfirmDialog::confirm()
{
    // A double click is two clicks: only the first counts.
    if (m_sent)
        return;
    m_sent = true;
    updateButton();
    Q_EMIT confirmed(m_number ? m_number->text() : QString(), choice());
}

EndingChoice ConfirmDialog::choice() const
{
    const bool taken = m_step && m_step->isChecked();
    return { .flagged = taken ? FlaggedCalls::AsShown : FlaggedCalls::LeftOut, .dryRun = m_dryRun->isChecked() };
}

qsizetype ConfirmDialog::count() const
{
    return m_confirmation.chosen(choice().flagged).size();
}

void ConfirmDialog::renew(const Confirmation &confirmation, const CallInfoRead &read)
{
    if (m_sent || !m_calls || !m_step)
        return;
    const qsizetype before = count();
    m_confirmation = confirmation;
    m_read.insert(read.id);
    if (read.state == LookState::Unclear)
        m_unclear.insert(read.id);
    else
        m_unclear.remove(read.id);
    m_calls->setRead(read);
    m_calls->setConfirmation(confirmation);
    takeStepBack();
    // A young call may have grown old meanwhile: whoever was about to press saw another number.
    if (count() > before)
        settle();
    showState();
}

void ConfirmDialog::stepTaken(bool taken)
{
    const QList<CallId> flagged = m_confirmation.flagged();
    m_stepFor = taken ? QSet<CallId>(flagged.begin(), flagged.end()) : QSet<CallId>();
    m_wasTakenBack = false;
    showState();
}

/// A step that was taken for some calls is none for others.
void ConfirmDialog::takeStepBack()
{
    if (!m_step->isChecked())
        return;
    const QList<CallId> flagged = m_confirmation.flagged();
    const bool more
        = std::any_of(flagged.begin(), flagged.end(), [this](const CallId &id) { return !m_stepFor.contains(id); });
    if (!more)
        return;
    m_step->setChecked(false);
    m_wasTakenBack = true;
}

void ConfirmDialog::refuse(const QString &sentence)
{
    m_sent = false;
    m_sentence->setText(sentence);
    m_sentence->setVisible(true);
    updateButton();
    describe();
    QAccessibleEvent alert(m_sentence, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void ConfirmDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    // The second click of a double click on the opening button may land on the red one, which has just appeared there.
    if (!m_settled)
        settle();
}

/// For a double click's time the button can't be pressed.
void ConfirmDialog::settle()
{
    m_settled = false;
    m_settling.start(QApplication::doubleClickInterval());
}

void ConfirmDialog::keyPressEvent(QKeyEvent *event)
{
    // A key still held from the window must not press the default button.
    if (event->isAutoRepeat() && (isEnter(event) || event->key() == Qt::Key_Escape)) {
        event->accept();
        return;
    }
    QDialog::keyPressEvent(event);
}

bool ConfirmDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_number && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (isEnter(key)) {
            const bool plain = (key->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
            if (m_confirm->isEnabled() && plain && !key->isAutoRepeat())
                m_confirm->setFocus();
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace hangup

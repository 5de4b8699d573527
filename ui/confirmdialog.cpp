// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/confirmdialog.h"

#include "ui/elidedlabel.h"
#include "ui/steadybutton.h"
#include "ui/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace hangup {

namespace {

/// So many ids at each end are shown in full.
constexpr qsizetype ShownAtEachEnd = 3;
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

QString hangUpWords(qsizetype count)
{
    return count == 1 ? ConfirmDialog::tr("Hang up 1 call")
                      : ConfirmDialog::tr("Hang up %n calls", nullptr, static_cast<int>(count));
}

bool isEnter(const QKeyEvent *event)
{
    return event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
}

} // namespace

ConfirmDialog::ConfirmDialog(const Confirmation &confirmation, const ConfirmWords &words, QWidget *parent)
    : QDialog(parent), m_count(confirmation.ids().size()), m_sentence(plainLabel(words.sentence, this))
{
    // Scripts and screen readers know this name.
    setWindowTitle(tr("Confirm hang up"));
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
    addCalls(layout, confirmation.ids());
    for (const QString &note : words.notes) {
        if (!note.isEmpty())
            layout->addWidget(plainLabel(note, this));
    }
    addWords(layout, words.words);
    if (confirmation.needsNumber())
        addNumber(layout);
    addButtons(layout);
    updateButton();
    describe();
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
        auto *words = plainLabel(caution, this);
        QFont bold = words->font();
        bold.setBold(true);
        words->setFont(bold);
        row->addWidget(icon, 0, Qt::AlignTop);
        row->addWidget(words, 1);
        layout->addLayout(row);
    }
}

void ConfirmDialog::addAccount(QVBoxLayout *layout, const Account &account)
{
    constexpr int DotSize = 16;
    auto *question = plainLabel({}, this);
    QFont large = question->font();
    large.setPointSizeF(large.pointSizeF() * 1.25);
    large.setBold(true);
    question->setFont(large);
    // A very long name is cut here; the line below has it in full, or in its tool tip.
    const QString name = QFontMetrics(large).elidedText(account.name, Qt::ElideRight, SmallestWidth);
    question->setText(m_count == 1 ? tr("End this call on %1?").arg(name)
                                   : tr("End these %n calls on %1?", nullptr, static_cast<int>(m_count)).arg(name));
    layout->addWidget(question);

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

void ConfirmDialog::addCalls(QVBoxLayout *layout, const QList<CallId> &ids)
{
    QStringList lines;
    const bool cut = m_count > 2 * ShownAtEachEnd;
    for (const CallId &id : ids.first(cut ? ShownAtEachEnd : m_count))
        lines += id.toString();
    if (cut) {
        const auto between = static_cast<int>(m_count - 2 * ShownAtEachEnd);
        lines += between == 1 ? tr("… and 1 more …") : tr("… and %n more …", nullptr, between);
        for (const CallId &id : ids.last(ShownAtEachEnd))
            lines += id.toString();
    }
    auto *calls = plainLabel(lines.join(u'\n'), this);
    calls->setFont(theme::fixedFont());
    calls->setWordWrap(false);
    calls->setTextInteractionFlags(Qt::TextSelectableByMouse);
    calls->setFrameShape(QFrame::StyledPanel);
    calls->setMargin(theme::Gap);
    calls->setAutoFillBackground(true);
    calls->setBackgroundRole(QPalette::Base);
    calls->setForegroundRole(QPalette::Text);
    layout->addWidget(calls);
    layout->addWidget(plainLabel(m_count == 1 ? tr("Whoever is on this call is cut off. This can't be undone.")
                                              : tr("Whoever is on these calls is cut off. This can't be undone."),
                                 this));
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
    m_cancel = new SteadyButton(tr("Cancel"), this);
    m_cancel->setDefault(true);
    m_confirm = new DangerButton(hangUpWords(m_count), hangUpWords(m_count), this);
    auto *row = new QHBoxLayout;
    row->setSpacing(theme::Gap);
    row->addStretch(1);
    row->addWidget(m_cancel);
    row->addWidget(m_confirm);
    layout->addLayout(row);
    if (m_number)
        setTabOrder(m_number, m_cancel);
    setTabOrder(m_cancel, m_confirm);
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
    Q_EMIT confirmed(m_number ? m_number->text() : QString());
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

void ConfirmDialog::updateButton()
{
    const bool typed = !m_number || m_number->text() == QString::number(m_count);
    m_confirm->setEnabled(typed && m_settled && !m_sent);
}

void ConfirmDialog::describe()
{
    QStringList all;
    const auto labels = findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (!label->isHidden() && !label->text().isEmpty())
            all += label->text();
    }
    setAccessibleDescription(all.join(u'\n'));
}

void ConfirmDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    // The second click of a double click on the opening button may land on the red one, which has just appeared there.
    if (!m_settled) {
        QTimer::singleShot(QApplication::doubleClickInterval(), this, [this] {
            m_settled = true;
            updateButton();
        });
    }
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

// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// What the confirmation says of the calls as more becomes known of them.
#include "ui/confirmdialog.h"

#include "domain/callwords.h"
#include "ui/confirmcalls.h"
#include "ui/theme.h"

#include <QAccessible>
#include <QCheckBox>
#include <QFontMetrics>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

namespace hangup {

namespace {

/// A very long account name is cut after so many pixels.
constexpr int LongestName = 460;

} // namespace

void ConfirmDialog::showState()
{
    const bool isRequest = m_confirmation.isRequest();
    const qsizetype ending = count();
    const auto asked = static_cast<int>(ending > 0 ? ending : m_confirmation.ids().size());
    // A very long name is cut here; the line below has it in full, or in its tool tip.
    const QString name
        = QFontMetrics(m_question->font()).elidedText(m_confirmation.account().name, Qt::ElideRight, LongestName);
    m_question->setText(isRequest        ? tr("Cancel this request on %1?").arg(name)
                            : asked == 1 ? tr("End this call on %1?").arg(name)
                                         : tr("End these %n calls on %1?", nullptr, asked).arg(name));
    m_consequence->setText(consequence());
    updateStep();
    const QString words = confirmWords(ending, choice().dryRun);
    if (m_confirm->accessibleName() != words) {
        m_confirm->setText(words);
        m_confirm->setAccessibleName(words);
    }
    updateButton();
    describe();
}

void ConfirmDialog::updateStep()
{
    if (!m_step)
        return;
    const QList<CallId> flagged = m_confirmation.flagged();
    CutOffFlags why;
    for (const CallId &id : flagged)
        why |= m_confirmation.flags(id) & (CutOffFlag::Young | CutOffFlag::AnsweredInbound);
    const QString reasons = words::cutOff(why, m_confirmation.rules());
    m_step->setText(flagged.size() == 1
                        ? tr("&Also end the 1 call that is flagged: %1").arg(reasons)
                        : tr("&Also end the %n calls that are flagged: %1", nullptr, static_cast<int>(flagged.size()))
                              .arg(reasons));
    m_step->setAccessibleName(QString(m_step->text()).remove(u'&'));
    m_step->setVisible(!flagged.isEmpty());
    QStringList sentences { m_wasTakenBack ? tr("More calls are flagged now: the tick was taken back.")
                                           : readingWords(),
                            leftOutWords() };
    sentences.removeAll(QString());
    const QString said = sentences.join(u' ');
    m_status->setFont(theme::font(m_wasTakenBack ? theme::Type::Strong : theme::Type::Body));
    if (m_status->text() == said)
        return;
    m_status->setText(said);
    if (m_wasTakenBack) {
        QAccessibleEvent alert(m_status, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

QString ConfirmDialog::readingWords() const
{
    const auto unclear = static_cast<int>(m_unclear.size());
    if (m_read.size() < m_readings)
        return tr("Asking Plivo who is on these calls: %1 of %2 read …").arg(m_read.size()).arg(m_readings);
    if (unclear > 0)
        return unclear == 1 ? tr("1 call could not be read.") : tr("%n calls could not be read.", nullptr, unclear);
    if (m_confirmation.flagged().isEmpty())
        return tr("None of these calls is flagged.");
    return m_step->isChecked() ? tr("Flagged calls are ended too.")
                               : tr("Flagged calls are left out unless you tick the box.");
}

int ConfirmDialog::statusHeight() const
{
    const QFontMetrics metrics(theme::font(theme::Type::Strong));
    const int width = m_calls ? qMin(m_calls->sizeHint().width(), m_calls->room()) : LongestName;
    const QRect room(0, 0, width, 1000);
    const QString protectedToo = m_confirmation.rules().protectedNumbers.isEmpty()
        ? QString()
        : u' ' + tr("%n calls have a protected number, or none that can be read, and will be left out.", nullptr, 50);
    int height = 0;
    for (const QString &said : { tr("More calls are flagged now: the tick was taken back."),
                                 tr("Flagged calls are left out unless you tick the box."),
                                 tr("Asking Plivo who is on these calls: %1 of %2 read …").arg(50).arg(50) })
        height = std::max(height, metrics.boundingRect(room, Qt::TextWordWrap, said + protectedToo).height());
    return height;
}

/// Nothing unless some are known to have a protected number.
QString ConfirmDialog::leftOutWords() const
{
    const QList<CallId> &ids = m_confirmation.ids();
    const auto leftOut = static_cast<int>(std::count_if(
        ids.begin(), ids.end(), [this](const CallId &id) { return isLeftOut(m_confirmation.flags(id)); }));
    if (leftOut == 0)
        return {};
    return leftOut == 1
        ? tr("1 call has a protected number, or none that can be read, and will be left out.")
        : tr("%n calls have a protected number, or none that can be read, and will be left out.", nullptr, leftOut);
}

QString ConfirmDialog::consequence() const
{
    if (m_confirmation.isRequest())
        return tr("If nobody has answered it yet, it is not dialled any more. This can't be undone.");
    if (m_dryRun && m_dryRun->isChecked())
        return tr("Nobody is cut off: Plivo is only asked.");
    return count() == 1 ? tr("Whoever is on this call is cut off. This can't be undone.")
                        : tr("Whoever is on these calls is cut off. This can't be undone.");
}

QString ConfirmDialog::confirmWords(qsizetype calls, bool dryRun) const
{
    const auto n = static_cast<int>(calls);
    if (m_confirmation.isRequest())
        return tr("Cancel the request");
    if (dryRun)
        return calls == 1 ? tr("Try 1 call") : tr("Try %n calls", nullptr, n);
    return calls == 1 ? tr("Hang up 1 call") : tr("Hang up %n calls", nullptr, n);
}

void ConfirmDialog::updateButton()
{
    const qsizetype ending = count();
    const bool typed = !m_number || m_number->text() == QString::number(ending);
    m_confirm->setEnabled(typed && ending > 0 && m_settled && !m_sent);
}

void ConfirmDialog::describe()
{
    QStringList all;
    const auto labels = findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (!label->isHidden() && !label->text().isEmpty())
            all += label->text();
    }
    if (m_calls)
        all.insert(qMin<qsizetype>(all.size(), 3), m_calls->summary());
    setAccessibleDescription(all.join(u'\n'));
}

} // namespace hangup

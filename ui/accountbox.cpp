// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/accountbox.h"

#include "ui/boxnames.h"
#include "ui/theme.h"

#include <QKeyEvent>
#include <QStandardItemModel>
#include <QStyleOptionComboBox>
#include <QStylePainter>
#include <QWheelEvent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hangup {

namespace {

constexpr int SmallestWidth = 200;
constexpr int LargestWidth = 360;

QString whereOf(const Account &account)
{
    return u"%1 · %2"_s.arg(account.authId.toString(), account.address.hostAndPort());
}

/// Escaped: a tool tip takes what looks like HTML for HTML.
QString toolTipOf(const Account &account, const QString &sentence)
{
    return u"<qt>%1<br>%2<br>%3</qt>"_s.arg(account.name.toHtmlEscaped(), whereOf(account).toHtmlEscaped(),
                                            sentence.toHtmlEscaped());
}

} // namespace

AccountBox::AccountBox(QWidget *parent) : QComboBox(parent)
{
    nameBoxesByTheirNames();
    setAccessibleName(tr("Account"));
    setMinimumHeight(theme::ControlHeight);
    setMinimumWidth(SmallestWidth);
    setMaximumWidth(LargestWidth);
    setSizeAdjustPolicy(QComboBox::AdjustToContents);
    connect(this, &QComboBox::activated, this, &AccountBox::pick);
    setLocked(false);
}

void AccountBox::pick(int index)
{
    if (index >= 0 && index < m_accounts.size()) {
        Q_EMIT accountChosen(m_accounts.at(index));
        return;
    }
    setCurrentIndex(m_shown);
    Q_EMIT manageChosen();
}

void AccountBox::setAccounts(const QList<Account> &accounts, const Account &current)
{
    m_accounts = accounts;
    clear();
    for (const Account &account : accounts) {
        addItem(theme::dot(account.colour), account.name);
        setItemData(count() - 1, whereOf(account), Qt::AccessibleDescriptionRole);
        setItemData(count() - 1, toolTipOf(account, {}), Qt::ToolTipRole);
    }
    insertSeparator(count());
    addItem(tr("Manage accounts…"));
    showAccount(current);
}

void AccountBox::showAccount(const Account &account)
{
    const auto found = std::find_if(m_accounts.cbegin(), m_accounts.cend(),
                                    [&account](const Account &one) { return one.key == account.key; });
    m_shown = found == m_accounts.cend() ? -1 : static_cast<int>(found - m_accounts.cbegin());
    setCurrentIndex(m_shown);
    tell();
}

void AccountBox::forbid(const QString &key, const QString &sentence)
{
    auto *items = qobject_cast<QStandardItemModel *>(model());
    for (int i = 0; items && i < m_accounts.size(); ++i) {
        if (m_accounts.at(i).key != key)
            continue;
        items->item(i)->setEnabled(false);
        setItemText(i, tr("%1 (not allowed)").arg(m_accounts.at(i).name));
        setItemData(i, sentence, Qt::AccessibleDescriptionRole);
        setItemData(i, toolTipOf(m_accounts.at(i), sentence), Qt::ToolTipRole);
    }
}

void AccountBox::setLocked(bool locked, const QString &why)
{
    m_locked = locked;
    m_whyLocked = why.isEmpty() ? tr("The account can't be changed while calls are under way.") : why;
    setEnabled(!locked);
    tell();
}

void AccountBox::tell()
{
    const QString sentence = m_locked ? m_whyLocked : tr("The account whose calls are ended");
    setToolTip(m_shown < 0 ? sentence : toolTipOf(m_accounts.at(m_shown), sentence));
    setAccessibleDescription(sentence);
}

QSize AccountBox::sizeHint() const
{
    const QSize wanted = QComboBox::sizeHint();
    return { std::min(wanted.width(), LargestWidth), wanted.height() };
}

void AccountBox::wheelEvent(QWheelEvent *event)
{
    // A wheel turned over the box in passing must not change the account.
    event->ignore();
}

void AccountBox::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        // Nor must a key: the list opens, and what is chosen there is meant.
        if (!event->isAutoRepeat() && !(event->modifiers() & Qt::ControlModifier))
            showPopup();
        event->setAccepted(!(event->modifiers() & Qt::ControlModifier));
        return;
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
    case Qt::Key_Home:
    case Qt::Key_End:
        event->ignore();
        return;
    default: // the rest of some hundred keys is the box's own
        break;
    }
    // A letter would pick the first account that begins with it.
    if (event->text().isEmpty() || event->key() == Qt::Key_Space)
        QComboBox::keyPressEvent(event);
    else
        event->ignore();
}

void AccountBox::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionComboBox option;
    initStyleOption(&option);
    painter.drawComplexControl(QStyle::CC_ComboBox, option);
    // Qt would cut a long name without a sign.
    const int room = style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, this).width()
        - option.iconSize.width() - theme::Gap;
    option.currentText = fontMetrics().elidedText(option.currentText, Qt::ElideRight, room);
    painter.drawControl(QStyle::CE_ComboBoxLabel, option);
}

} // namespace hangup

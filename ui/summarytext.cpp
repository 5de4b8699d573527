// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/summarytext.h"

#include <QAccessible>
#include <QAccessibleWidget>

namespace hangup {
namespace {

/// Reads the sentence out: static text with a read-only text interface.
class SummaryInterface : public QAccessibleWidget, public QAccessibleTextInterface
{
public:
    explicit SummaryInterface(SummaryText *label) : QAccessibleWidget(label, QAccessible::StaticText) { }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        if (type == QAccessible::TextInterface)
            return static_cast<QAccessibleTextInterface *>(this);
        return QAccessibleWidget::interface_cast(type);
    }

    QString text(QAccessible::Text kind) const override
    {
        if (kind == QAccessible::Description || kind == QAccessible::Value)
            return sentence();
        return QAccessibleWidget::text(kind);
    }

    QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.readOnly = true;
        return state;
    }

    void selection(int, int *start, int *end) const override { *start = *end = 0; }
    int selectionCount() const override { return 0; }
    void addSelection(int, int) override { }
    void removeSelection(int) override { }
    void setSelection(int, int, int) override { }
    int cursorPosition() const override { return 0; }
    void setCursorPosition(int) override { }
    QString text(int start, int end) const override { return sentence().mid(start, end - start); }
    int characterCount() const override { return static_cast<int>(sentence().size()); }
    QRect characterRect(int) const override { return rect(); }
    int offsetAtPoint(const QPoint &) const override { return -1; }
    void scrollToSubstring(int, int) override { }
    QString attributes(int, int *start, int *end) const override
    {
        *start = 0;
        *end = characterCount();
        return {};
    }

private:
    QString sentence() const { return static_cast<const SummaryText *>(widget())->sentence(); }
};

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    auto *label = qobject_cast<SummaryText *>(object);
    return label ? new SummaryInterface(label) : nullptr;
}

void installOnce()
{
    // A function pointer stands in Qt's list for good; twice would do no harm but grow it.
    [[maybe_unused]] static const bool installed = [] {
        QAccessible::installFactory(makeInterface);
        return true;
    }();
}

} // namespace

SummaryText::SummaryText(QWidget *parent) : QLabel(parent)
{
    installOnce();
    setTextFormat(Qt::PlainText);
    setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    setAccessibleName(tr("Summary"));
}

void SummaryText::setSentence(const QString &sentence)
{
    if (sentence == m_sentence)
        return;
    m_sentence = sentence;
    setAccessibleDescription(sentence);
}

} // namespace hangup

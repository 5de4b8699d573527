// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/helpbrowser.h"

#include "ui/theme.h"

#include <QAbstractTextDocumentLayout>
#include <QTextBlock>
#include <QTextFrame>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hangup {

namespace {

/// About 80 characters of the usual size.
constexpr int LongestLine = 680;

} // namespace

HelpBrowser::HelpBrowser(QWidget *parent) : QTextBrowser(parent)
{
    setOpenLinks(false);
    setOpenExternalLinks(false);
    setUndoRedoEnabled(false);
    // Without a caret: the arrow keys scroll, as in any page that is read. Tab goes from link to link.
    setTextInteractionFlags(Qt::TextBrowserInteraction);
    connect(this, &QTextBrowser::anchorClicked, this, [this](const QUrl &link) {
        if (link.hasFragment() && link.path().isEmpty() && link.scheme().isEmpty())
            scrollToAnchor(link.fragment());
    });
}

void HelpBrowser::setPage(const QString &styleSheet, const QString &html)
{
    document()->setDefaultStyleSheet(styleSheet);
    setHtml(html);
    setMargins();
}

QVariant HelpBrowser::loadResource(int, const QUrl &)
{
    return {};
}

void HelpBrowser::resizeEvent(QResizeEvent *event)
{
    setMargins();
    QTextBrowser::resizeEvent(event);
}

void HelpBrowser::setMargins()
{
    constexpr int Side = 2 * theme::Margin;
    QTextFrame *root = document()->rootFrame();
    QTextFrameFormat format = root->frameFormat();
    const qreal trailing = std::max(Side, viewport()->width() - Side - LongestLine);
    if (qFuzzyCompare(format.leftMargin(), qreal(Side)) && qFuzzyCompare(format.rightMargin(), trailing))
        return;
    format.setTopMargin(theme::Margin);
    format.setBottomMargin(Side);
    format.setLeftMargin(isRightToLeft() ? trailing : Side);
    format.setRightMargin(isRightToLeft() ? Side : trailing);
    root->setFrameFormat(format);
}

std::optional<int> HelpBrowser::positionOf(const QString &anchor) const
{
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            if (it.fragment().charFormat().anchorNames().contains(anchor))
                return static_cast<int>(document()->documentLayout()->blockBoundingRect(block).top());
        }
    }
    return {};
}

} // namespace hangup

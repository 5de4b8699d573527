// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/copyasmenu.h"

#include <QAction>
#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace hangup {

namespace {

/// Proper names; only their keys are chosen here.
QString menuText(CopyLanguage language)
{
    switch (language) {
    case CopyLanguage::Curl:
        return u"&curl"_s;
    case CopyLanguage::Python:
        return u"&Python"_s;
    case CopyLanguage::Ruby:
        return u"&Ruby"_s;
    case CopyLanguage::Node:
        return u"&Node.js"_s;
    case CopyLanguage::Php:
        return u"P&HP"_s;
    case CopyLanguage::Java:
        return u"&Java"_s;
    case CopyLanguage::CSharp:
        return u"C&#"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

void fillCopyAs(QMenu *menu, const std::function<void(CopyLanguage)> &chosen)
{
    for (const CopyLanguage language : AllCopyLanguages) {
        QAction *action = menu->addAction(menuText(language));
        action->setAutoRepeat(false);
        QObject::connect(action, &QAction::triggered, menu, [chosen, language] { chosen(language); });
    }
}

QString copyToClipboard(CopyLanguage language, const CallId &id)
{
    QGuiApplication::clipboard()->setText(copyAs(language, id));
    return QCoreApplication::translate("hangup::CopyAs",
                                       "Copied as %1. It holds no credentials: put yours into PLIVO_AUTH_ID and "
                                       "PLIVO_AUTH_TOKEN.")
        .arg(copyLanguageName(language));
}

} // namespace hangup

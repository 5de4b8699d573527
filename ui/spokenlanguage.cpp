// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/spokenlanguage.h"

#include "domain/settings.h"

#include <QGuiApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

using namespace Qt::StringLiterals;

/// A static library's resources don't register themselves. Not inside a namespace: the macro wants it so.
static void initTranslations()
{
#ifdef HANGUP_TRANSLATED
    Q_INIT_RESOURCE(translations);
#endif
}

namespace hangup {

namespace {

/// Null if there is no such file: English needs none.
std::unique_ptr<QTranslator> installed(const QString &file, const QString &folder)
{
    auto translator = std::make_unique<QTranslator>();
    if (!translator->load(file, folder))
        return nullptr;
    QCoreApplication::installTranslator(translator.get());
    return translator;
}

} // namespace

SpokenLanguage::SpokenLanguage(const QString &setting)
    : m_code(choose(setting, QLocale::system().uiLanguages())),
      m_qt(installed(u"qtbase_"_s + m_code, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
{
    initTranslations();
    // After Qt's: the one installed last is asked first.
    m_own = installed(u"hangup_"_s + m_code, u":/i18n"_s);
    const QLocale spoken(m_code);
    // A language that was chosen brings its way to write numbers; the system's own country is kept where it fits.
    const QLocale system = QLocale::system();
    QLocale::setDefault(setting.isEmpty() || system.language() == spoken.language() ? system : spoken);
    // By what is spoken, not by the system: English in an Arabic system still runs from left to right.
    QGuiApplication::setLayoutDirection(spoken.textDirection());
}

SpokenLanguage::~SpokenLanguage() = default;

QString SpokenLanguage::choose(const QString &setting, const QStringList &wanted)
{
    const QStringList spoken = Settings::languages();
    if (spoken.contains(setting))
        return setting;
    for (const QString &one : wanted) {
        // "de-AT", "de_AT" or "de"
        const QString code = one.section(u'-', 0, 0).section(u'_', 0, 0);
        if (spoken.contains(code))
            return code;
    }
    return u"en"_s;
}

} // namespace hangup

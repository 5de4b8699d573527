// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/settingsboxes.h"

#include "domain/settings.h"
#include "ui/settingsdialog.h"

#include <QComboBox>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace hangup {

namespace {

template <typename Seconds>
QComboBox *secondsBox(const Seconds &choices, QWidget *parent)
{
    auto *box = new QComboBox(parent);
    for (const int seconds : choices)
        box->addItem(seconds == 0 ? SettingsDialog::tr("off") : SettingsDialog::tr("%1 s").arg(seconds), seconds);
    return box;
}

} // namespace

QComboBox *colourBox(QWidget *parent)
{
    auto *box = new QComboBox(parent);
    const auto add = [box](const QString &words, ColourScheme scheme) {
        box->addItem(words, QVariant::fromValue(static_cast<int>(scheme)));
    };
    add(SettingsDialog::tr("Colours of the system"), ColourScheme::System);
    add(SettingsDialog::tr("Light"), ColourScheme::Light);
    add(SettingsDialog::tr("Dark"), ColourScheme::Dark);
    add(SettingsDialog::tr("High contrast, light"), ColourScheme::ContrastLight);
    add(SettingsDialog::tr("High contrast, dark"), ColourScheme::ContrastDark);
    return box;
}

QComboBox *languageBox(QWidget *parent)
{
    auto *box = new QComboBox(parent);
    box->addItem(SettingsDialog::tr("Language of the system"), QString());
    const QStringList codes = Settings::languages();
    for (const QString &code : codes) {
        // By its own name: who has chosen a language by mistake must find the way back.
        QString name = QLocale(QLocale(code).language()).nativeLanguageName();
        if (code == u"en"_s)
            name = u"English"_s; // Qt says "American English"
        if (!name.isEmpty())
            name[0] = name.at(0).toUpper();
        box->addItem(name.isEmpty() ? code : name, code);
    }
    return box;
}

QComboBox *graceBox(QWidget *parent)
{
    return secondsBox(Settings::GraceSeconds, parent);
}

QComboBox *refreshBox(QWidget *parent)
{
    return secondsBox(Settings::LiveRefreshSeconds, parent);
}

} // namespace hangup

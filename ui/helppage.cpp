// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "ui/helppage.h"

#include "domain/words.h"
#include "ui/theme.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

/// A static library's resources don't register themselves. Not inside a namespace: the macro wants it so.
static void initHelp()
{
    Q_INIT_RESOURCE(help);
}

namespace hangup {

namespace {

QString shippedPage()
{
    initHelp();
    // Not by the locale: the page goes with the words the window really speaks.
    const QString language
        = QCoreApplication::translate("HelpPage", "en", "code of the language: names the file help_<code>.html");
    QFile file(u":/hangup/help/help_%1.html"_s.arg(language));
    if (!file.exists())
        file.setFileName(u":/hangup/help/help_en.html"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    // What the comments say to who edits the page is not part of it.
    static const QRegularExpression comment(u"<!--.*?-->\\s*"_s, QRegularExpression::DotMatchesEverythingOption);
    return QString::fromUtf8(file.readAll()).remove(comment);
}

QString shortcutRows(const QList<ShortcutLine> &lines)
{
    QString rows;
    for (const ShortcutLine &line : lines)
        rows += u"<tr><td>%1</td><td class=\"key\">%2</td></tr>\n"_s.arg(line.what.toHtmlEscaped(),
                                                                         line.keys.toHtmlEscaped());
    return rows;
}

/// What stands between the braces of "{{kind:key}}", filled; nothing for what is not known.
QString filled(QStringView kind, QStringView key, const HelpFacts &facts)
{
    const auto outcome = words::outcomeFromKey(key);
    if (kind == u"outcome" && outcome)
        return u"<span class=\"%1\">%2&nbsp;%3</span>"_s.arg(key,
                                                             QString(words::outcomeSymbol(*outcome)).toHtmlEscaped(),
                                                             words::outcomeShort(*outcome).toHtmlEscaped());
    if (kind == u"sentence" && outcome)
        return words::outcomeSentence(*outcome).toHtmlEscaped();
    if (kind == u"list" && key == u"shortcuts")
        return shortcutRows(facts.shortcuts);
    if (kind == u"note" && key == u"shortcuts")
        return shortcutNote().toHtmlEscaped();
    const QString none = u"–"_s;
    if (kind == u"path" && key == u"settings")
        return facts.settingsFile.isEmpty() ? none : QDir::toNativeSeparators(facts.settingsFile).toHtmlEscaped();
    if (kind == u"path" && key == u"data")
        return facts.dataFolder.isEmpty() ? none : QDir::toNativeSeparators(facts.dataFolder).toHtmlEscaped();
    if (kind == u"path" && key == u"policy")
        return facts.policyPlace.isEmpty() ? none : facts.policyPlace.toHtmlEscaped();
    return {};
}

} // namespace

QString helpPage(const HelpFacts &facts)
{
    static const QRegularExpression place(u"\\{\\{([a-z]+):([a-z_]+)\\}\\}"_s);
    const QString page = shippedPage();
    QString text;
    qsizetype end = 0;
    // In one pass: what was filled in is never looked through again.
    for (auto places = place.globalMatch(page); places.hasNext();) {
        const QRegularExpressionMatch match = places.next();
        text += QStringView(page).mid(end, match.capturedStart() - end);
        text += filled(match.capturedView(1), match.capturedView(2), facts);
        end = match.capturedEnd();
    }
    return text.append(QStringView(page).mid(end));
}

QList<HelpSection> helpSections(const QString &page)
{
    static const QRegularExpression heading(u"<h2><a name=\"([a-z]+)\">([^<]*)</a></h2>"_s);
    QList<HelpSection> sections;
    for (auto headings = heading.globalMatch(page); headings.hasNext();) {
        const QRegularExpressionMatch match = headings.next();
        sections += { match.captured(1), match.captured(2).replace("&amp;"_L1, "&"_L1) };
    }
    return sections;
}

QString helpStyleSheet(const QPalette &palette, qreal pointSize)
{
    const QString border = theme::borderColour(palette).name();
    QString css = u"body, p, li, td, th { color: %1; font-size: %2pt; }\n"
                  "p, li { line-height: 135%; margin-top: 0px; margin-bottom: 8px; }\n"
                  "h1 { font-size: %3pt; font-weight: 700; margin-top: 12px; margin-bottom: 12px; color: %1; }\n"
                  "h2 { font-size: %4pt; font-weight: 700; margin-top: 24px; margin-bottom: 8px; color: %1; }\n"
                  "h2 a { color: %1; text-decoration: none; }\n"
                  "a { color: %5; }\n"
                  "table { border-color: %6; border-style: solid; border-width: 1px; border-collapse: collapse; "
                  "margin-bottom: 12px; }\n"
                  "th { text-align: left; }\n"
                  ".key, .path, code { font-family: \"%7\"; }\n"
                  ".note { color: %8; }\n"_s.arg(palette.color(QPalette::Text).name())
                      .arg(pointSize)
                      .arg(pointSize * 1.7)
                      .arg(pointSize * 1.25)
                      .arg(palette.color(QPalette::Link).name(), border, theme::fixedFont().family(),
                           theme::mutedColour(palette).name());
    for (const Outcome outcome : AllOutcomes)
        css += u".%1 { color: %2; font-weight: 700; }\n"_s.arg(words::outcomeKey(outcome),
                                                               theme::outcomeColour(outcome, palette).name());
    return css;
}

} // namespace hangup

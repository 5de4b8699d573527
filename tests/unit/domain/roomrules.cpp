// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "roomrules.h"

#include <QMap>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace rooms {

namespace {

/// What each room may include besides itself.
const QMap<QString, QStringList> &allowed()
{
    static const QMap<QString, QStringList> rooms {
        { u"domain"_s, {} },
        { u"models"_s, { u"domain"_s } },
        { u"plivo"_s, { u"domain"_s } },
        { u"store"_s, { u"domain"_s } },
        { u"practice"_s, { u"domain"_s } },
        { u"session"_s, { u"models"_s, u"plivo"_s, u"store"_s, u"practice"_s, u"domain"_s } },
        { u"cli"_s, { u"session"_s, u"models"_s, u"domain"_s } },
        { u"ui"_s, { u"session"_s, u"models"_s, u"domain"_s } },
    };
    return rooms;
}

QString roomOf(const QString &path)
{
    if (path.startsWith("ui/"_L1))
        return u"ui"_s;
    return path.section(u'/', 1, 1);
}

/// Classes of Qt Widgets by their headers' names; those of Core, Network and Gui that the product uses are not among
/// them.
bool isWidgetsHeader(const QString &header)
{
    static const QRegularExpression widgets(
        uR"(^(?!Q(String|ByteArray|Latin1String|Utf8String|AnyString)View$)(QtWidgets(/.*)?|QtWidgets6|Q\w*(Widget|Widgets|Dialog|Button|Layout|Box|View|Bar|Edit|Label|Menu|Header|Splitter|Delegate|Style|ToolTip|UndoView|Slider)|QApplication|QWidgetAction|QStyleOption\w*|QWizard\w*|QMainWindow|QFrame|q(widget|application|messagebox|label|dialog)\.h))"_s
        + u"$"_s);
    return widgets.match(header).hasMatch();
}

/// Classes of Qt Gui by their headers' names: the command line starts without them.
bool isGuiHeader(const QString &header)
{
    static const QRegularExpression gui(
        uR"(^(QtGui(/.*)?|Q(Gui\w+|Clipboard|Icon\w*|Pixmap|Image\w*|Picture|Colou?r\w*|Palette|Pen|Brush|Painter\w*|Font\w*|Window|Screen|Cursor|KeySequence|Action|Shortcut|Undo\w+|Text(Document|Cursor|Layout|Format)|Accessible\w*|Standard(Item|ItemModel)|DesktopServices|SyntaxHighlighter|Validator))$)"_s);
    return gui.match(header).hasMatch();
}

struct Forbidden
{
    QRegularExpression call;
    QString name;
    QStringList allowedIn; ///< beginnings of paths
};

const QList<Forbidden> &forbiddenCalls()
{
    const auto words = [](const QString &pattern) { return QRegularExpression(u"\\b"_s + pattern); };
    static const QStringList callRequest { u"app/plivo/callrequest."_s };
    // The other one sends GETs in the same way: the verb is allowed to the first alone.
    static const QStringList requests { u"app/plivo/callrequest."_s, u"app/plivo/readrequest."_s };
    static const QList<Forbidden> calls {
        { words(u"ignoreSslErrors\\s*\\("_s), u"ignoreSslErrors"_s, {} },
        { words(u"setInsecureFallback\\s*\\("_s), u"setInsecureFallback"_s, {} },
        { words(u"processEvents\\s*\\("_s), u"processEvents"_s, {} },
        { words(u"QEventLoop\\b(?!\\s*;)"_s), u"QEventLoop"_s, {} },
        // Before the window exists a second start may wait for the first one's answer.
        { words(u"waitFor[A-Z]\\w*\\s*\\("_s), u"waitFor"_s, { u"app/session/instance.cpp"_s } },
        { QRegularExpression(u"(?<!QApplication::)(?<!QCoreApplication::)(?:\\.|->|::)exec\\s*\\("_s),
          u"exec"_s,
          { u"app/store/"_s, u"app/cli/climain.cpp"_s, u"ui/main.cpp"_s } },
        { words(u"deleteResource\\s*\\("_s), u"deleteResource"_s, callRequest },
        { words(u"sendCustomRequest\\s*\\("_s), u"sendCustomRequest"_s, requests },
    };
    return calls;
}

bool isAllowed(const QString &path, const QStringList &beginnings)
{
    return std::any_of(beginnings.begin(), beginnings.end(), [&path](const QString &b) { return path.startsWith(b); });
}

QString breach(const Source &source, int line, const QString &what)
{
    return u"%1:%2: %3"_s.arg(source.path).arg(line).arg(what);
}

} // namespace

QString withoutComments(const QString &text, bool stringsToo)
{
    static const QRegularExpression tokens(
        uR"re((//[^\n]*|/\*.*?\*/)|(R"([^\s()\\]{0,16})\(.*?\)\3"|"(?:[^"\\\n]|\\.)*"))re"_s,
        QRegularExpression::DotMatchesEverythingOption);
    QString clean;
    qsizetype kept = 0;
    for (auto matches = tokens.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        const bool comment = match.hasCaptured(1);
        if (!comment && !stringsToo)
            continue;
        clean += text.mid(kept, match.capturedStart() - kept);
        clean += QString(match.captured().count(u'\n'), u'\n');
        clean += comment ? u" "_s : u"\"\""_s;
        kept = match.capturedEnd();
    }
    return clean + text.mid(kept);
}

QStringList includeBreaches(const Source &source)
{
    static const QRegularExpression include(uR"(^\s*#\s*include\s*([<"])([^>"]+)[>"])"_s);
    const QString room = roomOf(source.path);
    QStringList breaches;
    if (!allowed().contains(room))
        return { breach(source, 1, u"is in no room"_s) };
    const QStringList lines = withoutComments(source.text, false).split(u'\n');
    for (int i = 0; i < lines.size(); ++i) {
        const QRegularExpressionMatch match = include.match(lines[i]);
        if (!match.hasMatch())
            continue;
        const QString header = match.captured(2);
        const QString other = header.contains(u'/') ? header.section(u'/', 0, 0) : room;
        const bool upwards = header.contains(u"../"_s) || header.startsWith(u'/');
        const bool foreign = allowed().contains(other) && other != room && !allowed().value(room).contains(other);
        if (upwards || foreign)
            breaches += breach(source, i + 1, u"includes "_s + header);
        else if (room != "ui"_L1 && isWidgetsHeader(header))
            breaches += breach(source, i + 1, u"includes the widgets' "_s + header);
        else if (room == "cli"_L1 && isGuiHeader(header))
            breaches += breach(source, i + 1, u"includes Qt Gui's "_s + header);
    }
    return breaches;
}

QStringList callBreaches(const Source &source)
{
    // The practice server has to know the verb that it is asked with; it sends nothing.
    static const QStringList verbAllowed { u"app/plivo/callrequest."_s, u"app/practice/"_s };
    static const QRegularExpression verb(uR"re("DELETE")re"_s);
    QStringList breaches;
    const QStringList code = withoutComments(source.text, true).split(u'\n');
    const QStringList withStrings = withoutComments(source.text, false).split(u'\n');
    for (int i = 0; i < code.size(); ++i) {
        for (const Forbidden &forbidden : forbiddenCalls()) {
            if (forbidden.call.match(code[i]).hasMatch() && !isAllowed(source.path, forbidden.allowedIn))
                breaches += breach(source, i + 1, u"calls "_s + forbidden.name);
        }
    }
    for (int i = 0; i < withStrings.size(); ++i) {
        if (verb.match(withStrings[i]).hasMatch() && !isAllowed(source.path, verbAllowed))
            breaches += breach(source, i + 1, u"names the verb DELETE"_s);
    }
    return breaches;
}

} // namespace rooms

// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "domain/words.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

// What is said about scanned text.
namespace hangup::words {

namespace {

/// Kinds of ignored pieces that a summary tells apart; the rest are "more".
constexpr qsizetype MaxGroups = 6;

QString text(const char *source)
{
    return QCoreApplication::translate("hangup", source);
}

/// A function of its own: lupdate does not see a marked text inside a call of translate().
QString numbered(int n, const char *source)
{
    return QCoreApplication::translate("hangup", source, nullptr, n);
}

QString counted(int n, const char *one, const char *many)
{
    return numbered(n, n == 1 ? one : many);
}

QString codePointName(char32_t codePoint)
{
    return u"U+%1"_s.arg(static_cast<uint>(codePoint), 4, 16, QChar(u'0')).toUpper();
}

/// Dashes and digits of other scripts can be seen; they only look like others.
bool isLookAlike(char32_t codePoint)
{
    return QChar::isPrint(codePoint) && !QChar::isSpace(codePoint);
}

/// "an api_id", "a message_uuid".
QString withArticle(const QString &key)
{
    const bool vowel = !key.isEmpty() && u"aeioAEIO"_s.contains(key.front());
    return vowel ? text(QT_TRANSLATE_NOOP("hangup", "an %1")).arg(key)
                 : text(QT_TRANSLATE_NOOP("hangup", "a %1")).arg(key);
}

/// Pieces with one reason, and with one key if the reason is the key.
struct Group
{
    IgnoredText first;
    int count = 0;
};

QList<Group> grouped(const QList<IgnoredText> &ignored)
{
    QList<Group> groups;
    for (const IgnoredText &piece : ignored) {
        const auto same = std::find_if(groups.begin(), groups.end(), [&piece](const Group &group) {
            return group.first.reason == piece.reason && group.first.key.compare(piece.key, Qt::CaseInsensitive) == 0;
        });
        if (same != groups.end())
            ++same->count;
        else if (groups.size() < MaxGroups)
            groups.append({ piece, 1 });
    }
    return groups;
}

QString describeOne(const IgnoredText &piece)
{
    switch (piece.reason) {
    case IgnoredReason::Duplicate:
        return text(QT_TRANSLATE_NOOP("hangup", "1 is a duplicate"));
    case IgnoredReason::CutOff:
        return text(QT_TRANSLATE_NOOP("hangup", "1 is cut off (%1 of 36 characters)")).arg(piece.length);
    case IgnoredReason::TooLong:
        return text(QT_TRANSLATE_NOOP("hangup", "1 is too long (%1 instead of 36 characters)")).arg(piece.length);
    case IgnoredReason::InvisibleCharacter: {
        const QString source = isLookAlike(piece.codePoint)
            ? text(QT_TRANSLATE_NOOP("hangup", "1 has a look-alike character (%1, line %2, column %3)"))
            : text(QT_TRANSLATE_NOOP("hangup", "1 has an invisible character (%1, line %2, column %3)"));
        return source.arg(codePointName(piece.codePoint)).arg(piece.line).arg(piece.column);
    }
    case IgnoredReason::NamedOtherwise:
        return text(QT_TRANSLATE_NOOP("hangup", "1 is %1")).arg(withArticle(piece.key));
    case IgnoredReason::Nil:
        return text(QT_TRANSLATE_NOOP("hangup", "1 is all zeros"));
    case IgnoredReason::NotHex:
        return text(QT_TRANSLATE_NOOP("hangup", "1 has characters other than 0–9 and a–f"));
    }
    return {};
}

QString describeMany(const Group &group)
{
    const int n = group.count;
    const auto many = [n](const char *source) { return numbered(n, source); };
    switch (group.first.reason) {
    case IgnoredReason::Duplicate:
        return many(QT_TRANSLATE_N_NOOP("hangup", "%n are duplicates"));
    case IgnoredReason::CutOff:
        return many(QT_TRANSLATE_N_NOOP("hangup", "%n are cut off"));
    case IgnoredReason::TooLong:
        return many(QT_TRANSLATE_N_NOOP("hangup", "%n are too long"));
    case IgnoredReason::InvisibleCharacter:
        return many(QT_TRANSLATE_N_NOOP("hangup", "%n have invisible or look-alike characters"));
    case IgnoredReason::NamedOtherwise:
        return many(QT_TRANSLATE_N_NOOP("hangup", "%n are named %1")).arg(group.first.key);
    case IgnoredReason::Nil:
        return many(QT_TRANSLATE_N_NOOP("hangup", "%n are all zeros"));
    case IgnoredReason::NotHex:
        return many(QT_TRANSLATE_N_NOOP("hangup", "%n have characters other than 0–9 and a–f"));
    }
    return {};
}

QString ignoredSentence(const ScanResult &scan)
{
    QStringList parts;
    qsizetype told = 0;
    for (const Group &group : grouped(scan.ignored)) {
        parts += group.count == 1 ? describeOne(group.first) : describeMany(group);
        told += group.count;
    }
    const int rest = static_cast<int>(std::max<qsizetype>(scan.ignoredCount - told, 0));
    if (rest > 0) {
        parts += counted(rest, QT_TRANSLATE_N_NOOP("hangup", "%n more for other reasons"),
                         QT_TRANSLATE_N_NOOP("hangup", "%n more for these or other reasons"));
    }
    const int all = static_cast<int>(told) + rest;
    return counted(all, QT_TRANSLATE_N_NOOP("hangup", "%n ignored: %1."),
                   QT_TRANSLATE_N_NOOP("hangup", "%n ignored: %1."))
        .arg(parts.join(u", "_s));
}

QString foundSentence(int found, int added, int alreadyListed)
{
    if (found == 0)
        return text(QT_TRANSLATE_NOOP("hangup", "No call UUID found in the text."));
    QStringList parts;
    if (added > 0)
        parts += numbered(added, QT_TRANSLATE_N_NOOP("hangup", "%n added"));
    if (alreadyListed > 0)
        parts += numbered(alreadyListed, QT_TRANSLATE_N_NOOP("hangup", "%n already listed"));
    const QString head = numbered(found, QT_TRANSLATE_N_NOOP("hangup", "%n found"));
    return parts.isEmpty() ? head + u'.' : u"%1: %2."_s.arg(head, parts.join(u", "_s));
}

/// What keeps 36 characters from being an id.
QString shapeTrouble(QStringView candidate)
{
    bool onlyHexAndHyphens = true;
    bool onlyZeros = true;
    for (const QChar c : candidate) {
        const bool hex = (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
        onlyHexAndHyphens = onlyHexAndHyphens && (hex || c == u'-');
        onlyZeros = onlyZeros && (c == u'0' || c == u'-');
    }
    if (!onlyHexAndHyphens)
        return text(
            QT_TRANSLATE_NOOP("hangup", "This is not a call UUID: it has characters other than 0–9, a–f and hyphens."));
    if (onlyZeros)
        return text(QT_TRANSLATE_NOOP("hangup", "This is not a call UUID: it is all zeros."));
    return text(QT_TRANSLATE_NOOP("hangup", "This is not a call UUID: its hyphens are not in the right places."));
}

} // namespace

QString ignored(const IgnoredText &ignored)
{
    switch (ignored.reason) {
    case IgnoredReason::Duplicate:
        return text(QT_TRANSLATE_NOOP("hangup", "a duplicate of one further up"));
    case IgnoredReason::CutOff:
        return text(QT_TRANSLATE_NOOP("hangup", "cut off (%1 of 36 characters)")).arg(ignored.length);
    case IgnoredReason::TooLong:
        return text(QT_TRANSLATE_NOOP("hangup", "too long (%1 instead of 36 characters)")).arg(ignored.length);
    case IgnoredReason::InvisibleCharacter: {
        const QString source = isLookAlike(ignored.codePoint)
            ? text(QT_TRANSLATE_NOOP("hangup", "a look-alike character, %1, in column %2"))
            : text(QT_TRANSLATE_NOOP("hangup", "an invisible character, %1, in column %2"));
        return source.arg(codePointName(ignored.codePoint)).arg(ignored.column);
    }
    case IgnoredReason::NamedOtherwise:
        return text(QT_TRANSLATE_NOOP("hangup", "%1, not a call")).arg(withArticle(ignored.key));
    case IgnoredReason::Nil:
        return text(QT_TRANSLATE_NOOP("hangup", "all zeros, not a call"));
    case IgnoredReason::NotHex:
        return text(QT_TRANSLATE_NOOP("hangup", "characters other than 0–9 and a–f"));
    }
    return {};
}

QString mark(IdMark mark)
{
    switch (mark) {
    case IdMark::None:
        return {};
    case IdMark::Request:
        return text(QT_TRANSLATE_NOOP("hangup", "request UUID"));
    case IdMark::ParentLeg:
        return text(QT_TRANSLATE_NOOP("hangup", "parent leg"));
    case IdMark::ALeg:
        return text(QT_TRANSLATE_NOOP("hangup", "A leg"));
    case IdMark::BLeg:
        return text(QT_TRANSLATE_NOOP("hangup", "B leg"));
    }
    return {};
}

QString scanSummary(const ScanResult &scan, int added, int alreadyListed)
{
    const QString found = foundSentence(static_cast<int>(scan.found.size()), added, alreadyListed);
    return scan.ignoredCount == 0 && scan.ignored.isEmpty() ? found : found + u' ' + ignoredSentence(scan);
}

QString notAnId(QStringView candidate)
{
    if (candidate.isEmpty())
        return text(QT_TRANSLATE_NOOP("hangup", "This is not a call UUID: it is empty."));
    const ScanResult scan = scanCalls(candidate.toString());
    if (!scan.ignored.isEmpty() && scan.ignored.front().reason == IgnoredReason::InvisibleCharacter)
        return text(QT_TRANSLATE_NOOP("hangup", "This is not a call UUID: it has %1."))
            .arg(ignored(scan.ignored.front()));
    const int length = static_cast<int>(candidate.size());
    if (length < CallId::Length) {
        return counted(length, QT_TRANSLATE_N_NOOP("hangup", "This is not a call UUID: it has %n of 36 characters."),
                       QT_TRANSLATE_N_NOOP("hangup", "This is not a call UUID: it has %n of 36 characters."));
    }
    if (length > CallId::Length) {
        return counted(length,
                       QT_TRANSLATE_N_NOOP("hangup", "This is not a call UUID: it has %n characters instead of 36."),
                       QT_TRANSLATE_N_NOOP("hangup", "This is not a call UUID: it has %n characters instead of 36."));
    }
    return shapeTrouble(candidate);
}

} // namespace hangup::words

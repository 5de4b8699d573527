// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "domain/scanshape.h"

#include "domain/scanunits.h"

#include <algorithm>

namespace hangup::scan {

namespace {

constexpr qsizetype ShortestRun = 30;
constexpr qsizetype LongestRun = 42;
constexpr int FewestHyphens = 3;
/// An "O" for a "0": still meant as an id.
constexpr int MostStrayLetters = 2;

bool isHyphenPlace(qsizetype place)
{
    return place == 8 || place == 13 || place == 18 || place == 23;
}

bool isDigit(char16_t c)
{
    return isHexUnit(c) || c == u'?';
}

struct Count
{
    int hyphens = 0;
    int strays = 0;
};

Count count(QStringView word)
{
    Count count;
    for (const QChar c : word) {
        if (c == u'-')
            ++count.hyphens;
        else if (!isDigit(c.unicode()))
            ++count.strays;
    }
    return count;
}

bool isRight(char16_t c, qsizetype place)
{
    return isHyphenPlace(place) ? c == u'-' : isDigit(c);
}

/// The beginning of an id, three hyphens or more.
bool isBeginning(QStringView word)
{
    if (word.size() < ShortestPiece || word.size() >= CallId::Length)
        return false;
    for (qsizetype i = 0; i < word.size(); ++i) {
        if (!isRight(word[i].unicode(), i))
            return false;
    }
    return true;
}

/// The end of an id, three hyphens or more.
bool isEnd(QStringView word)
{
    if (word.size() < ShortestPiece + 3 || word.size() >= CallId::Length)
        return false;
    const qsizetype missing = CallId::Length - word.size();
    for (qsizetype i = 0; i < word.size(); ++i) {
        if (!isRight(word[i].unicode(), i + missing))
            return false;
    }
    return true;
}

/// 36 characters in the shape of an id somewhere in a longer word.
bool containsId(QStringView word)
{
    for (qsizetype first = 8; first + 28 <= word.size(); ++first) {
        // The hyphens decide first, so that long words cost four looks a unit at most.
        if (word[first] != u'-' || word[first + 5] != u'-' || word[first + 10] != u'-' || word[first + 15] != u'-')
            continue;
        const QStringView window = word.sliced(first - 8, CallId::Length);
        qsizetype place = 0;
        while (place < CallId::Length && isRight(window[place].unicode(), place))
            ++place;
        if (place == CallId::Length)
            return true;
    }
    return false;
}

bool isHyphensWhereTheyBelong(QStringView word)
{
    for (const qsizetype place : { 8, 13, 18, 23 }) {
        if (word[place] != u'-')
            return false;
    }
    return true;
}

/// A run of about the right length with the hyphens of an id.
bool isNearMiss(QStringView word)
{
    if (word.size() < ShortestRun || word.size() > LongestRun)
        return false;
    const Count counted = count(word);
    return counted.hyphens >= FewestHyphens && counted.hyphens <= 5
        && (counted.strays == 0 || (counted.hyphens == 4 && counted.strays <= MostStrayLetters));
}

Shape exactLength(QStringView word)
{
    if (CallId::parse(word))
        return Shape::Id;
    if (!isHyphensWhereTheyBelong(word) || count(word).hyphens != 4)
        return isNearMiss(word) ? Shape::NotHex : Shape::Word;
    const bool nil = std::all_of(word.begin(), word.end(), [](QChar c) { return c == u'0' || c == u'-'; });
    return nil ? Shape::Nil : Shape::NotHex;
}

} // namespace

Shape shapeOf(QStringView word)
{
    if (word.size() < ShortestPiece)
        return Shape::Word;
    if (word.size() == CallId::Length)
        return exactLength(word);
    if (word.size() < CallId::Length)
        return isNearMiss(word) || isBeginning(word) || isEnd(word) ? Shape::CutOff : Shape::Word;
    return isNearMiss(word) || containsId(word) ? Shape::TooLong : Shape::Word;
}

bool looksLikeId(QStringView word)
{
    return shapeOf(word) != Shape::Word;
}

} // namespace hangup::scan

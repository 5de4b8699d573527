// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "modeltesting.h"

#include "domain/words.h"
#include "models/calllistmodel.h"
#include "models/calltexts.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hangup;
using namespace hangup::testing;

/// What the cells and headers of the calls say, in each role.
class TestCallTexts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void showsAResult_data();
    void showsAResult();
    void showsAMarkAndTheState();
    void tellsTheTimeOfTheOutcome();
    void toolTipsShowForeignTextLetterByLetter();
    void cellsAreReadAloudWithTheirHeader();
    void numbersStandOnTheRight();
    void rolesAnswerForThePainter();
    void headersHaveWords();
    void showsAProof_data();
    void showsAProof();
    void aCallBeingLookedAtSaysSo();
};

void TestCallTexts::showsAResult_data()
{
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<Reason>("reason");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("row");
    QTest::addColumn<QString>("explanation");
    QTest::newRow("ended") << Outcome::Ended << Reason::None << 204 << QString()
                           << u"Done | Ended | 204 | 1 | 84 ms | "_s << u"Plivo confirmed the hang-up."_s;
    QTest::newRow("not live, in Plivo's words")
        << Outcome::NotLive << Reason::None << 404 << u"call not found"_s
        << u"Done | Not live | 404 | 1 | 84 ms | call not found"_s
        << u"Not a live call of this account: over already, or never existed. Nothing was ended. Plivo says: \"call not found\""_s;
    QTest::newRow("not live, perhaps by us")
        << Outcome::NotLiveMaybeUs << Reason::None << 404 << QString()
        << u"Done | Not live | 404 | 1 | 84 ms | Not live now; an earlier attempt may have ended it"_s
        << u"Not live now; an earlier attempt may have ended it."_s;
    QTest::newRow("refused") << Outcome::Refused << Reason::None << 400 << u"bad id"_s
                             << u"Done | Refused | 400 | 1 | 84 ms | bad id"_s
                             << u"Refused (400). Plivo says: \"bad id\""_s;
    QTest::newRow("unknown, with its reason")
        << Outcome::Unknown << Reason::ConnectionLost << 0 << QString()
        << u"Done | Unknown |  | 1 | 84 ms | the connection was lost"_s
        << u"Sent, no clear answer; it may have ended: the connection was lost."_s;
    QTest::newRow("not sent: no attempt, no time taken")
        << Outcome::NotSent << Reason::Stopped << 0 << QString()
        << u"Done | Not sent |  | 0 |  | stopped before its turn"_s << u"Not sent: stopped before its turn."_s;
}

void TestCallTexts::showsAResult()
{
    QFETCH(Outcome, outcome);
    QFETCH(Reason, reason);
    QFETCH(int, status);
    QFETCH(QString, message);
    CallListModel model;
    model.add(pasteOf(1, 1));
    CallResult result = resultOf(idOf(1), outcome, status, message);
    result.reason = reason;
    model.setResult(result);
    QTEST(asText(model,
                 { CallListModel::StateColumn, CallListModel::OutcomeColumn, CallListModel::HttpColumn,
                   CallListModel::AttemptsColumn, CallListModel::TookColumn, CallListModel::NotesColumn }),
          "row");
    QFETCH(QString, explanation);
    QCOMPARE(model.index(0, CallListModel::OutcomeColumn).data(Qt::ToolTipRole).toString(),
             calltexts::plainToolTip(explanation));
}

void TestCallTexts::showsAMarkAndTheState()
{
    CallListModel model;
    model.add(paste({ { idOf(1), u"x"_s },
                      { idOf(2), u"x"_s, IdMark::Request },
                      { idOf(3), u"x"_s, IdMark::ParentLeg },
                      { idOf(4), u"x"_s, IdMark::ALeg },
                      { idOf(5), u"x"_s, IdMark::BLeg } }));
    model.setWaiting(idOf(2));
    model.setOnItsWay(idOf(3), 1);
    model.setResult(resultOf(idOf(5), Outcome::Refused, 400, u"no"_s));
    QCOMPARE(asText(model, { CallListModel::StateColumn, CallListModel::NotesColumn }),
             u"Listed | \nWaiting | request UUID\nOn its way | parent leg\nListed | A leg\nDone | B leg · no"_s);
}

void TestCallTexts::tellsTheTimeOfTheOutcome()
{
    CallListModel model;
    model.add(pasteOf(1, 2));
    const QDateTime at(QDate(2026, 11, 24), QTime(14, 2, 11, 84)); // local
    CallResult result = resultOf(idOf(1), Outcome::Ended, 204);
    result.finishedAtMs = at.toMSecsSinceEpoch();
    model.setResult(result);
    QCOMPARE(asText(model, { CallListModel::WhenColumn }), u"14:02:11\n"_s);
    QVERIFY2(model.index(0, CallListModel::WhenColumn)
                 .data(Qt::ToolTipRole)
                 .toString()
                 .contains(u"2026-11-24 14:02:11.084"_s),
             qPrintable(model.index(0, CallListModel::WhenColumn).data(Qt::ToolTipRole).toString()));
    QCOMPARE(model.index(1, CallListModel::WhenColumn).data(Qt::ToolTipRole).isValid(), false);
}

void TestCallTexts::toolTipsShowForeignTextLetterByLetter()
{
    CallListModel model;
    model.add(paste({ { idOf(1), u"<b>x</b>  & <img src=\"http://h/\">"_s } }));
    CallResult result = resultOf(idOf(1), Outcome::Refused, 400, u"<b>x</b>"_s);
    result.apiId = u"<i>y</i>"_s;
    model.setResult(result);
    const auto tip = [&model](int column) { return model.index(0, column).data(Qt::ToolTipRole).toString(); };
    QCOMPARE(
        tip(CallListModel::UuidColumn),
        u"<p style=\"white-space:pre-wrap\">&lt;b&gt;x&lt;/b&gt;  &amp; &lt;img src=&quot;http://h/&quot;&gt;</p>"_s);
    for (int column = 0; column < CallListModel::ColumnCount; ++column) {
        QString inside = tip(column);
        if (inside.isEmpty())
            continue;
        QVERIFY(inside.startsWith(u"<p style=\"white-space:pre-wrap\">"_s) && inside.endsWith(u"</p>"_s));
        inside = inside.sliced(32).chopped(4);
        QCOMPARE(inside.contains(u'<'), false);
    }
    // The cell itself is plain text and stays as it came.
    QCOMPARE(asText(model, { CallListModel::NotesColumn, CallListModel::ApiIdColumn }), u"<b>x</b> | <i>y</i>"_s);
}

void TestCallTexts::cellsAreReadAloudWithTheirHeader()
{
    CallListModel model;
    model.add(pasteOf(1, 1));
    const auto spoken = [&model](int column) { return model.index(0, column).data(Qt::AccessibleTextRole).toString(); };
    QCOMPARE(spoken(CallListModel::OutcomeColumn), u"Outcome: none"_s);
    model.setResult(resultOf(idOf(1), Outcome::Ended, 204));
    QCOMPARE(spoken(CallListModel::OutcomeColumn), u"Outcome: Ended"_s);
    QCOMPARE(spoken(CallListModel::UuidColumn), u"Call UUID: "_s + idOf(1).toString());
    QCOMPARE(spoken(CallListModel::TookColumn), u"Took: 84 ms"_s);
}

void TestCallTexts::numbersStandOnTheRight()
{
    CallListModel model;
    model.add(pasteOf(1, 1));
    const auto isRight
        = [](const QVariant &alignment) { return alignment.value<Qt::Alignment>().testFlag(Qt::AlignRight); };
    QList<int> right;
    QList<int> rightHeaders;
    for (int column = 0; column < CallListModel::ColumnCount; ++column) {
        if (isRight(model.index(0, column).data(Qt::TextAlignmentRole)))
            right << column;
        if (isRight(model.headerData(column, Qt::Horizontal, Qt::TextAlignmentRole)))
            rightHeaders << column;
    }
    QCOMPARE(right,
             (QList<int> { CallListModel::HttpColumn, CallListModel::AttemptsColumn, CallListModel::TookColumn,
                           CallListModel::AgeColumn }));
    QCOMPARE(rightHeaders, right);
}

void TestCallTexts::rolesAnswerForThePainter()
{
    CallListModel model;
    model.add(paste({ { idOf(1), u"stuck call"_s, IdMark::ALeg } }));
    const QModelIndex cell = model.index(0, CallListModel::NotesColumn);
    QCOMPARE(cell.data(CallListModel::StateRole), QVariant(int(CallState::Listed)));
    QCOMPARE(cell.data(CallListModel::OutcomeRole), QVariant());
    QCOMPARE(cell.data(Qt::EditRole), QVariant());
    model.setResult(resultOf(idOf(1), Outcome::Ended, 204));
    QCOMPARE(cell.data(CallListModel::StateRole), QVariant(int(CallState::Done)));
    QCOMPARE(cell.data(CallListModel::OutcomeRole), QVariant(int(Outcome::Ended)));
    QCOMPARE(cell.data(CallListModel::ProofRole), QVariant());
    model.setProof({ .id = idOf(1), .state = ProofState::StillLive });
    QCOMPARE(cell.data(CallListModel::ProofRole), QVariant(int(ProofState::StillLive)));
    QCOMPARE(model.data(QModelIndex()), QVariant());
}

void TestCallTexts::headersHaveWords()
{
    const CallListModel model;
    QStringList headers;
    for (int column = 0; column < CallListModel::ColumnCount; ++column) {
        headers << model.headerData(column, Qt::Horizontal).toString();
        QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString().isEmpty());
    }
    QCOMPARE(
        headers.join(u" | "_s),
        u"Call UUID | State | Outcome | Proof | Hangup source | HTTP | Attempts | Took | When | Plivo’s api_id | From | To | Direction | Age | Notes"_s);
    QCOMPARE(model.headerData(CallListModel::ColumnCount, Qt::Horizontal), QVariant());
}

void TestCallTexts::showsAProof_data()
{
    QTest::addColumn<ProofState>("state");
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("row");
    QTest::newRow("proven") << ProofState::Proven << u"API Request"_s << u"Proven | API Request"_s;
    QTest::newRow("ended by somebody else") << ProofState::EndedOtherwise << u"Caller"_s << u"Not by us | Caller"_s;
    QTest::newRow("still live") << ProofState::StillLive << QString() << u"Still live | "_s;
    QTest::newRow("no record yet") << ProofState::NotYet << QString() << u"Not yet | "_s;
    QTest::newRow("never asked for") << ProofState::None << QString() << u" | "_s;
}

void TestCallTexts::showsAProof()
{
    QFETCH(ProofState, state);
    QFETCH(QString, source);
    CallListModel model;
    model.add(pasteOf(1, 1));
    model.setResult(resultOf(idOf(1), Outcome::Ended, 204));
    const CallProof proof { .id = idOf(1), .state = state, .hangupSource = source };
    model.setProof(proof);
    QTEST(asText(model, { CallListModel::ProofColumn, CallListModel::SourceColumn }), "row");
    for (const int column : { CallListModel::ProofColumn, CallListModel::SourceColumn }) {
        const QString sentence = state == ProofState::None ? QString() : words::proofSentence(proof);
        QCOMPARE(model.index(0, column).data(Qt::ToolTipRole).toString(), calltexts::plainToolTip(sentence));
    }
}

void TestCallTexts::aCallBeingLookedAtSaysSo()
{
    CallListModel model;
    model.add(pasteOf(1, 1));
    model.setOnItsWay(idOf(1), 2);
    model.setLooking(idOf(1));
    QCOMPARE(asText(model, { CallListModel::StateColumn, CallListModel::AttemptsColumn }),
             words::stateShort(CallState::Looking) + u" | 2"_s);
    QVERIFY(model.index(0, CallListModel::StateColumn).data(Qt::ToolTipRole).toString().contains(u"still live"_s));
}

QTEST_APPLESS_MAIN(TestCallTexts)
#include "tst_calltexts.moc"

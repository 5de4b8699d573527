// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
// A policy out of a registry or a property list.
#include "store/policysource.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace hangup;

using Kind = PolicyTrouble::Kind;

class TestPolicyValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsValues_data();
    void readsValues();
};

void TestPolicyValues::readsValues_data()
{
    QTest::addColumn<QVariantMap>("values");
    QTest::addColumn<int>("kind"); // -1: a policy
    const auto row = [](const char *name, const QVariantMap &values, int kind) {
        QTest::newRow(name) << values << kind;
    };
    row("nothing", {}, -1);
    row("a number", { { u"largest-batch"_s, 5 } }, -1);
    row("a number without a sign", { { u"largest-batch"_s, 5u } }, -1);
    row("a long number", { { u"share-percent"_s, qlonglong(50) } }, -1);
    row("a number for yes", { { u"export-off"_s, 1 } }, -1);
    row("a truth", { { u"export-off"_s, true } }, -1);
    row("a text", { { u"allowed-hosts"_s, u"a.example,b.example"_s } }, -1);
    row("a list of texts", { { u"allowed-hosts"_s, QStringList { u"a.example"_s, u"b.example"_s } } }, -1);
    row("a list of variants", { { u"allowed-hosts"_s, QVariantList { u"a.example"_s } } }, -1);
    row("bytes", { { u"allowed-hosts"_s, "a.example"_ba } }, int(Kind::WrongType));
    row("a broken number", { { u"largest-batch"_s, 2.5 } }, int(Kind::WrongType));
    row("numbers in a list", { { u"allowed-hosts"_s, QVariantList { 5 } } }, int(Kind::WrongType));
    row("a truth for a number", { { u"largest-batch"_s, true } }, int(Kind::NotAWholeNumber));
    row("two for yes", { { u"export-off"_s, 2 } }, int(Kind::NotYesOrNo));
    row("a name that is none", { { u"exports"_s, 0 } }, int(Kind::UnknownKey));
    row("a name below another", { { u"policy/export-off"_s, 1 } }, int(Kind::UnknownKey));
}

void TestPolicyValues::readsValues()
{
    QFETCH(const QVariantMap, values);
    QFETCH(const int, kind);
    const PolicyRead read = policyOf(values, u"HKLM"_s);
    const auto *trouble = std::get_if<PolicyTrouble>(&read);
    QCOMPARE(trouble ? int(trouble->kind) : -1, kind);
    if (trouble) {
        QCOMPARE(trouble->place, u"HKLM"_s);
        QCOMPARE(trouble->name, values.firstKey());
    } else {
        QCOMPARE(std::get<Policy>(read) == Policy(), values.isEmpty());
    }
}

QTEST_APPLESS_MAIN(TestPolicyValues)
#include "tst_policyvalues.moc"

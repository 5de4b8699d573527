// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "store/sqlconnection.h"

#include <QSqlError>
#include <QThread>
#include <QUrl>

#include <atomic>

using namespace Qt::StringLiterals;

namespace hangup {

namespace {

// SQLite's primary result codes (sqlite.org/rescode.html); the extended ones have them in their low byte.
constexpr int SqliteError = 1;
constexpr int SqliteBusy = 5;
constexpr int SqliteLocked = 6;
constexpr int SqliteReadOnly = 8;
constexpr int SqliteCorrupt = 11;
constexpr int SqliteNotADb = 26;
constexpr int PatienceMs = 5000;

QString newName()
{
    static std::atomic<quint64> number { 0 };
    return u"hangup-journal-%1"_s.arg(++number);
}

SqlConnection::Failure failureOf(const QSqlError &error)
{
    switch (error.nativeErrorCode().toInt() & 0xff) {
    case SqliteError:
        return SqlConnection::Failure::Statement;
    case SqliteBusy:
    case SqliteLocked:
        return SqlConnection::Failure::Busy;
    case SqliteReadOnly:
        return SqlConnection::Failure::ReadOnly;
    case SqliteCorrupt:
    case SqliteNotADb:
        return SqlConnection::Failure::Corrupt;
    }
    return SqlConnection::Failure::Other;
}

/// A file's address for SQLite. What has a meaning in an address is encoded, so that any name works.
QString addressOf(const QString &file, const QString &uriQuery)
{
    const QByteArray path = QUrl::toPercentEncoding(file, "/:"_ba);
    const QString start = file.startsWith(u'/') ? u"file://"_s : u"file:///"_s;
    return start + QString::fromLatin1(path) + (uriQuery.isEmpty() ? QString() : u'?' + uriQuery);
}

/// The name of the value @p index. Qt makes one up anew, in many steps, for each value that is bound by its place.
QString nameOf(qsizetype index)
{
    constexpr qsizetype Usual = 16; // no statement that runs for each call has more
    static const QStringList names = [] {
        QStringList usual;
        for (qsizetype i = 0; i < Usual; ++i)
            usual += u":v%1"_s.arg(i);
        return usual;
    }();
    return index < Usual ? names.at(index) : u":v%1"_s.arg(index);
}

/// @p sql with names in place of its question marks, of which none stands in a text.
QString withNames(const QString &sql)
{
    const QStringList parts = sql.split(u'?');
    QString named = parts.constFirst();
    for (qsizetype i = 1; i < parts.size(); ++i)
        named += nameOf(i - 1) + parts.at(i);
    return named;
}

} // namespace

SqlConnection::SqlConnection() : m_name(newName()) { }

SqlConnection::~SqlConnection()
{
    close();
}

bool SqlConnection::open(const QString &file, Mode mode, const QString &uriQuery)
{
    close();
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name);
    QString options = u"QSQLITE_OPEN_URI;QSQLITE_BUSY_TIMEOUT=%1"_s.arg(PatienceMs);
    if (mode == Mode::ReadOnly)
        options += u";QSQLITE_OPEN_READONLY"_s;
    database.setConnectOptions(options);
    database.setDatabaseName(addressOf(file, uriQuery));
    if (database.open())
        return true;
    note(database.lastError());
    database = QSqlDatabase();
    close();
    return false;
}

void SqlConnection::close()
{
    m_queries.clear();
    if (QSqlDatabase::contains(m_name)) {
        QSqlDatabase::database(m_name, false).close();
        QSqlDatabase::removeDatabase(m_name);
    }
}

bool SqlConnection::isOpen() const
{
    return QSqlDatabase::contains(m_name);
}

bool SqlConnection::run(const QString &sql, const QVariantList &values)
{
    QSqlQuery *query = rows(sql, values);
    if (query != nullptr)
        query->finish();
    return query != nullptr;
}

QSqlQuery *SqlConnection::rows(const QString &sql, const QVariantList &values)
{
    const Prepared *found = prepared(sql);
    if (found == nullptr)
        return nullptr;
    if (found->values != values.size()) { // Qt would leave out, or take what was there before
        m_failure = Failure::Statement;
        m_failureText = u"%1 values for %2 places"_s.arg(values.size()).arg(found->values);
        return nullptr;
    }
    QSqlQuery *query = found->query.get();
    for (int i = 0; i < values.size(); ++i) {
        QVariant value = values.at(i);
        if (value.typeId() == QMetaType::QString && value.toString().isNull())
            value = u""_s; // the driver would write NULL
        else if (value.typeId() == QMetaType::QByteArray && value.toByteArray().isNull())
            value = ""_ba;
        query->bindValue(nameOf(i), value);
    }
    if (query->exec())
        return query;
    note(query->lastError());
    query->finish();
    return nullptr;
}

QVariant SqlConnection::value(const QString &sql, const QVariantList &values)
{
    m_failure = Failure::None;
    QSqlQuery *query = rows(sql, values);
    if (query == nullptr)
        return {};
    QVariant first;
    if (query->next())
        first = query->value(0);
    else if (query->lastError().isValid())
        note(query->lastError());
    query->finish();
    return first;
}

void SqlConnection::rollBack()
{
    // After a full disk SQLite may have rolled back by itself; what failed first is what counts.
    const Failure failure = m_failure;
    const QString text = m_failureText;
    run(u"ROLLBACK"_s);
    m_failure = failure;
    m_failureText = text;
}

void SqlConnection::fail(const QSqlQuery &query)
{
    note(query.lastError());
}

const SqlConnection::Prepared *SqlConnection::prepared(const QString &sql)
{
    const auto known = m_queries.constFind(sql);
    if (known != m_queries.constEnd())
        return &*known;
    // database() gives an invalid one, with a warning, on another thread than the one that opened it.
    const QSqlDatabase database = QSqlDatabase::database(m_name, false);
    Q_ASSERT_X(database.isValid(), "SqlConnection", "not open, or called from another thread");
    const auto query = std::make_shared<QSqlQuery>(database);
    query->setForwardOnly(true);
    if (!query->prepare(withNames(sql))) {
        note(query->lastError());
        return nullptr;
    }
    return &*m_queries.insert(sql, { query, sql.count(u'?') });
}

void SqlConnection::note(const QSqlError &error)
{
    m_failure = failureOf(error);
    m_failureText = error.databaseText().isEmpty() ? error.driverText() : error.databaseText();
}

SqlTransaction::SqlTransaction(SqlConnection &connection)
    : m_connection(connection), m_open(connection.run(u"BEGIN IMMEDIATE"_s))
{
}

SqlTransaction::~SqlTransaction()
{
    if (m_open)
        m_connection.rollBack();
}

bool SqlTransaction::commit()
{
    if (!m_open || !m_connection.run(u"COMMIT"_s))
        return false;
    m_open = false;
    return true;
}

SqlSnapshot::SqlSnapshot(SqlConnection &connection) : m_connection(connection), m_open(connection.run(u"BEGIN"_s)) { }

SqlSnapshot::~SqlSnapshot()
{
    if (m_open)
        m_connection.rollBack();
}

} // namespace hangup

// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QHash>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QVariantList>

#include <memory>

namespace hangup {

/// One connection to one SQLite file, with its prepared statements. QSqlDatabase belongs to the thread that opened it:
/// each function checks that.
class SqlConnection
{
public:
    /// What went wrong last, as far as the caller reacts to it.
    enum class Failure : quint8 {
        None,
        Corrupt, ///< SQLITE_CORRUPT, SQLITE_NOTADB
        Busy, ///< another program held the file for longer than the patience
        ReadOnly, ///< SQLITE_READONLY: by the file's rights, or by what its header says
        Statement, ///< SQLITE_ERROR: "no such table"
        Other, ///< disk full, read-only, input or output error …
    };
    enum class Mode : quint8 { ReadWrite, ReadOnly };

    SqlConnection();
    ~SqlConnection();
    SqlConnection(const SqlConnection &) = delete;
    SqlConnection &operator=(const SqlConnection &) = delete;

    /// @p uriQuery: parameters of SQLite's file address, like "immutable=1". Waits up to 5 s for other programs.
    bool open(const QString &file, Mode mode, const QString &uriQuery = {});
    void close();
    bool isOpen() const;

    /// Runs @p sql with @p values in place of its question marks, of which it must have as many, and none in a text. A
    /// null text is written as an empty one.
    bool run(const QString &sql, const QVariantList &values = {});
    /// The same for what gives rows; null when it failed. Valid until the same text is used again or done(): read it to
    /// its end or call finish(), an unfinished one holds a lock.
    QSqlQuery *rows(const QString &sql, const QVariantList &values = {});
    /// The first column of the first row; invalid when there is none, or it failed (then failure() tells).
    QVariant value(const QString &sql, const QVariantList &values = {});

    /// Of the last call that failed.
    Failure failure() const { return m_failure; }
    /// SQLite's words for it: no secrets, no paths.
    QString failureText() const { return m_failureText; }
    /// A failure that was seen elsewhere: while rows were read.
    void fail(const QSqlQuery &query);
    /// Ends a transaction without it; failure() stays what it was.
    void rollBack();

private:
    struct Prepared
    {
        std::shared_ptr<QSqlQuery> query;
        qsizetype values = 0; ///< it takes so many
    };

    const Prepared *prepared(const QString &sql);
    void note(const QSqlError &error);

    QString m_name; ///< of the connection, unique in the process
    QHash<QString, Prepared> m_queries;
    Failure m_failure = Failure::None;
    QString m_failureText;
};

/// Takes the write lock at once (no surprise at the commit) and rolls back unless committed.
class SqlTransaction
{
public:
    explicit SqlTransaction(SqlConnection &connection);
    ~SqlTransaction();
    SqlTransaction(const SqlTransaction &) = delete;
    SqlTransaction &operator=(const SqlTransaction &) = delete;

    bool hasBegun() const { return m_open; }
    bool commit();

private:
    SqlConnection &m_connection;
    bool m_open = false;
};

/// One view for all that is read while it lasts, whatever other programs commit meanwhile. Takes no lock that they wait
/// for.
class SqlSnapshot
{
public:
    explicit SqlSnapshot(SqlConnection &connection);
    ~SqlSnapshot();
    SqlSnapshot(const SqlSnapshot &) = delete;
    SqlSnapshot &operator=(const SqlSnapshot &) = delete;

    bool hasBegun() const { return m_open; }

private:
    SqlConnection &m_connection;
    bool m_open = false;
};

} // namespace hangup

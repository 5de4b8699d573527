// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/accountdialog.h"
#include "windowbench.h"

#include <QDialog>
#include <QTemporaryDir>
#include <QWidget>

namespace hangup::test {

using namespace Qt::StringLiterals;

/// The window with accounts that a user added: a keychain in memory, an hangup.ini of its own, and a scripted server
/// that the accounts are at. Controls are found and used as a user does, by their names and keys.
class AccountBench
{
public:
    AccountBench();

    WindowBench &window() { return m_bench; }
    Session &session() { return m_bench.session(); }
    AccountBook *book() { return m_bench.session().book(); }
    MemoryStore &secrets() { return m_bench.secrets(); }
    FakeServer &server() { return m_server; }
    QString settingsFile() const { return m_folder.filePath(u"hangup.ini"_s); }

    /// Adds it, with authId(n) and token(n), and waits until it is in the book; returns its key.
    QString addAccount(const QString &name, int n, TokenPlace place = TokenPlace::Keychain,
                       const QString &address = {});
    /// A different well-formed one for each @p n.
    static QString authId(int n);
    static QString token(int n);

    /// The shown dialog of that name, or null.
    QDialog *dialog(const QString &name) const;
    /// The form for a new account, or for the one of @p key, over the window, as the window shows it. It deletes
    /// itself.
    AccountDialog *openForm(const QString &key = {});
    /// Fills in a new account, number @p n. False if a field is not there.
    bool fill(QWidget *form, int n);
    /// The visible widget of that accessible name in @p in, or null.
    template <typename Widget>
    static Widget *find(QWidget *in, const QString &name)
    {
        const auto widgets = in->findChildren<Widget *>();
        for (Widget *widget : widgets) {
            if (widget->isVisible() && widget->accessibleName() == name)
                return widget;
        }
        return nullptr;
    }
    /// By the keyboard: gives it the focus and presses Space. False if there is none that can be pressed.
    static bool press(QWidget *in, const QString &name);
    /// Puts @p text in place of what stands in the field, key by key. False if there is none.
    static bool type(QWidget *in, const QString &name, const QString &text);
    /// What the dialog's state line says.
    static QString stateOf(QWidget *dialog);
    /// What is said beside the field of that name.
    static QString noteOf(QWidget *dialog, const QString &name);

private:
    QTemporaryDir m_folder;
    FakeServer m_server;
    WindowBench m_bench;
};

} // namespace hangup::test

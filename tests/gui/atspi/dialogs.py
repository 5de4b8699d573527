# SPDX-FileCopyrightText: 2026 The Hangup authors
# SPDX-License-Identifier: MIT
"""Every dialog that the menus lead to: opened, looked at, closed by Escape."""
from tree import fail, find, press, unnamed_controls, wait_for

# (menu item, title of the window)
DIALOGS = [
    ("Settings…", "Settings"),
    ("Hangup help", "Hangup help"),
    ("Keyboard shortcuts", "Keyboard shortcuts"),
    ("Copy diagnostics…", "Copy diagnostics"),
    ("About Hangup", "About Hangup"),
    ("About Qt", "About Qt"),
    ("Manage accounts…", "Accounts"),
    ("Add an account…", "Add an account"),
]
KEYS = {"Ctrl+comma": "Settings", "F1": "Hangup help"}


def check(desk, watch, title):
    window = desk.dialog(title)
    if unnamed := unnamed_controls(window):
        fail(f"{title}: controls without a name: {unnamed}")
    watch.sweep(f"in {title!r}", desk.app)
    desk.keys.press("Escape")
    desk.gone(title)


def check_dialogs(desk, watch):
    for item, title in DIALOGS:
        press(wait_for(f"the menu item {item!r}", lambda name=item: find(desk.frame, name, "menu item"), 5))
        check(desk, watch, title)
    for key, title in KEYS.items():
        desk.keys.press(key)
        desk.dialog(title)
        desk.keys.press("Escape")
        desk.gone(title)

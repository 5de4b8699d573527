# SPDX-FileCopyrightText: 2026 The Hangup authors
# SPDX-License-Identifier: MIT
"""The window as the accessibility bus tells of it: finding, pressing, reading."""
import sys
import time

import pyatspi

TIMEOUT_S = 30

CONTROLS = {"push button", "toggle button", "check box", "radio button", "combo box", "text", "entry",
            "password text", "spin button", "table", "list", "slider", "menu", "menu item", "check menu item",
            "radio menu item", "page tab", "page tab list", "split pane", "tree", "tree table", "link",
            "document frame", "document text", "document web"}


def fail(words):
    print(f"FAIL: {words}", file=sys.stderr)
    sys.exit(1)


def children(node):
    for i in range(node.childCount):
        child = node.getChildAtIndex(i)
        if child is not None:
            yield child


def role_of(node):
    """Its role in words; newer versions of AT-SPI call a push button a button."""
    name = node.getRoleName()
    return "push button" if name == "button" else name


def walk(node, into_tables=False):
    yield node
    if not into_tables and role_of(node) in ("table", "list", "tree table"):
        return
    for child in children(node):
        yield from walk(child, into_tables)


def wait_for(what, probe, timeout=TIMEOUT_S):
    end = time.monotonic() + timeout
    while time.monotonic() < end:
        try:
            found = probe()
        except Exception:  # an object may go while it is looked at
            found = None
        if found:
            return found
        time.sleep(0.05)
    fail(f"{what} did not come within {timeout} s")


def has(node, state):
    return node.getState().contains(state)


def find(root, name, role=None, showing=False):
    for node in walk(root):
        if node.name == name and (role is None or role_of(node) == role):
            if not showing or has(node, pyatspi.STATE_SHOWING):
                return node
    return None


def press(node):
    action = node.queryAction()
    for i in range(action.nActions):
        if action.getName(i).lower() in ("press", "click", "toggle"):
            action.doAction(i)
            return
    fail(f"{node.name!r} ({role_of(node)}) can't be pressed")


def text_of(node):
    try:
        text = node.queryText().getText(0, -1)
        if text:
            return text
    except NotImplementedError:
        pass
    return node.description or node.name


def application(pid):
    desktop = pyatspi.Registry.getDesktop(0)
    for app in children(desktop):
        if app.get_process_id() == pid:
            return app
    return None


def window_of(hangup):
    app = wait_for("the application on the bus", lambda: application(hangup.pid))
    frame = wait_for("the window", lambda: next((c for c in children(app) if role_of(c) == "frame"), None))
    wait_for("the field", lambda: find(frame, "Enter or paste call UUIDs", "text"))
    return app, frame


def windows(app):
    """The windows that are to be seen, the one that was opened last at the end."""
    return [node for node in children(app) if has(node, pyatspi.STATE_SHOWING)]


def top_window(app, title=None):
    """The window in front; none if it is not called `title`."""
    for node in reversed(windows(app)):
        if has(node, pyatspi.STATE_ACTIVE) and (title is None or node.name == title):
            return node
    return None


def has_focus(node):
    """Of the tabs of a bar Qt says for the current one that it has the focus, when the bar has not."""
    return has(node, pyatspi.STATE_FOCUSED) and (role_of(node) != "page tab"
                                                 or has(node.parent, pyatspi.STATE_FOCUSED))


def focused(root):
    """What has the focus: the innermost, for a box whose proxy has it says so too. Not the cell in it: a table's current
    cell says that it has the focus when the table has not."""
    return next((node for node in reversed(list(walk(root))) if has_focus(node)), None)


def unnamed_controls(root):
    """Each control that is to be seen and that a screen reader's user would hear nothing of."""
    found = []
    for node in walk(root):
        if role_of(node) in CONTROLS and has(node, pyatspi.STATE_SHOWING) and not node.name.strip():
            found.append(f"a {role_of(node)} in {node.parent.name or role_of(node.parent)!r}")
    return found


def strings(root):
    """All that the bus tells of what is below `root`, hidden parts too."""
    for node in walk(root, into_tables=True):
        yield from (node.name, node.description)
        yield from (node.getAttributes() or [])
        try:
            text = node.queryText()
            yield text.getText(0, -1)
            yield from (text.getSelection(i) and text.getText(*text.getSelection(i)) for i in range(text.getNSelections()))
        except (NotImplementedError, RuntimeError):
            pass
        try:
            yield str(node.queryValue().currentValue)
        except (NotImplementedError, RuntimeError):
            pass
        try:
            action = node.queryAction()
            for i in range(action.nActions):
                yield from (action.getName(i), action.getDescription(i), action.getKeyBinding(i))
        except (NotImplementedError, RuntimeError):
            pass

#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Hangup authors
# SPDX-License-Identifier: MIT
"""From the first start to the last account's end, by the keyboard alone and with a real keyring, while every place
where the auth token could come to light is searched for it.

Usage: accounts.py HANGUP FAKEPLIVO CLIPBOARD   (tests/gui/atspi/run makes display, bus and home)
"""
import json
import os
import secrets
import subprocess
import sys
import tempfile
import time

import pyatspi

from dialogs import check_dialogs
from drive import CORES_ARE_OFF, allow_cores, check_names, crash, summary_numbers
from hunt import Hunt
from keyring import Keyring, OpenPrompts
from keys import Keyboard
from tree import fail, find, focused, has, press, role_of, strings, top_window, wait_for, window_of, windows
from watch import Watch

AUTH_ID = "MA0HUNTED0HUNTED0123"
TOKEN = f"c4n+ry/{secrets.token_urlsafe(24)}~"[:39] + "="
CONTROL = f"control{secrets.token_hex(16)}"  # the account's name: seen everywhere by right
IDS = [f"defb070{i}-86a6-11e4-b303-498d468c930b" for i in range(3)]


class Desk:
    """The program, its user's hands, and who watches them."""

    def __init__(self, hangup, server, clipboard):
        self.home = os.environ["HOME"]
        self.program, self.server_program, self.clipboard_tool = hangup, server, clipboard
        self.keys = Keyboard()
        self.keyring = Keyring()
        self.starts = 0
        self.hangup = self.app = self.frame = None

    def start(self, *arguments):
        self.starts += 1
        environment = {**os.environ, "QT_LOGGING_RULES": "qt.network.*=true", "HANGUP_TEST_CONTROL": CONTROL}
        with open(os.path.join(self.home, f"output-{self.starts}"), "wb") as output:
            self.hangup = subprocess.Popen([self.program, *arguments], stdout=output, stderr=output, cwd=self.home,
                                           preexec_fn=allow_cores if CORES_ARE_OFF else None, env=environment)
        self.app, self.frame = window_of(self.hangup)
        wait_for("the focus in the window", self.focus)

    def quit(self):
        self.keys.press("Ctrl+Q")
        if self.hangup.wait(timeout=20) != 0:
            fail(f"the program ended with {self.hangup.returncode}")

    def stop(self):
        if self.hangup and self.hangup.poll() is None:
            self.hangup.terminate()
            self.hangup.wait(timeout=10)
        self.keyring.stop()

    def own_clipboard(self, text):
        """Another program that has copied `text`; to be terminated."""
        owner = subprocess.Popen([self.clipboard_tool, "own"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        owner.stdin.write(text.encode())
        owner.stdin.close()
        owner.stdout.readline()
        return owner

    def focus(self):
        window = top_window(self.app)
        if not window:
            self.keys.focus_top_window()
        return focused(window) if window else None

    def focus_is(self, name):
        wait_for(f"the focus on {name!r}", lambda: self.focus().name == name, 10)

    def tab_to(self, name, most=40):
        """The names of the stops on the way."""
        stops = []
        for _ in range(most):
            before = self.focus()
            self.keys.press("Tab")
            end = time.monotonic() + 5
            after = self.focus()
            while (not after or after == before) and time.monotonic() < end:
                after = self.focus()
            if not after or after == before:
                fail(f"Tab leads nowhere on the way to {name!r} from {before and before.name!r}, after {stops}")
            stops.append(after.name)
            if after.name == name:
                return stops
            if not after.name.strip():
                fail(f"Tab leads to a {role_of(after)} without a name in {after.parent.name!r} "
                     f"of {top_window(self.app).name!r}, after {stops} from {before and before.name!r}")
        return fail(f"Tab does not lead to {name!r}: {stops}")

    def dialog(self, title):
        wait_for(f"the focus in {title!r}", lambda: self.focus() and top_window(self.app, title), 10)
        return top_window(self.app, title)

    def gone(self, title):
        wait_for(f"the end of {title!r}", lambda: title not in [window.name for window in windows(self.app)], 10)
        wait_for("the focus in the window", self.focus)

    def says(self, words, timeout=20):
        def look():
            window = top_window(self.app)
            return window and any(words in (text or "") for text in strings(window))
        wait_for(f"the words {words!r}", look, timeout)


def first_start(desk):
    """Without any account: the practice account, its banner and two plain offers; nothing in the way."""
    desk.start()
    check_names(desk.frame)
    if "PRACTICE" not in find(desk.frame, "Account notice").description:
        fail("no practice banner at the first start")
    for name in ("Add an account", "Practise with a sample ticket"):
        if find(desk.frame, name, "push button", True) is None:
            fail(f"the first start does not offer {name!r}")
    if len(windows(desk.app)) != 1:
        fail(f"a window in the way: {[window.name for window in windows(desk.app)]}")


def keeps_to_itself(desk, watch):
    """With the token typed and marked, none of the keys and selections that copy takes it anywhere."""
    before = watch.clipboard()
    for keys in ("Ctrl+A", "Ctrl+C", "Ctrl+X", "Ctrl+Insert", "Shift+Delete", "Shift+Home", "Ctrl+C"):
        desk.keys.press(keys)
    desk.focus_is("Auth token")
    watch.sweep("with the token typed", desk.app)
    if watch.clipboard() != before:
        fail("the token's field has changed the clipboard or the primary selection")


def add_account(desk, watch, port):
    desk.tab_to("Add an account")
    desk.keys.press("Space")
    desk.dialog("Add an account")
    desk.focus_is("Name")
    desk.keys.type(CONTROL)
    desk.keys.press("Ctrl+A")
    desk.keys.press("Ctrl+C")
    wait_for("the name on the clipboard", lambda: all(CONTROL.encode() in held for held in watch.clipboard()))
    stops = desk.tab_to("Auth ID")
    desk.keys.type(AUTH_ID)
    stops += desk.tab_to("Auth token")
    desk.keys.type(TOKEN)
    keeps_to_itself(desk, watch)
    stops += desk.tab_to("Advanced")
    desk.keys.press("Space")
    stops += desk.tab_to("API address")
    desk.keys.press("Ctrl+A")
    desk.keys.type(f"http://127.0.0.1:{port}")
    desk.says("TEST SERVER")
    stops += desk.tab_to("Test")
    expected = ["Colour", "Auth ID", "Auth token", "In the system keychain", "Advanced", "API address", "Test"]
    if stops != expected:
        fail(f"the fields are not in the order in which they are read: {stops}")
    desk.keys.press("Space")
    desk.says("Plivo accepted these credentials.")
    watch.sweep("after the test", desk.app)
    desk.tab_to("Save")
    desk.keys.press("Space")
    desk.gone("Add an account")


def end_calls(desk, server_log):
    """Pastes the ids, confirms, reads the outcome: by keys alone. The account's calls, and those only, are ended."""
    owner = desk.own_clipboard("\n".join(IDS))
    desk.keys.press("Ctrl+V")
    wait_for("the rows", lambda: find(desk.frame, "Calls", "table").queryTable().nRows == len(IDS))
    owner.terminate()
    desk.tab_to("Hang up all")
    desk.keys.press("Space")
    desk.dialog("Confirm hang up")
    desk.focus_is("Cancel")
    confirming = f"Hang up {len(IDS)} calls"
    wait_for("the confirming button", lambda: has(find(desk.app, confirming, "push button"), pyatspi.STATE_SENSITIVE))
    desk.tab_to(confirming)
    desk.keys.press("Space")
    desk.gone("Confirm hang up")

    def through():
        counted = summary_numbers(desk.frame)
        final = ("ended", "not live", "not sent")
        return counted if counted and sum(counted[1].get(word, 0) for word in final) == len(IDS) else None

    counted = wait_for("the end of the batch", through)
    with open(server_log, encoding="utf-8") as file:
        sent = [json.loads(line) for line in file]
    ended = [request for request in sent if request["method"] == "DELETE"]
    targets = sorted(request["target"] for request in ended)
    # Once for all starts: the look before the end finds those over that were ended at the first.
    if targets != sorted(f"/v1/Account/{AUTH_ID}/Call/{i}/" for i in IDS):
        fail(f"on the wire: {targets}")
    if any(request["credentials"] != f"{AUTH_ID}:{TOKEN}" for request in sent):
        fail("not all requests carried the account's own credentials")
    return counted[1]


def is_on(desk, banner):
    wait_for(f"the banner {banner!r}", lambda: banner in find(desk.frame, "Account notice").description)


def save_as(desk, item, path):
    press(find(desk.frame, item, "menu item"))
    desk.dialog(item.replace(" as…", ""))
    desk.keys.press("Ctrl+A")
    desk.keys.type(path)
    desk.keys.press("Return")
    wait_for(path, lambda: os.path.getsize(path))


def first(desk, watch, port, log):
    """Adds the account, which is used at once, ends calls, and brings everything to the disk that can go there."""
    first_start(desk)
    add_account(desk, watch, port)
    is_on(desk, "TEST SERVER")
    if end_calls(desk, log)["ended"] != len(IDS):
        fail("not all calls were ended")
    for kind in ("csv", "json"):
        save_as(desk, "Save list as…", f"{desk.home}/list.{kind}")
        save_as(desk, "Save log as…", f"{desk.home}/log.{kind}")
    watch.sweep("after the calls", desk.app)
    check_dialogs(desk, watch)
    desk.quit()


def second(desk, watch, log):
    """The token comes from the keyring. A stored one is never shown, and what is pasted is not told to the bus."""
    list_file = f"{desk.home}/{CONTROL}.txt"
    with open(list_file, "w", encoding="utf-8") as file:
        file.write("nothing in it")
    desk.start(list_file)  # so that the control stands among the arguments
    is_on(desk, "TEST SERVER")
    if end_calls(desk, log)["not sent"] != len(IDS):
        fail("the calls that were ended should be live no more")
    press(find(desk.frame, "Manage accounts…", "menu item"))
    desk.dialog("Accounts")
    desk.keys.press("F2")
    desk.dialog("Change the account")
    desk.tab_to("Auth token")
    if desk.focus().queryText().characterCount:
        fail("the dialog shows something of the stored token")
    watch.sweep("with the account open", desk.app)
    owner = desk.own_clipboard(TOKEN)
    desk.keys.press("Ctrl+V")
    wait_for("what was pasted", lambda: desk.focus().queryText().characterCount == len(TOKEN))
    owner.terminate()
    owner.wait(timeout=10)
    keeps_to_itself(desk, watch)
    desk.keys.press("Escape")
    desk.gone("Change the account")
    desk.keys.press("Escape")
    desk.gone("Accounts")
    watch.sweep("after the second start", desk.app)
    desk.quit()


def message(desk, words):
    def look():
        notice = find(desk.frame, "Message", showing=True)
        return notice and words in notice.description
    wait_for(f"the message {words!r}", look)


def locked(desk, watch):
    """A locked keyring whose prompt stays open: told, cancelled, nothing overwritten; and all is well once it opens."""
    before = desk.keyring.entries()
    if AUTH_ID.encode() not in before and TOKEN.encode() not in before:
        fail("no entry in the keyring")
    desk.keyring.lock()
    prompts = OpenPrompts()
    desk.start()
    message(desk, "Waiting for the keychain")
    wait_for("the prompt", lambda: prompts.begun)
    watch.sweep("with the keyring locked", desk.app)
    desk.tab_to("Cancel")
    desk.keys.press("Space")
    message(desk, "was cancelled")
    desk.keyring.unlock()
    if desk.keyring.entries() != before:
        fail("the keyring is not as it was")
    desk.tab_to("Try again")
    desk.keys.press("Space")
    wait_for("the end of the message", lambda: find(desk.frame, "Message", showing=True) is None)


def remove(desk, watch):
    """By keys; the keyring has no entry then, and the file no account."""
    press(find(desk.frame, "Manage accounts…", "menu item"))
    desk.dialog("Accounts")
    desk.keys.press("Delete")
    desk.dialog("Remove the account")
    desk.focus_is("Cancel")
    desk.tab_to("Remove")
    desk.keys.press("Space")
    desk.gone("Remove the account")
    wait_for("the entry's end", lambda: not desk.keyring.entries())
    wait_for("the account's end in the file", lambda: AUTH_ID.encode() not in settings(desk))
    desk.keys.press("Escape")
    desk.gone("Accounts")
    is_on(desk, "PRACTICE")
    watch.sweep("after the removal", desk.app)


def settings(desk):
    with open(os.path.join(os.environ["XDG_CONFIG_HOME"], "hangup", "hangup.ini"), "rb") as file:
        return file.read()


def story(desk, watch, port, log):
    first(desk, watch, port, log)
    if AUTH_ID.encode() not in settings(desk):
        fail("the account is not in the file")
    second(desk, watch, log)
    locked(desk, watch)
    remove(desk, watch)
    if CORES_ARE_OFF:
        crash(desk.hangup)
    else:
        desk.quit()
    watch.sweep("after the end")


def main():
    desk = Desk(*sys.argv[1:])
    with tempfile.TemporaryDirectory(dir=os.path.dirname(desk.home)) as folder:
        watch = server = None
        try:
            desk.keyring.start()
            watch = Watch(desk.home, folder, desk.clipboard_tool, {"token": (AUTH_ID, TOKEN)}, CONTROL)
            log = os.path.join(folder, "wire.jsonl")
            server = subprocess.Popen([desk.server_program, "--port", "0", "--log", log], stdout=subprocess.PIPE,
                                      text=True)
            watch.leave_out(server.pid)
            story(desk, watch, int(server.stdout.readline()), log)
            if not Hunt(AUTH_ID, TOKEN).in_folder(folder):
                fail("the token did not even reach the server")
            sizes = watch.finish()
            print(f"PASS: {desk.starts} starts, {watch.sweeps} searches; nothing of the token, and the control in "
                  f"every place; bytes recorded: {sizes}")
        finally:
            if server:
                server.terminate()
            if watch:
                watch.stop()
            desk.stop()


if __name__ == "__main__":
    os.environ.setdefault("QT_LINUX_ACCESSIBILITY_ALWAYS_ON", "1")
    os.environ["QT_QPA_PLATFORM"] = "xcb"
    main()

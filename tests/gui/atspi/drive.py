#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Hangup authors
# SPDX-License-Identifier: MIT
"""Does the whole job through the accessibility bus, as a screen reader's user would.

Usage: drive.py HANGUP             on the practice account
       drive.py HANGUP FAKEPLIVO   on a test server, with a canary for a token, which is then hunted for
(under an X display and a session bus; tests/gui/atspi/run makes both)
Fails with the first thing that is not as promised: a name, a role, the focus, a number.
"""
import json
import os
import re
import resource
import signal
import subprocess
import sys

import pyatspi

from hunt import Hunt
from tree import fail, find, has, press, role_of, text_of, unnamed_controls, wait_for, walk, window_of

# (name, role): these stay as they are, for scripts and screen readers.
PROMISED = [
    ("Enter or paste call UUIDs", "text"),
    ("Add", "push button"),
    ("Hang up selected", "push button"),
    ("Hang up all", "push button"),
    ("Stop", "push button"),
    ("Retry failed", "push button"),
    ("Calls", "table"),
    ("Log", "table"),
    ("Account", "combo box"),
    ("Summary", None),
]

def check_names(frame):
    there = {(node.name, role_of(node)) for node in walk(frame)}
    there |= {(name, None) for name, _ in there}
    if missing := set(PROMISED) - there:
        fail(f"not there: {missing}")
    if unnamed := unnamed_controls(frame):
        fail(f"controls without a name: {unnamed}")


def summary_numbers(frame):
    words = text_of(find(frame, "Summary"))
    numbers = re.search(r"(\d+) calls? accepted: (.*)", words)
    if not numbers:
        return None
    parts = {word.strip(): int(n) for n, word in re.findall(r"(\d+) ([a-z ]+)", numbers.group(2))}
    return int(numbers.group(1)), parts


def hang_up_all(app, frame, rows):
    """Confirms ending all of the listed calls; the summary's numbers when none waits any more."""
    press(find(frame, "Hang up all", "push button"))
    label = "Hang up 1 call" if rows == 1 else f"Hang up {rows} calls"

    def ready():  # off for a moment, so that no double click lands on it
        # Young calls and answered inbound ones need this step; it is taken back when more of them become known.
        for node in walk(app):
            if role_of(node) == "check box" and node.name.startswith("Also end") and has(node, pyatspi.STATE_SHOWING):
                if not has(node, pyatspi.STATE_CHECKED):
                    press(node)
        button = find(app, label, "push button", True)
        return button if button and button.getState().contains(pyatspi.STATE_SENSITIVE) else None

    press(wait_for("the confirming button", ready))

    def through():
        counted = summary_numbers(frame)
        return counted if counted and counted[0] == rows and counted[1].get("waiting") == 0 else None

    counted = wait_for("the end of the batch", through)
    if sum(counted[1].values()) != rows:
        fail(f"the summary does not add up: {counted}")
    return counted[1]


def cancel_sends_nothing(app, frame):
    press(find(frame, "Hang up all", "push button"))
    dialog = wait_for("the confirmation", lambda: find(app, "Confirm hang up"))
    cancel = wait_for("Cancel", lambda: find(dialog, "Cancel", "push button"))
    wait_for("the focus on Cancel", lambda: cancel.getState().contains(pyatspi.STATE_FOCUSED))
    press(cancel)
    wait_for("the dialog's end", lambda: find(app, "Confirm hang up", showing=True) is None)
    counted = summary_numbers(frame)
    if counted is None or counted[0] != 0:
        fail(f"Cancel sent something: {counted}")


def practice(program):
    hangup = subprocess.Popen([program, "--practice"])
    try:
        app, frame = window_of(hangup)
        check_names(frame)
        press(wait_for("the sample ticket's menu entry", lambda: find(frame, "Paste a sample ticket", "menu item")))
        rows = wait_for("rows in Calls", lambda: find(frame, "Calls", "table").queryTable().nRows)
        cancel_sends_nothing(app, frame)
        outcomes = hang_up_all(app, frame, rows)
        if outcomes.get("ended", 0) < 1:
            fail(f"nothing ended: {outcomes}")
        def logged():  # may come a moment after the summary
            lines = find(frame, "Log", "table").queryTable().nRows
            return lines if lines >= rows else None

        lines = wait_for("a line of the log for each call", logged)
        print(f"PASS: {rows} practice calls through the accessibility bus: {outcomes}, {lines} log lines")
    finally:
        hangup.terminate()
        hangup.wait(timeout=10)


AUTH_ID = "MA0CANARY0CANARY0123"
TOKEN = "c4nary-T0ken.in-the~Hangup_test-0123456789"
# Debug builds may write cores, for their authors.
CORES_ARE_OFF = os.environ.get("HANGUP_CORES") == "off"
SECRETS = {"PLIVO_AUTH_ID": AUTH_ID, "PLIVO_AUTH_TOKEN": TOKEN}
IDS = [f"defb070{i}-86a6-11e4-b303-498d468c930b" for i in range(3)]


def crash(hangup):
    """Ends the program as a crash would, where the core would fall into its folder. Release builds write none."""
    with open(f"/proc/{hangup.pid}/limits", encoding="utf-8") as file:
        limits = re.search(r"Max core file size +(\S+) +(\S+)", file.read()).groups()
    if limits != ("0", "0"):
        fail(f"core dumps are on in a release build: {limits}")
    hangup.send_signal(signal.SIGABRT)
    if hangup.wait(timeout=10) != -signal.SIGABRT:
        fail("SIGABRT did not end the program")


def allow_cores():
    resource.setrlimit(resource.RLIMIT_CORE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))


def sent_so_far(wire):
    if not os.path.exists(wire):
        return []
    with open(wire, encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def real(program, server_program):
    home = os.environ["HOME"]
    hunt = Hunt(AUTH_ID, TOKEN)
    if missed := hunt.check_itself(home):
        fail(f"the hunt does not find {missed}")
    wire = os.path.join(os.path.dirname(home), os.path.basename(home) + "-wire.jsonl")
    server = subprocess.Popen([server_program, "--port", "0", "--log", wire], stdout=subprocess.PIPE, text=True)
    hangup = None
    try:
        port = int(server.stdout.readline())
        with open(os.path.join(home, "output"), "wb") as output:
            hangup = subprocess.Popen([program, "--api-url", f"http://127.0.0.1:{port}", *IDS], stdout=output,
                                      stderr=output, cwd=home, preexec_fn=allow_cores if CORES_ARE_OFF else None,
                                      env={**os.environ, **SECRETS, "QT_LOGGING_RULES": "qt.network.*=true"})
        app, frame = window_of(hangup)
        check_names(frame)
        if "TEST SERVER" not in find(frame, "Account notice").description:
            fail("no TEST SERVER banner")
        cancel_sends_nothing(app, frame)
        # The open confirmation asks who is on the calls, with GETs.
        if any(request["method"] != "GET" for request in sent_so_far(wire)):
            fail("something was sent before the confirmation")
        outcomes = hang_up_all(app, frame, len(IDS))
        if outcomes.get("ended") != len(IDS):
            fail(f"not all ended: {outcomes}")
        sent = sent_so_far(wire)
        # Proof may be asked for already, with GETs.
        lines = sorted(f"{request['method']} {request['target']}" for request in sent if request["method"] != "GET")
        if lines != [f"DELETE /v1/Account/{AUTH_ID}/Call/{i}/" for i in IDS]:
            fail(f"on the wire: {lines}")
        for place in ("cmdline", "environ"):
            with open(f"/proc/{hangup.pid}/{place}", "rb") as file:
                if found := hunt.in_bytes(f"/proc/PID/{place}", file.read()):
                    fail(f"the token stands in {found}")
        if CORES_ARE_OFF:
            crash(hangup)
    finally:
        server.terminate()
        if hangup:
            hangup.terminate()
            hangup.wait(timeout=10)
        if os.path.exists(wire):
            os.remove(wire)
    if found := hunt.in_folder(home):
        fail(f"the token stands in {found}")
    print(f"PASS: {len(IDS)} calls of a test server through the accessibility bus; the token is nowhere")


if __name__ == "__main__":
    os.environ.setdefault("QT_LINUX_ACCESSIBILITY_ALWAYS_ON", "1")
    os.environ["QT_QPA_PLATFORM"] = "xcb"
    if len(sys.argv) == 2:
        practice(sys.argv[1])
    else:
        real(sys.argv[1], sys.argv[2])

# SPDX-FileCopyrightText: 2026 The Hangup authors
# SPDX-License-Identifier: MIT
"""Looks into every place where a secret could come to light while the program runs, for the secret and for a control.

The control is a word that the test itself brings to each of those places, so a place that the hunt does not really
see is found out: there it misses the control.
"""
import os
import subprocess
import sys
import time

from gi.repository import Gio

from hunt import Hunt, processes_of
from keyring import BusCapture, accessibility_bus, connection_to, say
from tree import fail, strings, wait_for, windows


class Watch:
    """`folder` is where the recorders write: no part of the home that is searched."""

    def __init__(self, home, folder, clipboard_tool, secrets, control):
        self._home = home
        self._folder = folder
        self._clipboard_tool = clipboard_tool
        self._hunts = {name: Hunt(auth_id, secret) for name, (auth_id, secret) in secrets.items()}
        self._control = Hunt("control", control)
        self._control_word = control
        self._seen = set()  # the kinds of places where the control was found
        self._others = set()  # processes whose open files are looked at elsewhere, or hold secrets by right
        self.sweeps = 0
        for name, hunt in self._hunts.items():
            missed = hunt.check_itself(home)
            if missed:
                fail(f"the hunt for the {name} does not find {missed}")
        self._record()

    def _record(self):
        address = accessibility_bus()
        self._captures = {"session bus": BusCapture(["--session"], os.path.join(self._folder, "session")),
                          "accessibility bus": BusCapture(["--address", address], os.path.join(self._folder, "atspi"))}
        self._heard = os.path.join(self._folder, "heard")
        listener = os.path.join(os.path.dirname(os.path.abspath(__file__)), "listener.py")
        self._listener = subprocess.Popen([sys.executable, listener, self._heard], stdin=subprocess.PIPE)
        self._others = {self._listener.pid, *(capture.pid for capture in self._captures.values())}
        wait_for("the listener", lambda: os.path.getsize(self._heard) > 0)
        say(Gio.bus_get_sync(Gio.BusType.SESSION), self._control_word)
        say(connection_to(address), self._control_word)

    def leave_out(self, pid):
        """The open files of this process: it is the one that is to know the secret."""
        self._others.add(pid)

    def clipboard(self):
        """(clipboard, primary selection), every format of them."""
        tool = subprocess.run([self._clipboard_tool, "read"], stdout=subprocess.PIPE, timeout=20, check=True)
        return tool.stdout[len(b"[clipboard]\n"):].split(b"[primary]\n", 1)

    def _places(self, app):
        """(kind, place, bytes) of all but the files."""
        clipboard, primary = self.clipboard()
        yield "clipboard", "the clipboard", clipboard
        yield "primary selection", "the primary selection", primary
        if app:
            for window in windows(app):
                text = "\n".join(word or "" for word in strings(window))
                yield "accessibility tree", f"the accessible tree of {window.name!r}", text.encode("utf-8", "replace")
        for pid in processes_of(self._home):
            for kind in ("cmdline", "environ"):
                try:
                    with open(f"/proc/{pid}/{kind}", "rb") as file:
                        yield kind, f"/proc/{pid}/{kind}", file.read()
                except OSError:  # it has just ended
                    pass

    def sweep(self, moment, app=None):
        """Fails if a secret stands anywhere."""
        self.sweeps += 1
        found = []
        for kind, place, data in self._places(app):
            for name, hunt in self._hunts.items():
                found += [f"{name}: {find}" for find in hunt.in_bytes(place, data)]
            if self._control.in_bytes(place, data):
                self._seen.add(kind)
        for name, hunt in self._hunts.items():
            found += [f"{name}: {find}" for find in hunt.in_folder(self._home)]
            for pid in processes_of(self._home):
                if pid not in self._others:
                    found += [f"{name}: {find}" for find in hunt.in_open_files(pid)]
        if self._control.in_folder(self._home):
            self._seen.add("files")
        if found:
            fail(f"{moment}: " + "; ".join(found))

    def stop(self):
        """The recorders."""
        if self._listener.poll() is None:
            self._listener.stdin.close()
            self._listener.wait(timeout=10)
        for capture in self._captures.values():
            capture.stop()

    def finish(self):
        """Of the buses and what was heard; and that the control was seen everywhere."""
        time.sleep(0.3)  # what was sent last may still be on its way to the recorders
        self.stop()
        places = {name: capture.bytes() for name, capture in self._captures.items()}
        with open(self._heard, "rb") as file:
            places["what the screen reader heard"] = file.read()
        found = []
        for place, data in places.items():
            for name, hunt in self._hunts.items():
                found += [f"{name}: {find}" for find in hunt.in_bytes(place, data)]
            if self._control.in_bytes(place, data):
                self._seen.add(place)
        if found:
            fail("; ".join(found))
        blind = {"files", "clipboard", "primary selection", "accessibility tree", "cmdline", "environ", *places}
        blind -= self._seen
        if blind:
            fail(f"the hunt is blind: it does not see the control in {sorted(blind)}")
        return {place: len(data) for place, data in places.items()}

# SPDX-FileCopyrightText: 2026 The Hangup authors
# SPDX-License-Identifier: MIT
"""A real gnome-keyring without a display, as tests/keyring has it: started, locked and unlocked; and its prompts."""
import os
import subprocess
import threading

from gi.repository import Gio, GLib

from tree import wait_for

SECRETS = "org.freedesktop.secrets"
ROOT = "/org/freedesktop/secrets"
COLLECTION = ROOT + "/collection/login"  # the only one that --unlock makes
SERVICE = "Hangup"  # what the program's entries go under


class Keyring:
    PASSWORD = b"the keyring's own"

    def __init__(self):
        self._bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        self._daemon = None

    def start(self):
        self._daemon = subprocess.Popen(["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"],
                                        stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self._daemon.stdin.write(self.PASSWORD)
        self._daemon.stdin.close()
        wait_for("the keyring on the bus", self._is_served)

    def stop(self):
        if self._daemon:
            self._daemon.terminate()
            self._daemon.wait(timeout=10)

    def _is_served(self):
        return self._call("org.freedesktop.DBus", "/", "org.freedesktop.DBus", "NameHasOwner",
                          GLib.Variant("(s)", (SECRETS,)))[0]

    def _call(self, service, path, interface, method, arguments):
        return self._bus.call_sync(service, path, interface, method, arguments, None, Gio.DBusCallFlags.NONE, 5000,
                                   None).unpack()

    def lock(self):
        self._call(SECRETS, ROOT, "org.freedesktop.Secret.Service", "Lock", GLib.Variant("(ao)", ([COLLECTION],)))
        wait_for("the keyring's lock", self.is_locked)

    def unlock(self):
        _, session = self._call(SECRETS, ROOT, "org.freedesktop.Secret.Service", "OpenSession",
                                GLib.Variant("(sv)", ("plain", GLib.Variant("s", ""))))
        self._call(SECRETS, ROOT, "org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface",
                   "UnlockWithMasterPassword",
                   GLib.Variant("(o(oayays))", (COLLECTION, (session, b"", self.PASSWORD, "text/plain"))))
        wait_for("the keyring's unlocking", lambda: not self.is_locked())

    def is_locked(self):
        return self._call(SECRETS, COLLECTION, "org.freedesktop.DBus.Properties", "Get",
                          GLib.Variant("(ss)", ("org.freedesktop.Secret.Collection", "Locked")))[0]

    @staticmethod
    def entries():
        """What `secret-tool` finds of the program's entries, values included."""
        tool = subprocess.run(["secret-tool", "search", "--all", "server", SERVICE], capture_output=True, timeout=20,
                              check=False)
        return tool.stdout


class OpenPrompts:
    """A desktop's prompter whose window stays open: it takes each prompt, and closes it only when told to."""
    NAME = "org.gnome.keyring.SystemPrompter"
    PATH = "/org/gnome/keyring/Prompter"
    DESCRIPTION = """<node><interface name='org.gnome.keyring.internal.Prompter'>
        <method name='BeginPrompting'><arg type='o' direction='in'/></method>
        <method name='PerformPrompt'><arg type='o' direction='in'/><arg type='s' direction='in'/>
            <arg type='a{sv}' direction='in'/><arg type='s' direction='in'/></method>
        <method name='StopPrompting'><arg type='o' direction='in'/></method>
        </interface></node>"""

    def __init__(self):
        self.begun = 0
        self._ready = threading.Event()
        threading.Thread(target=self._serve, daemon=True).start()
        self._ready.wait(10)

    def _serve(self):
        context = GLib.MainContext.new()
        context.push_thread_default()
        bus = connection_to(os.environ["DBUS_SESSION_BUS_ADDRESS"])
        interface = Gio.DBusNodeInfo.new_for_xml(self.DESCRIPTION).interfaces[0]
        bus.register_object(self.PATH, interface, self._on_call, None, None)
        bus.call_sync("org.freedesktop.DBus", "/", "org.freedesktop.DBus", "RequestName",
                      GLib.Variant("(su)", (self.NAME, 4)), None, Gio.DBusCallFlags.NONE, 5000, None)
        self._ready.set()
        GLib.MainLoop.new(context, False).run()

    def _on_call(self, bus, sender, _path, _interface, method, arguments, invocation):
        invocation.return_value(None)
        if method == "BeginPrompting":
            self.begun += 1
        if method == "StopPrompting":
            bus.call(sender, arguments.unpack()[0], "org.gnome.keyring.internal.Prompter.Callback", "PromptDone",
                     None, None, Gio.DBusCallFlags.NONE, 5000, None, None)


def connection_to(address):
    flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
    return Gio.DBusConnection.new_for_address_sync(address, flags, None, None)


def accessibility_bus():
    """Its address."""
    session = Gio.bus_get_sync(Gio.BusType.SESSION)
    return session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None,
                             Gio.DBusCallFlags.NONE, 5000, None).unpack()[0]


def say(bus, text):
    """A call with `text` in it, for whoever listens to the bus."""
    bus.call_sync("org.freedesktop.DBus", "/", "org.freedesktop.DBus", "NameHasOwner", GLib.Variant("(s)", (text,)),
                  None, Gio.DBusCallFlags.NONE, 5000, None)


class BusCapture:
    """All that crosses a bus, as bytes in a file."""

    def __init__(self, arguments, path):
        self._path = path
        with open(path, "wb") as file:
            self._monitor = subprocess.Popen(["dbus-monitor", *arguments, "--binary"], stdout=file,
                                             stderr=subprocess.DEVNULL)
        # Its own first message is there as soon as it listens.
        wait_for("dbus-monitor", lambda: os.path.getsize(path) > 0)

        self.pid = self._monitor.pid

    def bytes(self):
        with open(self._path, "rb") as file:
            return file.read()

    def stop(self):
        self._monitor.terminate()
        self._monitor.wait(timeout=10)

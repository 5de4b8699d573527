# SPDX-FileCopyrightText: 2026 The Hangup authors
# SPDX-License-Identifier: MIT
"""Keys as a keyboard sends them, by X's own test extension: what is typed stands in no argument and on no bus."""
import ctypes
import time

NAMED = {"Tab": 0xFF09, "Return": 0xFF0D, "Escape": 0xFF1B, "Space": 0x20, "Left": 0xFF51, "Up": 0xFF52,
         "Right": 0xFF53, "Down": 0xFF54, "Home": 0xFF50, "End": 0xFF57, "Insert": 0xFF63, "comma": 0x2C, "Delete": 0xFFFF,
         "Ctrl": 0xFFE3, "Shift": 0xFFE1, "Alt": 0xFFE9, "F1": 0xFFBE, "F2": 0xFFBF}


class _Attributes(ctypes.Structure):
    """XWindowAttributes."""
    _fields_ = [("x", ctypes.c_int), ("y", ctypes.c_int), ("width", ctypes.c_int), ("height", ctypes.c_int),
                ("border_width", ctypes.c_int), ("depth", ctypes.c_int), ("visual", ctypes.c_void_p),
                ("root", ctypes.c_ulong), ("class", ctypes.c_int), ("bit_gravity", ctypes.c_int),
                ("win_gravity", ctypes.c_int), ("backing_store", ctypes.c_int), ("planes", ctypes.c_ulong),
                ("pixel", ctypes.c_ulong), ("save_under", ctypes.c_int), ("colormap", ctypes.c_ulong),
                ("map_installed", ctypes.c_int), ("map_state", ctypes.c_int), ("all_event_masks", ctypes.c_long),
                ("your_event_mask", ctypes.c_long), ("do_not_propagate_mask", ctypes.c_long),
                ("override_redirect", ctypes.c_int), ("screen", ctypes.c_void_p)]


_IS_VIEWABLE = 2
_REVERT_TO_POINTER_ROOT = 1


class Keyboard:
    def __init__(self):
        self._x = ctypes.CDLL("libX11.so.6")
        self._xtest = ctypes.CDLL("libXtst.so.6")
        self._x.XOpenDisplay.restype = ctypes.c_void_p
        self._x.XKeysymToKeycode.restype = ctypes.c_ubyte
        self._x.XKeysymToKeycode.argtypes = [ctypes.c_void_p, ctypes.c_ulong]
        self._x.XkbKeycodeToKeysym.restype = ctypes.c_ulong
        self._x.XkbKeycodeToKeysym.argtypes = [ctypes.c_void_p, ctypes.c_ubyte, ctypes.c_int, ctypes.c_int]
        self._x.XSync.argtypes = [ctypes.c_void_p, ctypes.c_int]
        self._x.XDefaultRootWindow.restype = ctypes.c_ulong
        self._x.XDefaultRootWindow.argtypes = [ctypes.c_void_p]
        self._x.XQueryTree.argtypes = [ctypes.c_void_p, ctypes.c_ulong, *[ctypes.c_void_p] * 4]
        self._x.XGetWindowAttributes.argtypes = [ctypes.c_void_p, ctypes.c_ulong, ctypes.c_void_p]
        self._x.XSetInputFocus.argtypes = [ctypes.c_void_p, ctypes.c_ulong, ctypes.c_int, ctypes.c_ulong]
        self._x.XFree.argtypes = [ctypes.c_void_p]
        self._xtest.XTestFakeKeyEvent.argtypes = [ctypes.c_void_p, ctypes.c_uint, ctypes.c_int, ctypes.c_ulong]
        self._display = self._x.XOpenDisplay(None)
        if not self._display:
            raise RuntimeError("no display")

    def _send(self, code, down):
        self._xtest.XTestFakeKeyEvent(self._display, code, down, 0)
        self._x.XSync(self._display, 0)

    def _code(self, keysym):
        code = self._x.XKeysymToKeycode(self._display, keysym)
        if not code:
            raise ValueError(f"no key for {keysym:#x}")
        return code

    def press(self, combination):
        """"Tab", "Ctrl+A", "Alt+Shift+Up": held in that order, let go in the other."""
        codes = [self._code(NAMED[key] if key in NAMED else ord(key.lower())) for key in combination.split("+")]
        for code in codes:
            self._send(code, True)
        for code in reversed(codes):
            self._send(code, False)

    def type(self, text):
        """Printable ASCII, letter by letter."""
        shift = self._code(NAMED["Shift"])
        for letter in text:
            code = self._code(ord(letter))
            shifted = self._x.XkbKeycodeToKeysym(self._display, code, 0, 0) != ord(letter)
            if shifted:
                self._send(shift, True)
            self._send(code, True)
            self._send(code, False)
            if shifted:
                self._send(shift, False)
            time.sleep(0.002)

    def focus_top_window(self):
        """What a window manager does when a window comes or goes; there is none on this display."""
        root, parent, count = ctypes.c_ulong(), ctypes.c_ulong(), ctypes.c_uint()
        windows = ctypes.POINTER(ctypes.c_ulong)()
        self._x.XQueryTree(self._display, self._x.XDefaultRootWindow(self._display), ctypes.byref(root),
                           ctypes.byref(parent), ctypes.byref(windows), ctypes.byref(count))
        for i in reversed(range(count.value)):  # the one on top comes last
            look = _Attributes()
            seen = self._x.XGetWindowAttributes(self._display, windows[i], ctypes.byref(look))
            if seen and look.map_state == _IS_VIEWABLE and not look.override_redirect and look.width > 1:
                self._x.XSetInputFocus(self._display, windows[i], _REVERT_TO_POINTER_ROOT, 0)
                break
        if windows:
            self._x.XFree(windows)
        self._x.XSync(self._display, 0)

#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Hangup authors
# SPDX-License-Identifier: MIT
"""A screen reader that writes down all it hears: Usage: listener.py FILE (ends with its standard input)."""
import sys
import threading

import pyatspi

EVENTS = ["object:text-changed", "object:text-caret-moved", "object:text-selection-changed", "object:property-change",
          "object:state-changed", "object:announcement", "object:children-changed", "object:selection-changed",
          "object:model-changed", "object:visible-data-changed", "window"]


def main():
    with open(sys.argv[1], "w", encoding="utf-8") as heard:
        def hear(event):
            heard.write(f"{event.type} {event.any_data!s}\n")
            heard.flush()

        def leave():
            sys.stdin.read()
            pyatspi.Registry.stop()

        pyatspi.Registry.registerEventListener(hear, *EVENTS)
        heard.write("listening\n")
        heard.flush()
        threading.Thread(target=leave, daemon=True).start()
        pyatspi.Registry.start()


main()

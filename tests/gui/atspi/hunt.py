# SPDX-FileCopyrightText: 2026 The Hangup authors
# SPDX-License-Identifier: MIT
"""The hunt for a secret: its spellings, and the places where one might stand."""
import base64
import os
import urllib.parse


def _base64_core(data, before, encode):
    """The letters that `data` alone decides, with `before` bytes of a stranger ahead in its group of 3."""
    text = encode(b"\0" * before + data).rstrip(b"=")
    first = (before * 8 + 5) // 6
    last = (before + len(data)) * 8 // 6
    return text[first:last]


def spellings(secret):
    """(name, bytes): the secret as it might stand somewhere."""
    yield "plain", secret
    for name in ("utf-16-le", "utf-16-be"):
        yield name, secret.decode().encode(name)
    yield "hex", secret.hex().encode()
    yield "HEX", secret.hex().upper().encode()
    yield "percent", urllib.parse.quote(secret, safe="").encode()
    for shift in range(3):
        for name, encode in (("base64", base64.b64encode), ("base64url", base64.urlsafe_b64encode)):
            core = _base64_core(secret, shift, encode)
            yield f"{name} at {shift}", core
            yield f"{name} at {shift}, utf-16", core.decode().encode("utf-16-le")


class Hunt:
    """For `secret` and for `auth_id:secret`, as the Authorization header spells them."""

    def __init__(self, auth_id, secret):
        self.needles = list(spellings(secret.encode()))
        self.needles += [("id:token, " + name, form) for name, form in spellings(f"{auth_id}:{secret}".encode())
                         if name.startswith("base64")]

    def spelling_in(self, data):
        return next((name for name, form in self.needles if form in data), None)

    def in_bytes(self, place, data):
        name = self.spelling_in(data)
        return [f"{place} ({name})"] if name else []

    def in_folder(self, folder):
        found = []
        for root, _, names in os.walk(folder):
            for name in names:
                path = os.path.join(root, name)
                found += self.in_bytes(f"name of {path}", name.encode("utf-8", "surrogateescape"))
                if os.path.isfile(path) and not os.path.islink(path):  # no socket, no pipe
                    with open(path, "rb") as file:
                        found += self.in_bytes(path, file.read())
        return found

    def in_open_files(self, pid):
        """Also those that were deleted."""
        found = []
        try:
            for number in os.listdir(f"/proc/{pid}/fd"):
                path = f"/proc/{pid}/fd/{number}"
                if os.path.isfile(path):
                    with open(path, "rb") as file:
                        found += self.in_bytes(f"{path} -> {os.readlink(path)}", file.read())
        except OSError:  # it has just ended
            pass
        return found

    def check_itself(self, folder):
        """A hunt that finds nothing proves nothing: each planted spelling must be found. Returns what was not."""
        planted = os.path.join(folder, "planted")
        missed = []
        for name, form in self.needles:
            with open(planted, "wb") as file:
                file.write(b"\0xx" + form + b"yy")
            if not any(find.startswith(planted) for find in self.in_folder(folder)):
                missed.append(name)
        os.remove(planted)
        return missed


def processes_of(home):
    """The ids of all processes that were started in this home: the program, its children, the keyring, the buses."""
    needle = f"HOME={home}\0".encode()
    found = []
    for name in os.listdir("/proc"):
        if name.isdigit() and int(name) != os.getpid():
            try:
                with open(f"/proc/{name}/environ", "rb") as file:
                    if needle in file.read():
                        found.append(int(name))
            except OSError:
                pass
    return found

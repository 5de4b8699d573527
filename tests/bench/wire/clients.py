# SPDX-FileCopyrightText: 2026 The Hangup authors
# SPDX-License-Identifier: MIT
"""Those who end calls: hangup-cli, and the ways that people use without it. Each run is checked, call by call, against
the server's own log; one that is not complete raises Incomplete, and its time counts for nothing."""

import collections
import json
import re
import shutil
import subprocess
import uuid
from dataclasses import dataclass

from world import HOST

AUTH_ID = "MATESTTESTTESTTEST01"
TOKEN = "tokenOfTheBenchmark000000000000000000001"
BASE = f"https://{HOST}/v1/Account/{AUTH_ID}/Call"
LONGEST_RUN_S = 600


class Incomplete(Exception):
    """Not every call was ended, or not exactly once."""


@dataclass
class Cost:
    """What a run took."""
    wall_ms: float
    cpu_ms: float
    peak_kib: int
    calls: int
    syncs: int = 0

    @property
    def wall_per_call(self):
        """In ms."""
        return self.wall_ms / self.calls

    @property
    def cpu_per_call(self):
        """In ms."""
        return self.cpu_ms / self.calls


class Clients:
    """Runs them in a world, one after another."""

    def __init__(self, world, tools, cli, sdk):
        self._world = world
        self._tools = tools
        self._cli = cli
        self._sdk = sdk
        self._home = world.folder / "home"
        self._ids = world.folder / "ids"
        self._out = world.folder / "out"

    # --- hangup-cli

    def hangup(self, server, calls, in_flight=100, window=0, count_syncs=False):
        """Through the command line, as a script would. A journal of its own; each outcome is in it."""
        ids = self._new_ids(calls)
        shutil.rmtree(self._home, ignore_errors=True)
        for name in ("data", "config", "run"):
            (self._home / name).mkdir(parents=True, mode=0o700)
        command = [self._cli, "end", "--json", "--yes", "--keep-going", "--window", window]
        command += [] if in_flight is None else ["--in-flight", in_flight]
        if count_syncs:
            command = ["strace", "-f", "--seccomp-bpf", "-qq", "-e", "trace=fsync,fdatasync,sync_file_range,msync,sync",
                       "-e", "signal=none", "-o", self._world.folder / "syncs"] + command
        cost = self._measure(server, command + [self._ids], ids, self._hangup_environment())
        self._check_outcomes(ids)
        if count_syncs:
            cost.syncs = len(re.findall(r"sync\(", (self._world.folder / "syncs").read_text(encoding="utf-8")))
        return cost

    def _hangup_environment(self):
        return self._world.environment(HOME=str(self._home), XDG_DATA_HOME=str(self._home / "data"),
                                       XDG_CONFIG_HOME=str(self._home / "config"), XDG_RUNTIME_DIR=str(self._home / "run"),
                                       PLIVO_AUTH_ID=AUTH_ID, PLIVO_AUTH_TOKEN=TOKEN)

    def _check_outcomes(self, ids):
        """`ended`, once each: in its lines of JSON, and in the journal as the next start reads it."""
        printed = [json.loads(line) for line in self._out.read_text(encoding="utf-8").splitlines()]
        self._compare("the lines", ids, [line["call_uuid"] for line in printed[:-1] if line["outcome"] == "ended"])
        if printed[-1]["summary"]["ended"] != len(ids):
            raise Incomplete(f"the summary says {printed[-1]['summary']}")
        history = subprocess.run([self._cli, "history", "--json"], env=self._hangup_environment(), check=True,
                                 capture_output=True, text=True).stdout
        kept = [json.loads(line) for line in history.splitlines()]
        self._compare("the journal", ids, [line["call_uuid"] for line in kept if line["outcome"] == "ended"])

    # --- the others

    def curl_parallel(self, server, calls, in_flight=100):
        """One curl with all addresses."""
        ids = self._new_ids(calls)
        config = self._world.folder / "curl.config"
        config.write_text("".join(f'url = "{BASE}/{call}/"\noutput = "/dev/null"\n' for call in ids), encoding="ascii")
        return self._measure(server, self._curl() + ["--parallel", "--parallel-max", in_flight, "-K", config], ids)

    def curl_six(self, server, calls):
        """xargs -P6: a curl for each call, six at a time."""
        ids = self._new_ids(calls)
        return self._measure(server, ["xargs", "-a", self._ids, "-P6", "-I{}"] + self._curl() + [f"{BASE}/{{}}/"], ids)

    def curl_loop(self, server, calls):
        """A loop of the shell: a curl for each call, one after another."""
        ids = self._new_ids(calls)
        script = 'while read -r id; do "$@" "$BASE/$id/"; done <"$IDS"'
        environment = self._world.environment(BASE=BASE, IDS=str(self._ids))
        return self._measure(server, ["bash", "-c", script, "loop"] + self._curl(), ids, environment)

    def sdk(self, server, calls, in_flight):
        """Plivo's own SDK for Node."""
        ids = self._new_ids(calls)
        script = self._tools.source / "sdk-many.js"
        environment = self._world.environment(SDK_FOLDER=str(self._sdk), PLIVO_AUTH_ID=AUTH_ID, PLIVO_AUTH_TOKEN=TOKEN)
        return self._measure(server, ["node", script, self._ids, in_flight], ids, environment)

    def h2load(self, server, calls, in_flight=100):
        """What the network gives: no ids, no journal, no outcome, the answers are not even looked at."""
        command = ["h2load", "--h1", "-n", calls, "-c", in_flight, "-m", 1, "-H", ":method: DELETE",
                   f"{BASE}/{uuid.uuid4()}/"]
        cost = self._measure(server, command, None, calls=calls)
        if f"{calls} 2xx" not in self._out.read_text(encoding="utf-8"):
            raise Incomplete("h2load: not every answer was a 204")
        return cost

    def first_answer(self):
        """(set-up of a connection, round trip) in ms, as curl sees one request."""
        command = self._curl("%{time_appconnect} %{time_total}") + [f"{BASE}/{uuid.uuid4()}/"]
        ready, total = subprocess.run(list(map(str, command)), env=self._world.environment(), check=True,
                                      capture_output=True, text=True).stdout.split()
        return float(ready) * 1000, (float(total) - float(ready)) * 1000

    @staticmethod
    def _curl(write="%{http_code} %{url}\n"):
        return ["curl", "-sS", "--http1.1", "-X", "DELETE", "-u", f"{AUTH_ID}:{TOKEN}", "-o", "/dev/null", "-w", write]

    # --- all of them

    def _new_ids(self, calls):
        ids = [str(uuid.uuid4()) for _ in range(calls)]
        self._ids.write_text("\n".join(ids) + "\n", encoding="ascii")
        return ids

    def _measure(self, server, command, ids, environment=None, calls=0):
        """Runs it, writing to a file, and looks at what the server saw: each id once, 204, and nothing else."""
        calls = calls or len(ids)
        server.forget()
        report = self._world.folder / "cost"
        with open(self._out, "wb") as out, open(self._world.folder / "errors", "wb") as errors:
            done = subprocess.run([str(word) for word in [self._tools.build / "measured", report, *command]],
                                  env=environment or self._world.environment(), stdout=out, stderr=errors,
                                  stdin=subprocess.DEVNULL, timeout=LONGEST_RUN_S, check=False)
        if done.returncode:
            words = (self._world.folder / "errors").read_text(encoding="utf-8", errors="replace").strip()
            raise Incomplete(f"{command[0]} ended with {done.returncode}: {words[-500:]}")
        seen = server.requests(calls)
        odd = [line for line in seen if (line[0], line[2]) != ("DELETE", "204")]
        if odd or len(seen) != calls:
            raise Incomplete(f"{command[0]}: {len(seen)} requests for {calls} calls, {len(odd)} without a 204: {odd[:3]}")
        if ids is not None:
            self._compare("the server's log", ids, [line[1].split("/")[-2] for line in seen])
        wall, cpu, peak, _ = report.read_text(encoding="ascii").split()
        return Cost(float(wall), float(cpu), int(peak), calls)

    @staticmethod
    def _compare(where, ids, found):
        if collections.Counter(found) != collections.Counter(ids):
            raise Incomplete(f"{where}: {len(set(found) & set(ids))} of {len(ids)} calls, {len(found)} lines")

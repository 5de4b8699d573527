# SPDX-FileCopyrightText: 2026 The Hangup authors
# SPDX-License-Identifier: MIT
"""What is measured, and what it has to be. Each part makes its runs within a round in a random order and compares runs of
that round alone, so that a machine that is busy for a minute makes both slower; the median is that of the rounds."""

import math
import random
import statistics
import sys
from dataclasses import dataclass, field

import servers
from clients import Incomplete


@dataclass
class Row:
    """A measurement of the table."""
    name: str
    unit: str
    bound: str
    values: list = field(default_factory=list)

    def line(self):
        """As tests/bench/run reads it."""
        numbers = (statistics.median(self.values), min(self.values), max(self.values))
        return "\t".join([self.name, *(f"{number:.3f}" for number in numbers), str(len(self.values)), self.unit,
                          self.bound])


class Bench:
    """What a part needs: the world, the clients, and the rows it adds to."""

    def __init__(self, world, clients, asked, has):
        self.world = world
        self.clients = clients
        self.quick = asked.quick
        self.has = has
        self.has_sdk = bool(asked.sdk) and bool(has("node"))
        self.rounds = 1 if asked.quick else asked.rounds
        self.skipped = {}
        self._rows = {}

    def size(self, calls, quick):
        """How many calls: fewer for a try."""
        return quick if self.quick else calls

    def add(self, name, value, bound="", unit="x"):
        """One round's value of a row."""
        self._rows.setdefault(name, Row(name, unit, bound)).values.append(value)

    def skip(self, name, why):
        """What can't be measured here."""
        self.skipped[name] = why

    def measure(self, jobs):
        """Runs all in a random order: what each gave, by its name."""
        order = list(jobs)
        random.shuffle(order)
        costs = {}
        for name in order:
            costs[name] = jobs[name]()
            cost = costs[name]
            print(f"  {name}: {cost.calls} calls, {cost.wall_ms:.0f} ms, CPU {cost.cpu_ms:.0f} ms, "
                  f"{cost.peak_kib} KiB", file=sys.stderr, flush=True)
        return costs

    def report(self):
        """Writes what there is."""
        for row in self._rows.values():
            print(row.line(), flush=True)
        for name, why in self.skipped.items():
            print("skipped", name, why, sep="\t", flush=True)


def peers(bench):
    """The limit lifted, 100 in flight, beside curl, Plivo's own SDK, and h2load, which shows what the network gives."""
    calls, few = bench.size(5000, 1000), 1000
    clients = bench.clients
    with servers.nginx(bench.world) as server:
        jobs = {"hangup": lambda: clients.hangup(server, calls),
                "hangup few": lambda: clients.hangup(server, few),
                "hangup by itself": lambda: clients.hangup(server, calls, in_flight=None),
                "curl --parallel": lambda: clients.curl_parallel(server, calls),
                "xargs": lambda: clients.curl_six(server, bench.size(120, 30)),
                "loop": lambda: clients.curl_loop(server, bench.size(20, 6))}
        if bench.has_sdk:
            jobs["sdk"] = lambda: clients.sdk(server, calls, 100)
            jobs["sdk one"] = lambda: clients.sdk(server, bench.size(60, 20), 1)
        else:
            bench.skip("Plivo's SDK", "node or the SDK is not installed")
        if bench.has("h2load"):
            jobs["h2load"] = lambda: clients.h2load(server, calls)
            jobs["h2load few"] = lambda: clients.h2load(server, few)
        else:
            bench.skip("h2load", "not installed")
        cost = bench.measure(jobs)
    ours = cost["hangup"]
    bench.add(f"hangup-cli, {calls} calls, 100 in flight: wall", ours.wall_ms, unit="ms")
    bench.add(f"hangup-cli, {calls} calls, 100 in flight: CPU", ours.cpu_ms, unit="ms")
    bench.add("wall over curl --parallel", ours.wall_ms / cost["curl --parallel"].wall_ms, "<= 1.05")
    bench.add("CPU over curl --parallel", ours.cpu_ms / cost["curl --parallel"].cpu_ms)
    if "sdk" in cost:
        bench.add("Plivo's SDK, 100 in flight: wall over ours", cost["sdk"].wall_ms / ours.wall_ms, ">= 1.15")
        bench.add("Plivo's SDK, 100 in flight: CPU over ours", cost["sdk"].cpu_ms / ours.cpu_ms, ">= 1.7")
        bench.add("Plivo's SDK, one after another: wall per call over ours",
                  cost["sdk one"].wall_per_call / ours.wall_per_call, ">= 50")
    bench.add("xargs -P6 curl: wall per call over ours", cost["xargs"].wall_per_call / ours.wall_per_call, ">= 25")
    bench.add("a loop of curl: wall per call over ours", cost["loop"].wall_per_call / ours.wall_per_call, ">= 150")
    if "h2load" in cost:
        bench.add(f"wall over h2load, {calls} calls", ours.wall_ms / cost["h2load"].wall_ms, "<= 1.10")
        bench.add(f"wall over h2load, {few} calls", cost["hangup few"].wall_ms / cost["h2load few"].wall_ms, "<= 1.25")
    bench.add("without --in-flight: wall over that with it", cost["hangup by itself"].wall_ms / ours.wall_ms, "<= 1.05")


def closing(bench):
    """A server that closes each connection after 1,000 requests, as nginx does by default. So that connections get to their
    end, few carry all calls: eight in flight. A minute and a half each, for 1,000 requests one after another take 80 s."""
    calls = bench.size(9000, 2000)
    cost = {}
    for name, keepalive in random.sample([("closed", 100 if bench.quick else 1000), ("never closed", 10**9)], 2):
        with servers.nginx(bench.world, keepalive) as server:
            cost |= bench.measure({name: lambda: bench.clients.hangup(server, calls, in_flight=8)})
    bench.add("connections closed after 1,000 requests: wall over that without",
              cost["closed"].wall_ms / cost["never closed"].wall_ms, "<= 1.15")


def limit(bench):
    """A server that enforces 300 in 5 s, which nobody can be faster than. A 429 makes a run incomplete."""
    for calls, bound in ((300, "<= 1.5"), (bench.size(1000, 400), "<= 1.05")):
        with servers.limited(bench.world) as server:
            set_up, round_trip = bench.clients.first_answer()
        for in_flight, name in ((100, "100 in flight"), (None, "in flight by itself")):
            with servers.limited(bench.world) as server:  # a window of its own, with nothing in it
                cost = bench.measure({name: lambda: bench.clients.hangup(server, calls, in_flight, window=300)})[name]
            floor = 5000 * (math.ceil(calls / 300) - 1) + round_trip + set_up
            bench.add(f"300 in 5 s enforced, {calls} calls, {name}: wall over the floor", cost.wall_ms / floor,
                      bound)
            bench.add(f"300 in 5 s enforced, {calls} calls, {name}: CPU of a core", cost.cpu_ms / cost.wall_ms * 100,
                      unit="%")


def syncs(bench):
    """How often the disk is waited for: calls of fsync and its like, by strace."""
    if not bench.has("strace"):
        bench.skip("syncs to disk per call", "strace is not installed")
        return
    calls = bench.size(5000, 1000)
    with servers.nginx(bench.world) as server:
        cost = bench.measure({"syncs": lambda: bench.clients.hangup(server, calls, count_syncs=True)})["syncs"]
    bench.add(f"syncs to disk per call, {calls} calls", cost.syncs / calls, "<= 0.1", unit="syncs")


def growth(bench):
    """Time and memory a call from 1,000 to 100,000 calls."""
    few, many = 1000, bench.size(100_000, 10_000)
    with servers.nginx(bench.world) as server:
        cost = bench.measure({"few": lambda: bench.clients.hangup(server, few),
                              "tenfold": lambda: bench.clients.hangup(server, many // 10),
                              "many": lambda: bench.clients.hangup(server, many)})
    small, middle, large = cost["few"], cost["tenfold"], cost["many"]
    bench.add(f"wall per call, {many} calls over {few}", large.wall_per_call / small.wall_per_call, "<= 1.10")
    bench.add(f"CPU per call, {many} calls over {few}", large.cpu_per_call / small.cpu_per_call, "<= 1.10")
    bench.add(f"CPU per call, {many} calls over {many // 10}", large.cpu_per_call / middle.cpu_per_call, "<= 1.10")
    bench.add(f"peak of memory per call between {few} and {many} calls",
              (large.peak_kib - small.peak_kib) * 1024 / (many - few), "<= 400", unit="bytes")


PARTS = {"peers": peers, "closing": closing, "limit": limit, "syncs": syncs, "growth": growth}


def run(world, clients, chosen, asked, has):
    """All rounds of each part."""
    bench = Bench(world, clients, asked, has)
    for part in chosen:
        for number in range(1, bench.rounds + 1):
            print(f"{part}, round {number} of {bench.rounds}", file=sys.stderr, flush=True)
            try:
                PARTS[part](bench)
            except Incomplete as error:  # the round counts for nothing, and it is said
                print(f"  incomplete: {error}", file=sys.stderr, flush=True)
                bench.skip(f"{part}, round {number}", f"incomplete: {error}")
    bench.report()

# --- What is measured: histograms with the buckets of HdrHistogram, one cell for each series, phase and second, and the phases. ---

import time

from gevent import sleep, spawn

SECOND_US = 1_000_000
HIGHEST_US = 3_600_000_000
MOST_REASONS = 20
MOST_SLOW_REQUESTS = 50
PROBE_US = 20_000

REQUEST_COUNTS = (
    "started", "ok", "failed", "timedOut", "cut", "dropped", "interrupted", "okBeforeEnd", "sentBeforeEnd", "receivedBeforeEnd", "drops",
)
ITERATION_COUNTS = ("planned", "started", "dropped", "missed", "ok", "failed", "cut", "interrupted")
MESSAGE_COUNTS = ("messagesIn", "messagesOut", "unmatched", "late", "duplicates")
COUNT_OF_OUTCOME = {"ok": "ok", "failed": "failed", "timed-out": "timedOut", "cut": "cut", "interrupted": "interrupted"}


def bucket_of(value):
    """The bucket of a whole number of microseconds: 3 significant digits, as in HdrHistogram's array of counts."""
    half = value >> 10
    if half < 2:
        return value
    bucket = half.bit_length() - 1
    return (bucket << 10) + (value >> bucket)


class Distribution:
    """Values in whole microseconds: exact count, sum, lowest and highest, and how many fell into which bucket."""

    __slots__ = ("buckets", "clamped", "count", "highest", "lowest", "sum")

    def __init__(self):
        self.buckets = {}
        self.count = self.sum = self.lowest = self.highest = self.clamped = 0

    def record(self, value):
        """Takes in one value of 0 or more."""
        if value > HIGHEST_US:
            value = HIGHEST_US
            self.clamped += 1
        bucket = bucket_of(value)
        buckets = self.buckets
        buckets[bucket] = buckets.get(bucket, 0) + 1
        if self.count == 0 or value < self.lowest:
            self.lowest = value
        if value > self.highest:
            self.highest = value
        self.count += 1
        self.sum += value

    def to_data(self):
        """As load-gate reads it."""
        buckets = sorted(self.buckets)
        return {
            "count": self.count,
            "lowestUs": self.lowest,
            "highestUs": self.highest,
            "sumUs": self.sum,
            "buckets": buckets,
            "counts": [self.buckets[bucket] for bucket in buckets],
        }


class Cell:
    """What one series records in one phase and second."""

    __slots__ = ("counts", "failures", "phase", "received", "sent", "series", "socket", "spans", "status")

    def __init__(self, phase, series):
        self.phase = phase
        self.series = series
        self.counts = dict.fromkeys(REQUEST_COUNTS, 0)
        self.status = {}
        self.failures = {}
        self.spans = {}
        self.sent = self.received = 0
        self.socket = None

    def span(self, name, value):
        """Records a span of time."""
        known = self.spans.get(name)
        if known is None:
            known = self.spans[name] = Distribution()
        known.record(value)

    def fail(self, failure, now_us):
        """Counts a failure (class, reason, sample) under its class and reason; of too many reasons the rest is one."""
        kind, reason, sample = failure
        if (kind, reason) not in self.failures and len(self.failures) >= MOST_REASONS:
            reason = f"{kind} (other)"
        at_ms = round(now_us / 1000)
        known = self.failures.get((kind, reason))
        if known is None:
            known = {"class": kind, "reason": reason, "sample": sample, "count": 0, "firstMs": at_ms}
            self.failures[kind, reason] = known
        known["count"] += 1
        known["lastMs"] = at_ms

    def to_data(self):
        """As load-gate reads it."""
        data = {
            "phase": self.phase,
            "series": self.series,
            "counts": self.counts,
            "status": {str(code): count for code, count in self.status.items()},
            "failures": list(self.failures.values()),
            "spans": {name: span.to_data() for name, span in self.spans.items()},
            "bytesSent": self.sent,
            "bytesReceived": self.received,
        }
        if self.socket is not None:
            data["socket"] = self.socket
        return data


class Recorder:
    """Collects what one worker measures and closes it second by second; every second of the run is closed once and in order."""

    def __init__(self, count_users, current_phase):
        self.count_users = count_users
        self.current_phase = current_phase
        self.second = 0
        self.finished = False
        self.closed = []
        self.cells = {}
        self.iterations = {}
        self.lag = Distribution()
        self.phase_ends = {}
        self.request_totals = dict.fromkeys(REQUEST_COUNTS, 0)
        self.iteration_totals = dict.fromkeys(ITERATION_COUNTS, 0)
        self.socket_totals = {"opened": 0, "ended": 0}
        self.held = {}
        self.held_phase = 0

    def record(self, call):
        """A request, or whatever else has a latency, has ended."""
        end, outcome = call.end, call.outcome
        self.flush(end)
        cell = self._cell(call.phase, call.series)
        service = end - call.start
        name = COUNT_OF_OUTCOME[outcome]
        totals = self.request_totals
        totals["started"] += 1
        totals[name] += 1
        counts = cell.counts
        counts["started"] += 1
        counts[name] += 1
        cell.sent += call.sent
        cell.received += call.received
        if call.status > 0:
            cell.status[call.status] = cell.status.get(call.status, 0) + 1
        if call.queue >= 0:
            cell.span("queue", call.queue)
        if call.connect >= 0:
            cell.span("connect", call.connect)
        if call.tls >= 0:
            cell.span("tls", call.tls)
        if outcome == "ok":
            cell.span("latency", end - call.intended)
            cell.span("service", service)
            if call.head >= 0:
                cell.span("ttfb", call.head - call.start)
                cell.span("body", end - call.head)
            if self._is_before_end(call.phase, end):
                for tally in (counts, totals):
                    tally["okBeforeEnd"] += 1
                    tally["sentBeforeEnd"] += call.sent
                    tally["receivedBeforeEnd"] += call.received
        elif outcome == "failed":
            cell.span("failedLatency", end - call.intended)
            cell.span("failedService", service)
        elif outcome != "interrupted":
            cell.span("failedService", service)
        if call.failure is not None:
            cell.fail(call.failure, end)

    def record_dropped(self, phase, series, now_us, reason):
        """A request that could not be made, charged to the series that should have had it."""
        self.flush(now_us)
        cell = self._cell(phase, series)
        cell.counts["dropped"] += 1
        self.request_totals["dropped"] += 1
        cell.fail(("dropped", reason, reason), now_us)

    def count_iteration(self, phase, what, count=1):
        """Counts the start or the end of an iteration."""
        tally = self.iterations.get(phase)
        if tally is None:
            tally = self.iterations[phase] = dict.fromkeys(ITERATION_COUNTS, 0)
        tally[what] += count
        self.iteration_totals[what] += count

    def socket_opened(self, series, phase, now_us):
        """A WebSocket is ready."""
        self.flush(now_us)
        if phase > self.held_phase:
            self.begin_phase(phase, now_us)
        self.socket_totals["opened"] += 1
        self._hold(series, 1)

    def socket_ended(self, series, phase, now_us, held_us, drop):
        """A WebSocket that was ready is over; drop is the failure if nobody here wanted it to end."""
        self.flush(now_us)
        self.socket_totals["ended"] += 1
        self._hold(series, -1)
        cell = self._cell(phase, series)
        cell.span("session", held_us)
        if drop is not None:
            cell.counts["drops"] += 1
            self.request_totals["drops"] += 1
            cell.fail(drop, now_us)

    def count_message(self, series, phase, what, now_us, size=0):
        """A message came or went, or something is known of one that came."""
        self.flush(now_us)
        cell = self._cell(phase, series)
        self._socket(cell)["counts"][what] += 1
        before_end = self._is_before_end(phase, now_us)
        if what == "messagesIn":
            cell.received += size
            key = "receivedBeforeEnd"
        elif what == "messagesOut":
            cell.sent += size
            key = "sentBeforeEnd"
        else:
            return
        if before_end:
            cell.counts[key] += size
            self.request_totals[key] += size

    def begin_phase(self, phase, now_us):
        """A phase begins: connections that are open are held in it from now on."""
        self.flush(now_us)
        if self._is_before_end(self.held_phase, self.second * SECOND_US + 1):
            self._touch_held()
        self.held_phase = phase

    def flush(self, now_us):
        """Closes every second that is over by now."""
        while now_us >= (self.second + 1) * SECOND_US and not self.finished:
            self._close()

    def finish(self, now_us):
        """Closes the second that has begun, too: the run is over, and nothing that is still told counts."""
        self.flush(now_us)
        self._close()
        self.finished = True

    def take_closed(self):
        """The seconds that were closed since this was last asked."""
        closed, self.closed = self.closed, []
        return closed

    def _close(self):
        self._touch_held()
        cells = [self.cells[key] for key in sorted(self.cells)]
        clamped = self.lag.clamped + sum(span.clamped for cell in cells for span in cell.spans.values())
        self.closed.append(
            {
                "second": self.second,
                "cells": [cell.to_data() for cell in cells],
                "iterations": [{"phase": phase, "book": book} for phase, book in sorted(self.iterations.items())],
                "scheduleLag": self.lag.to_data(),
                "users": self.count_users(),
                "phase": self.current_phase(),
                "clamped": clamped,
            }
        )
        self.cells = {}
        self.iterations = {}
        self.lag = Distribution()
        self.second += 1

    def _cell(self, phase, series):
        cell = self.cells.get((phase, series))
        if cell is None:
            cell = self.cells[phase, series] = Cell(phase, series)
        return cell

    def _socket(self, cell):
        if cell.socket is None:
            held = self.held.get(cell.series, 0) if cell.phase == self.held_phase else 0
            cell.socket = {"counts": dict.fromkeys(MESSAGE_COUNTS, 0), "open": held, "most": held, "fewest": held}
        return cell.socket

    def _hold(self, series, change):
        socket = self._socket(self._cell(self.held_phase, series))
        held = self.held[series] = self.held.get(series, 0) + change
        socket["open"] = held
        socket["most"] = max(socket["most"], held)
        socket["fewest"] = min(socket["fewest"], held)

    def _touch_held(self):
        for series, held in self.held.items():
            if held > 0:
                self._socket(self._cell(self.held_phase, series))

    def _is_before_end(self, phase, now_us):
        end = self.phase_ends.get(phase)
        return end is None or now_us <= end


class PhaseClock:
    """Which phase it is, when each really was, and how this worker fared in the judged ones."""

    def __init__(self, phases):
        self.phases = phases
        self.times = [{"peakUsers": 0} for _ in phases]
        self.current = 0
        self.charged = 0
        self.delays = Distribution()
        self.judged_us = 0
        self.cpu_us = 0
        self._cpu_began = 0
        self._probe = None
        self._due_ns = 0

    def is_judged(self, phase):
        """Whether anything that happens in it counts for the verdict."""
        plan = self.phases[phase]
        return not plan["warmup"] and plan["model"] != "pause"

    def begin(self, phase, start_us):
        """A phase begins."""
        self.current = phase
        if self.phases[phase]["model"] != "pause":
            # What happens in a pause, which is never judged, is charged to the load before it.
            self.charged = phase
        self.times[phase]["startUs"] = start_us
        if self.is_judged(phase):
            self._cpu_began = time.thread_time_ns()
            self._due_ns = time.perf_counter_ns() + PROBE_US * 1000
            self._probe = spawn(self._watch)

    def end(self, phase, end_us):
        """A phase ends, once."""
        times = self.times[phase]
        if "startUs" not in times or "endUs" in times:
            return
        times["endUs"] = end_us
        if self.is_judged(phase):
            self._probe.kill(block=False)
            late = time.perf_counter_ns() - self._due_ns
            if late > 0:
                self.delays.record(late // 1000)
            self.cpu_us += (time.thread_time_ns() - self._cpu_began) // 1000
            self.judged_us += end_us - times["startUs"]

    def note_users(self, users):
        """So many users live now."""
        times = self.times[self.current]
        times["peakUsers"] = max(times["peakUsers"], users)

    def report(self):
        """For the worker's last report; a share of CPU over less than a second says nothing."""
        report = {"phases": self.times, "eventLoopDelay": self.delays.to_data()}
        if self.judged_us >= SECOND_US:
            report["cpuRatio"] = self.cpu_us / self.judged_us
        return report

    def _watch(self):
        """How late a sleep of 20 ms ends: everything else in this process is as late."""
        while True:
            sleep(max(0.0, (self._due_ns - time.perf_counter_ns()) / 1e9))
            now = time.perf_counter_ns()
            self.delays.record(max(0, now - self._due_ns) // 1000)
            self._due_ns = now + PROBE_US * 1000


class SlowRequests:
    """The slowest of those that took longer than slower_than, slowest first; bounded."""

    def __init__(self):
        self.slowest = []

    def remember(self, request):
        """Takes a request in if it is among the slowest so far."""
        slowest = self.slowest
        if len(slowest) >= MOST_SLOW_REQUESTS:
            if slowest[-1]["latencyUs"] >= request["latencyUs"]:
                return
            slowest.pop()
        slowest.append(request)
        slowest.sort(key=lambda known: -known["latencyUs"])

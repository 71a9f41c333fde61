# --- The books of one worker: seconds that are closed in order, and the slowest requests. ---

MOST_SLOW_REQUESTS = 50


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

# --- When each phase really was, and how this process fared in it. ---

import time

from gevent import sleep, spawn

PROBE_US = 20_000


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

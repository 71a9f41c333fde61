# --- One worker's run: phases one after the other at their times, and what users and pools ask for. ---

import time
import traceback
from secrets import token_hex

import gevent
import gevent.pool
from gevent.event import Event

SPAWNED_AFTER_US = 10_000_000
POOLS = {"open": OpenPool, "closed": ClosedPool, "iterations": WorkPool}


class Run(RequestMaker):
    """One worker's run of the plan, from the moment that the master gives to its last report."""

    def __init__(self, plan, environment, user_classes):
        self.plan = plan
        self.environment = environment
        self.profiles = user_classes
        self.weights = [cls.weight for cls in user_classes]
        self.series = {entry["name"]: index for index, entry in enumerate(plan["series"])}
        self.first_series = [next((flow[4] for flow in cls._flows if flow[4] is not None), None) for cls in user_classes]
        self.seats = [[] for _ in user_classes]
        self.seat_taken = Event()
        self.index = 0
        self.count = 1
        self.origin_ns = time.perf_counter_ns()
        self.clock = PhaseClock(plan["phases"])
        self.recorder = Recorder(self.count_users, lambda: len(plan["phases"]) if self.ended else self.clock.current)
        self.phases = self.clock
        self.slow = SlowRequests()
        self.net = Net(self.now_us, plan.get("insecure", False), plan.get("ca"))
        self.requests_started = 0
        self.row_counters = {}
        self.lanes = {}
        self.target = None
        self.pools = []
        self.model = None
        self.begun = self.ended = self.over = self.broken = False
        self.outcome = "complete"
        self.report = None
        self.on_work_done = self.on_over = lambda: None
        self.all_work_done = Event()
        self.greenlets = gevent.pool.Group()
        self.trace_prefix = token_hex(8)
        self.traces = 0

    # -- Time --

    def now_us(self):
        """Microseconds since the run began; negative before."""
        return (time.perf_counter_ns() - self.origin_ns) // 1000

    def sleep_until(self, due_us):
        """Sleeps until a moment of the run; not at all when that is past."""
        left = due_us - self.now_us()
        if left > 0:
            gevent.sleep(left / 1e6)

    def spawn(self, work, *args):
        """A greenlet that ends with the run."""
        return self.greenlets.spawn(self._guarded, work, *args)

    def _guarded(self, work, *args):
        try:
            work(*args)
        except Exception as error:
            self.break_down(error)

    # -- The course of the run --

    def begin(self, index, count, in_ms, host):
        """Begins after so many milliseconds, as worker number index of count; the host goes before the plan's."""
        self.begun = True
        self.index, self.count = index, count
        self.origin_ns = time.perf_counter_ns() + round(in_ms * 1e6)
        self.target = split_url(host or self.plan["host"])
        self.allowed = [self.target[1], *self.plan["allowedHosts"]]
        self.spawn(self._conduct)
        self.spawn(self._tick)
        self.spawn(self._watch_time_box)

    def _conduct(self):
        self.sleep_until(0)
        start = 0
        for index, phase in enumerate(self.plan["phases"]):
            end = start + round(phase["durationMs"] * 1000)
            pool = self._begin_phase(phase, index, start)
            if isinstance(pool, WorkPool):
                if not pool.done.wait(max(0.0, (end - self.now_us()) / 1e6)):
                    pool.drop_rest()
                    pool.stop()
                limit, end = end, self.now_us()
                self.recorder.phase_ends[index] = end
                self.clock.end(index, end)
                # Seconds go on until all workers are through, as long as the phase may last.
                self.on_work_done()
                self.all_work_done.wait(max(0.0, (limit - end) / 1e6))
            else:
                self.recorder.phase_ends[index] = end
                self.sleep_until(end)
            self.clock.note_users(self.count_users())
            self.clock.end(index, end)
            start = end
        for pool in self.pools:
            pool.stop()
        self.ended = True
        self.finish_if_idle()

    def _begin_phase(self, phase, index, start_us):
        self.clock.begin(index, start_us)
        self.recorder.begin_phase(index, self.now_us())
        model = phase["model"]
        pool = self.pools[-1] if self.pools else None
        if model == "pause":
            if pool is not None:
                pool.pause()
            return None
        if model != self.model:
            if pool is not None:
                pool.stop()
            self.model = model
            pool = POOLS[model](self)
            self.pools.append(pool)
        pool.begin(phase, index, start_us)
        self.clock.note_users(self.count_users())
        return pool

    def _tick(self):
        second = 1
        while True:
            self.sleep_until(second * SECOND_US)
            self.clock.note_users(self.count_users())
            self.recorder.flush(max(0, self.now_us()))
            second += 1

    def _watch_time_box(self):
        self.sleep_until(round(self.plan["timeBoxMs"] * 1000))
        self.end("cut")

    def end(self, outcome):
        """Ends everything at once: cut at the time box, or interrupted from outside."""
        if self.over or not self.begun:
            return
        now = max(0, self.now_us())
        if not self.ended:
            self.clock.end(self.clock.current, now)
            self.ended = True
        self.over = True
        self.outcome = outcome
        for pool in self.pools:
            pool.give_up(outcome)
        self._finish()

    def finish_if_idle(self):
        """The plan is through and nobody has anything in flight any more."""
        if self.ended and not self.over and self.count_users() == 0:
            self.over = True
            self._finish()

    def break_down(self, error):
        """A fault of this file: no result may come of the run, so there will be no report."""
        tell("".join(traceback.format_exception(error)).rstrip())
        self.broken = True
        self.end("interrupted")

    def _finish(self):
        self.recorder.finish(max(0, self.now_us()))
        if not self.broken:
            self.report = {
                "requestsStarted": self.requests_started,
                "requests": dict(self.recorder.request_totals),
                "iterations": dict(self.recorder.iteration_totals),
                "sockets": dict(self.recorder.socket_totals),
                **self.clock.report(),
                "transport": {
                    "connectionsOpened": self.net.opened,
                    "requestsOnReusedConnections": self.net.reused,
                    "protocols": {"http/1.1": self.net.answered} if self.net.answered else {},
                },
                "slowRequests": self.slow.slowest,
            }
        self.on_over()
        # The one that calls this may be one of them.
        gevent.spawn(self.greenlets.kill, block=False)

    # -- What users and pools ask for --

    def count_users(self):
        """Users that live now."""
        return sum(len(pool.users) for pool in self.pools)

    def take_seat(self, profile):
        """A user of that profile that has nothing to do; waits while Locust still spawns. A level that is never reached must not look like one."""
        deadline = self.now_us() + SPAWNED_AFTER_US
        while not self.seats[profile]:
            self.seat_taken.clear()
            if not self.seat_taken.wait(max(0.0, (deadline - self.now_us()) / 1e6)):
                late = format_duration(SPAWNED_AFTER_US / 1e6)
                raise RuntimeError(f"Locust has not spawned all users of {self.profiles[profile].__name__}, {late} after they were due")
        return self.seats[profile].pop()

    def lane(self, origin):
        """Where requests to an origin wait for a connection; None: each user has its own."""
        connections = self.plan.get("connections")
        if connections is None:
            return None
        lane = self.lanes.get(origin)
        if lane is None:
            lane = self.lanes[origin] = Lane(max(1, share_of(connections, self.index, self.count)))
        return lane

    def next_row(self, name):
        """The number of the next row of a data source that this worker may give out."""
        row = self.row_counters.get(name, self.index)
        self.row_counters[name] = row + self.count
        return row

    def note_lag(self, phase, lag_us):
        """Something that the schedule planned began so late; only judged phases count."""
        if self.clock.is_judged(phase):
            self.recorder.lag.record(max(0, lag_us))

    def mask(self, text):
        """A text without secrets."""
        return HIDDEN.mask(text)

    def record(self, call, series, method):
        """A sample: into the books, and to Locust's own statistics."""
        self.recorder.record(call)
        self._tell_locust(call.series, (call.end - call.intended) / 1000, call.received, call.failure)

    def record_dropped(self, phase, series, reason):
        """A request that could not be made; None: its flow has none."""
        if series is not None:
            self.recorder.record_dropped(phase, self.series[series], self.now_us(), reason)
            self._tell_locust(self.series[series], None, 0, ("dropped", reason, reason))

    def _tell_locust(self, series, latency_ms, size, failure):
        entry = self.plan["series"][series]
        self.environment.events.request.fire(
            request_type=entry["method"],
            name=entry["name"],
            response_time=latency_ms,
            response_length=size,
            exception=None if failure is None else failure[1],
            context={},
        )

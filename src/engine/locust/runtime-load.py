# --- The load: phases one after the other at their times, and who makes it: open arrivals, closed users, fixed work. ---

import re
import sys
import time
import traceback
from secrets import token_hex

import gevent
import gevent.pool
from gevent.event import Event

ARRIVAL_STREAM, PROFILE_STREAM, USER_STREAM, WORK_STREAM = 1, 2, 3, 4
MISSED_AFTER_US = 200_000
STALL_US = 20_000


class Pool:
    """What all kinds of load share: users that come, and go when it is over."""

    def __init__(self, run):
        self.run = run
        self.users = set()
        self.stopping = False

    def enter(self, user, *keys):
        """A user begins to belong to this pool; the keys choose its stream of chance."""
        user._forget()
        user._pool = self
        user._reseed(self.run.plan["seed"], *keys)
        self.users.add(user)
        self.run.clock.note_users(self.run.count_users())

    def retire(self, user):
        """A user is through."""
        if user in self.users:
            self.users.remove(user)
            user._forget()
            self.run.finish_if_idle()

    def stop(self):
        """No new iteration and no new request: what rests ends now, what is in flight when it is over."""
        self.stopping = True
        for user in list(self.users):
            user._nudge()

    def give_up(self, outcome):
        """Ends everything at once."""
        self.stopping = True
        now = self.run.now_us()
        for user in list(self.users):
            user._give_up(outcome, now)
            user.greenlet.kill(block=False)
        self.users.clear()

    def rest(self, user, due_us):
        """Between iterations; ends early when something changes."""
        user._rest_until(due_us)


class ClosedPool(Pool):
    """A level of users, each running one iteration after the other with think time between them."""

    def __init__(self, run):
        super().__init__(run)
        self.phase = None
        self.index = 0
        self.start_us = 0
        self.paused = False
        self.by_ordinal = {}
        self.joining = None

    def begin(self, phase, index, start_us):
        """Goes over to a phase; users below its level stay, with all they hold."""
        self.phase, self.index, self.start_us, self.paused = phase, index, start_us, False
        for user in list(self.users):
            user._nudge()
        if self.joining is not None:
            self.joining.kill(block=False)
        self.joining = self.run.spawn(self._join, phase, start_us)

    def pause(self):
        """Everybody stops after the iteration that is under way, and waits."""
        self.paused = True
        self.joining.kill(block=False)
        for user in list(self.users):
            user._nudge()

    def stop(self):
        self.joining.kill(block=False)
        super().stop()

    def _join(self, phase, start_us):
        """Lets those come who are not there yet, each when its time comes."""
        run = self.run
        profiles = assign_profiles(run.weights, phase["users"])
        for ordinal in range(run.index, phase["users"], run.count):
            run.sleep_until(start_us + round(join_ms(phase, ordinal) * 1000))
            if ordinal in self.by_ordinal:
                continue
            user = run.take_seat(profiles[ordinal])
            self.by_ordinal[ordinal] = user
            self.enter(user, USER_STREAM, ordinal)
            user._give_role(lambda user, ordinal=ordinal: self._live(user, ordinal))

    def _live(self, user, ordinal):
        run = self.run
        due = run.now_us()
        try:
            while True:
                if self._await_turn(user, ordinal):
                    due = None
                if self.stopping or self._leave_us(ordinal) <= run.now_us():
                    return
                if not user._ready:
                    user._run_start()
                    due = None
                    continue
                run.recorder.count_iteration(self.index, "started")
                user._run_iteration(self.index, run.now_us() if due is None else due)
                due = self._rest(user, ordinal)
        finally:
            if self.by_ordinal.get(ordinal) is user:
                del self.by_ordinal[ordinal]
            self.retire(user)

    def _await_turn(self, user, ordinal):
        """Waits out pauses. One that was busy when the level fell below it must not be back before the level is. True: it had to wait."""
        waited = False
        while not self.stopping:
            join = join_ms(self.phase, ordinal)
            ahead = self.start_us + round(join * 1000) if join < math.inf else 0
            if not self.paused and ahead <= self.run.now_us():
                break
            waited = True
            self.rest(user, None if self.paused else ahead)
        return waited

    def _rest(self, user, ordinal):
        """After an iteration: think, keep the pace, or go on at once. Answers when the next is due; None: when it can."""
        run = self.run
        now = run.now_us()
        if not user._waited:
            due = now + BACK_OFF_US
        elif user._think is None:
            return None
        else:
            # A pace is absolute: after a stall the iterations that were due are made up for.
            due = (user._iteration_due if user._think[0] == "pace" else now) + user._draw_think(user._think)
            if due <= now:
                return due
        while now < due:
            leave = self._leave_us(ordinal)
            if self.stopping or self.paused or leave <= now:
                return None
            self.rest(user, min(due, leave))
            now = run.now_us()
        run.note_lag(self.index, now - due)
        return due

    def _leave_us(self, ordinal):
        leave = leave_ms(self.phase, ordinal)
        return math.inf if leave == math.inf else self.start_us + round(leave * 1000)


class OpenPool(Pool):
    """Arrivals come when they are due, whatever the target does; one that finds no free user is dropped, the target's failure."""

    def __init__(self, run):
        super().__init__(run)
        self.free = [[] for _ in run.weights]
        self.most = 0
        self.index = 0
        self.created = 0
        self.stalled_us = -math.inf
        self.arriving = None

    def begin(self, phase, index, start_us):
        """Goes over to a phase; its users stay."""
        run = self.run
        self.index = index
        self.most = share_of(phase["maxUsers"], run.index, run.count)
        for free in self.free:
            while free and len(self.users) > self.most:
                self._dismiss(free.pop())
        self.pause()
        self.arriving = run.spawn(self._arrive_all, phase, index, start_us)

    def pause(self):
        """No more arrivals; what has started goes on."""
        if self.arriving is not None:
            self.arriving.kill(block=False)

    def stop(self):
        self.pause()
        super().stop()
        for free in self.free:
            while free:
                self._dismiss(free.pop())

    def _arrive_all(self, phase, index, start_us):
        run = self.run
        for arrival, fire_us in fire_times(phase, seed_of_phase(run.plan["seed"], index), run.index, run.count):
            due = start_us + round(fire_us)
            if due > run.now_us():
                run.sleep_until(due)
            self._arrive(index, arrival, due)

    def _arrive(self, index, arrival, due_us):
        run = self.run
        now = run.now_us()
        lag = now - due_us
        run.note_lag(index, lag)
        if lag > STALL_US:
            self.stalled_us = now
        if lag > MISSED_AFTER_US:
            run.recorder.count_iteration(index, "missed")
            return
        profile = 0
        if len(run.weights) > 1:
            profile = pick_weighted(run.weights, SeededRandom(run.plan["seed"], PROFILE_STREAM, index, arrival).next())
        task = (index, arrival, due_us)
        if self.free[profile]:
            run.recorder.count_iteration(index, "started")
            self.free[profile].pop()._give_role(task)
        elif self._make_room():
            self._begin_user(profile, task)
        elif now - self.stalled_us <= STALL_US:
            # After a stall nobody can say that the target was the one to be waited for.
            run.recorder.count_iteration(index, "missed")
        else:
            run.recorder.count_iteration(index, "dropped")
            run.record_dropped(index, run.first_series[profile], "dropped: all virtual users are busy (max_users)")

    def _make_room(self):
        """Whether there may be one user more; a free one of another profile goes for it, since it waits for nothing."""
        if len(self.users) < self.most:
            return True
        other = next((free for free in self.free if free), None)
        if other is not None:
            self._dismiss(other.pop())
        return other is not None

    def _begin_user(self, profile, task):
        """An arrival for a new user."""
        run = self.run
        if not run.seats[profile]:
            # Locust has not spawned enough yet: that is not the target's fault.
            run.recorder.count_iteration(task[0], "missed")
            return
        user = run.seats[profile].pop()
        self.created += 1
        self.enter(user, 0, run.index, self.created)
        run.recorder.count_iteration(task[0], "started")
        user._give_role(lambda user: self._live(user, task))

    def _dismiss(self, user):
        """A free user is not needed any more."""
        self.users.discard(user)
        user._forget()
        user._give_role(None)

    def _live(self, user, task):
        try:
            while task is not None:
                self._serve(user, *task)
                if self.stopping or len(self.users) > self.most:
                    return
                self.free[user.profile].append(user)
                task = user._await_role()
        finally:
            self.retire(user)
            self.run.finish_if_idle()

    def _serve(self, user, index, arrival, due_us):
        run = self.run
        if not user._ready:
            began = run.now_us()
            user._waits_in = index
            user._run_start()
            user._waits_in = None
            if self.stopping:
                run.recorder.count_iteration(index, "interrupted")
                return
            # The time that the start took is not the arrival's latency.
            due_us += run.now_us() - began
        user._reseed(run.plan["seed"], ARRIVAL_STREAM, index, arrival)
        user._run_iteration(index, due_us)


class WorkPool(Pool):
    """Fixed work: so many iterations over all users and workers; what is not begun before the time is up is dropped."""

    def __init__(self, run):
        super().__init__(run)
        self.index = 0
        self.left = 0
        self.done = Event()

    def begin(self, phase, index, start_us):
        """Starts all users of this worker at once."""
        run = self.run
        self.index = index
        self.left = work_of_worker(phase["iterations"], phase["users"], run.index, run.count)
        profiles = assign_profiles(run.weights, phase["users"])
        for ordinal in range(run.index, phase["users"], run.count):
            user = run.take_seat(profiles[ordinal])
            self.enter(user, WORK_STREAM, index, ordinal)
            user._give_role(self._live)
        self._tell_done()

    def drop_rest(self):
        """The time is up: the rest is dropped, the target's failure."""
        run = self.run
        dropped, self.left = self.left, 0
        if dropped > 0:
            run.recorder.count_iteration(self.index, "dropped", dropped)
            for _ in range(dropped):
                run.record_dropped(self.index, run.first_series[0], "dropped: not begun before the phase ended")

    def give_up(self, outcome):
        if outcome == "cut":
            self.drop_rest()
        super().give_up(outcome)

    def _live(self, user):
        try:
            while self.left > 0 and not self.stopping:
                if not user._ready:
                    user._run_start()
                    continue
                self.left -= 1
                self.run.recorder.count_iteration(self.index, "started")
                user._run_iteration(self.index, self.run.now_us())
                if not user._waited and self.left > 0 and not self.stopping:
                    self.rest(user, self.run.now_us() + BACK_OFF_US)
        finally:
            self.retire(user)
            self._tell_done()

    def _tell_done(self):
        if self.left == 0 and not self.users:
            self.done.set()


POOLS = {"open": OpenPool, "closed": ClosedPool, "iterations": WorkPool}


class Run:
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
        self.target = None
        self.pools = []
        self.model = None
        self.begun = self.ended = self.over = self.broken = False
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
        traceback.print_exception(type(error), error, error.__traceback__, file=sys.stderr)
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
        """A user of that profile that has nothing to do; waits while Locust still spawns."""
        while not self.seats[profile]:
            self.seat_taken.clear()
            self.seat_taken.wait()
        return self.seats[profile].pop()

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

    def make_request(self, user, method, url, *, query=(), headers=None, timeout=10.0, cookies=True, traceparent=False, upgrade=None, **body):
        """A request with everything in; RequestInvalid or HostRefused for what cannot be asked."""
        request = Request()
        if url.startswith("/"):
            scheme, host, port, authority, base = self.target
            path = base.rstrip("/") + url
        else:
            scheme, host, port, authority, path = split_url(re.sub("^ws(?=s?:)", "http", url, flags=re.I))
            if not matches_host(host, self.allowed):
                raise HostRefused(host)
        if query:
            fields = "&".join(f"{encode_field(name)}={encode_field(value)}" for name, value in query)
            path = f"{path}{'&' if '?' in path else '?'}{fields}"
        request.origin = (scheme, host, port)
        request.host = host
        request.path = path = escape_target(path)
        request.method = method
        request.timeout = timeout
        request.cookies = cookies
        request.body = body_of(**body) if body else None
        request.trace = None
        if traceparent:
            self.traces += 1
            request.trace = f"{self.trace_prefix}{self.traces:016x}"
        cookie = user._jar.header(scheme, host, path) if cookies and user._jar is not None else None
        request.head = self._render_head(request, authority, headers or {}, cookie, upgrade)
        return request

    def _render_head(self, request, authority, headers, cookie, upgrade):
        body = request.body
        names = {name.lower() for name in headers}
        connection = "keep-alive"
        lines = []
        if upgrade is not None:
            key, subprotocol = upgrade
            lines.append(f"upgrade: websocket\r\nsec-websocket-key: {key.decode()}\r\nsec-websocket-version: 13\r\n")
            if subprotocol is not None:
                if TOKEN.fullmatch(subprotocol) is None:
                    raise RequestInvalid("invalid subprotocol")
                lines.append(f"sec-websocket-protocol: {subprotocol}\r\n")
        if "user-agent" not in names:
            lines.append(header_line("user-agent", self.plan.get("userAgent", "load-gate")))
        if "accept" not in names:
            lines.append("accept: */*\r\n")
        if body is not None and "content-type" not in names:
            lines.append(header_line("content-type", body.type))
        for name, value in headers.items():
            lower = name.lower()
            if lower == "host":
                authority = header_line(name, value)[6:-2]
            elif lower == "connection":
                connection = "close" if "close" in listed(value) else connection
            elif upgrade is not None and lower.startswith("sec-websocket-"):
                raise RequestInvalid(f"invalid {name} header")
            elif lower == "content-length":
                if not value.isdigit() or int(value) != (body.size if body else 0):
                    raise RequestInvalid("invalid content-length header")
            elif lower == "cookie":
                cookie = f"{value}; {cookie}" if cookie else value
            else:
                lines.append(header_line(name, value))
        if cookie:
            lines.append(header_line("cookie", cookie))
        if request.trace is not None:
            lines.append(f"traceparent: 00-{request.trace}-{request.trace[16:]}-01\r\n")
        if upgrade is not None:
            connection = "Upgrade"
        if body is not None or request.method in ("POST", "PUT", "PATCH"):
            lines.append(f"content-length: {body.size if body else 0}\r\n")
        head = f"{request.method} {request.path} HTTP/1.1\r\nhost: {authority}\r\nconnection: {connection}\r\n{''.join(lines)}\r\n"
        return head.encode("latin-1")


def body_of(json=NOTHING, form=None, text=None, size=None, file=None, multipart=None):
    """The body that a step asks for; None: it has none."""
    if json is not NOTHING:
        return Body("application/json", Body.of("text", json_text(json)))
    if form is not None:
        data = encode_form(form)
        return Body("application/x-www-form-urlencoded", (len(data), (data,)))
    if text is not None:
        return Body("text/plain;charset=utf-8", Body.of("text", text))
    if size is not None:
        return Body("application/octet-stream", Body.of("size", size))
    if file is not None:
        return Body("application/octet-stream", Body.of("file", file))
    return None if multipart is None else Body.multipart(multipart)


def seats_of_worker(plan, weights, index, count):
    """How many users of each profile a worker needs: those of all stretches of one model, which may still drain when the next begins."""
    seats = [0] * len(weights)
    for model, phases in stretches(plan["phases"]):
        if model == "open":
            most = max(share_of(phase["maxUsers"], index, count) for phase in phases)
            arrivals = sum(share_of(phase["plannedArrivals"], index, count) for phase in phases)
            wanted = [min(most, arrivals)] * len(weights)
        else:
            users = max(max(phase["users"], phase.get("fromUsers", 0)) for phase in phases)
            wanted = [0] * len(weights)
            for profile in assign_profiles(weights, users)[index::count]:
                wanted[profile] += 1
        seats = [known + more for known, more in zip(seats, wanted)]
    return seats


def stretches(phases):
    """Phases of load that follow each other in one model; a pause does not part them."""
    found = []
    for phase in phases:
        model = phase["model"]
        if model == "pause":
            continue
        if found and found[-1][0] == model:
            found[-1][1].append(phase)
        else:
            found.append((model, [phase]))
    return found

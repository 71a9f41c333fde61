# --- A virtual user: its variables, its waiting, and the steps of its flows. ---

import datetime
import os
import random
import string
import uuid
from json import dumps

import gevent
from gevent import Timeout, get_hub
from gevent.hub import Waiter
from locust import User
from locust.exception import StopUser

ANY_2XX = ((200, 299),)
LETTERS_AND_DIGITS = string.ascii_uppercase + string.ascii_lowercase + string.digits
BACK_OFF_US = 1_000_000


class EndOfFlow(Exception):
    """The flow ends here; outcome None: as it stands."""

    def __init__(self, outcome=None):
        super().__init__(outcome)
        self.outcome = outcome


class MissingVariable(EndOfFlow):
    """A step needs a variable that nothing has set: its iteration ends as failed."""

    def __init__(self, name):
        super().__init__("failed")
        self.name = name


class Call:
    """One request, poll, WebSocket or awaited message from its start to its end. Times are µs since the run began; -1: did not happen."""

    __slots__ = (
        "chunks", "connect", "content", "cut_sample", "end", "expired", "failure", "head", "headers", "intended", "keep", "method", "most_kept", "outcome",
        "phase", "queue", "received", "sent", "series", "stage", "start", "status", "timeout", "tls", "trace",
    )

    def __init__(self, series, method, phase, intended, start, timeout):
        self.series = series
        self.method = method
        self.phase = phase
        self.intended = intended
        self.start = start
        self.timeout = timeout
        self.end = self.head = self.queue = self.connect = self.tls = -1
        self.status = self.sent = self.received = self.most_kept = 0
        self.outcome = "ok"
        self.stage = "connect"
        self.failure = self.trace = self.content = self.cut_sample = None
        self.headers = {}
        self.chunks = []
        self.keep = self.expired = False


class Request:
    """A request ready to be sent, as often as a poll wants."""

    __slots__ = ("body", "cookies", "head", "host", "keep", "method", "most_kept", "origin", "path", "timeout", "trace")


class GateUser(SocketSteps, User):
    """What every user profile of this file is built on. The methods without an underscore are the steps of its flows."""

    abstract = True
    _start_flow = None
    _run = None

    def __init__(self, environment):
        super().__init__(environment)
        self._nap = None
        self._role = None
        self._seed = (0,)
        self._connections = {}
        self._sockets = {}
        self._forget()

    # -- Values --

    def value(self, name, column=None):
        """The value of a variable: drawn when it is first read in an iteration, captured, or of a loop."""
        found = self._values.get(name)
        if found is None:
            found = self._draw(name)
        if column is None:
            return found
        if isinstance(found, dict) and column in found:
            return found[column]
        if found is None and self._unsent is not None:
            return None
        raise MissingVariable(f"{name}.{column}")

    def text(self, name, column=None):
        """The same as text: strings as they are, the rest as JSON."""
        value = self.value(name, column)
        return "" if value is None and self._unsent is not None else as_text(value)

    def secret(self, name):
        """A secret, from the environment: it never stands in this file."""
        return os.environ[name]

    def _draw(self, name):
        if name in VARS:
            value = self._draw_variable(VARS[name])
        elif name in DATA:
            value = self._draw_row(name, DATA[name])
        else:
            raise MissingVariable(name)
        self._values[name] = value
        return value

    def _draw_variable(self, variable):
        kind = variable[0]
        if kind == "int":
            return self._random().randint(variable[1], variable[2])
        if kind == "uuid":
            return str(uuid.UUID(int=self._random().getrandbits(128), version=4))
        if kind == "string":
            return "".join(self._random().choices(LETTERS_AND_DIGITS, k=variable[1]))
        now = datetime.datetime.now(datetime.timezone.utc)
        if variable[1] == "iso":
            return now.isoformat(timespec="milliseconds").replace("+00:00", "Z")
        return int(now.timestamp()) if variable[1] == "s" else int(now.timestamp() * 1000)

    def _draw_row(self, name, table):
        rows = table["rows"]
        if table["pick"] == "random":
            return self._random().choice(rows)
        row = self._run.next_row(name)
        if table["pick"] == "sequential":
            return rows[row % len(rows)]
        if row >= len(rows):
            # The step that wanted it is told; it is a failure of its series.
            self._unsent = ("data", f"data {name} is used up", f"every row of {name} has been used")
            return None
        return rows[row]

    def _random(self):
        """This user's own chance; seeded when it is first needed."""
        if self._chance is None:
            self._chance = random.Random(":".join(map(str, self._seed)))
        return self._chance

    def _reseed(self, *keys):
        self._seed = keys
        self._chance = None

    # -- Steps --

    def http(self, series, method, url, *, expect=(), max_size=None, capture=None, status=ANY_2XX, slower_than=None, **request):
        """One request, checked; its latency counts from when it was due."""
        self._enter(series)
        keep = any(item[0] != "header" for item in expect) or any(take[0] != "header" for take in (capture or {}).values())
        prepared = self._prepare(series, method, url, request, keep, max_size)
        if prepared is None:
            return
        call = self._begin(series, method, prepared.timeout)
        call.trace = prepared.trace
        self._flights.append(call)
        self._exchange(call, prepared)
        self._come_back(call)
        is_unfound = False
        if call.failure is None:
            if expect or capture:
                call.content = Content(call.chunks, call.headers, f"the answer (status {call.status}, {call.received} bytes)")
            mask = lambda text: self._mask(text, capturable(call.content, capture) if capture else ())  # noqa: E731
            call.failure = check_answer(call, status, expect, max_size, mask)
            if call.failure is None and capture:
                taken = take_captures(call.content, capture, self._random)
                is_unfound = isinstance(taken, tuple)
                if is_unfound:
                    call.failure = taken
                else:
                    self._capture(taken)
        self._land(call, series, method, slower_than)
        if is_unfound:
            raise EndOfFlow()

    def poll(self, series, method, url, *, until_status=ANY_2XX, until=(), every=0.5, within=30.0, since=None, max_size=None, slower_than=None, **request):
        """The same request until its answer is as wanted: one sample of all of it."""
        self._enter(series)
        keep = any(item[0] != "header" for item in until)
        prepared = self._prepare(series, method, url, request, keep, max_size)
        if prepared is None:
            return
        start = self._step_start(since)
        call = self._begin(series, method, within)
        if start is not None:
            call.intended = start[0]
        self._flights.append(call)
        call.cut_sample = "still polling when the time box ended"
        last = self._poll_until(call, prepared, (until_status, until, max_size, every, within))
        self._come_back(call)
        if last is not None:
            call.outcome = "timed-out"
            limit = format_duration(within)
            call.failure = ("timeout", f"timeout: not so within {limit}", f"not so within {limit} ({last})")
        self._land(call, series, method, slower_than)

    def think(self, think):
        """A pause of the user; what is due then counts from then."""
        self._enter(None)
        self._waited = True
        self._intended = max(self._run.now_us(), self._intended + self._draw_think(think))
        self._sleep_until(self._intended)
        self._run.note_lag(self._phase, self._run.now_us() - self._intended)

    def repeat(self, times, name=None):
        """So many passes of a loop; the variable holds 0, 1, 2 ..."""
        return self._loop(range(times), name)

    def for_each(self, data, name=None):
        """One pass for each row of a data source, in order."""
        return self._loop(DATA[data]["rows"], name)

    def parallel(self, *steps):
        """Requests that start together and are awaited together."""
        self._enter(None)
        branches = [gevent.spawn(self._branch, step) for step in steps]
        self._branches = branches
        try:
            gevent.joinall(branches)
        finally:
            self._branches = ()
            gevent.killall(branches, block=False)
        ends = [branch.value for branch in branches if branch.value is not None]
        for end in ends:
            if not isinstance(end, EndOfFlow):
                raise end
        if ends:
            raise ends[0]

    # -- How the steps are made --

    @staticmethod
    def _branch(step):
        try:
            step()
        except Exception as error:
            return error
        return None

    def _loop(self, passes, name):
        saved = {key: self._values.get(key) for key in self._per_pass}
        for value in passes:
            for key in self._per_pass:
                self._values.pop(key, None)
            if name is not None:
                self._values[name] = value
            yield value
        self._values.update(saved)

    def _enter(self, series):
        """Before each step: no new one when the load is over, and none whose data has run out."""
        if self._pool.stopping:
            raise EndOfFlow("interrupted")
        if self._unsent is not None and series is not None:
            failure, self._unsent = self._unsent, None
            self._fail_unsent(series, failure)

    def _fail_unsent(self, series, failure):
        """A step that could not even be sent is a failure of its series that took no time, and the end of the flow."""
        now = self._run.now_us()
        call = Call(self._run.series[series], "", self._run.phases.current, now, now, 0)
        call.end, call.outcome, call.failure = now, "failed", failure
        self._run.requests_started += 1
        self._failed = True
        self._record(call, series, "", None)
        raise EndOfFlow()

    def _prepare(self, series, method, url, request, keep, max_size):
        """The request with everything in; None: it could not be made, which is recorded."""
        try:
            prepared = self._run.make_request(self, method, url, **request)
        except HostRefused as refused:
            return self._fail_unsent(series, ("protocol", "protocol host is not allowed", str(refused)))
        except RequestInvalid as invalid:
            return self._fail_invalid(series, method, invalid)
        prepared.keep = keep
        prepared.most_kept = MOST_KEPT_BYTES if max_size is None else min(MOST_KEPT_BYTES, max_size)
        return prepared

    def _fail_invalid(self, series, method, invalid):
        """As a transport would refuse it: the flow goes on."""
        call = self._begin(series, method, 0)
        call.end, call.failure = self._run.now_us(), classify(invalid, "sent")
        self._land(call, series, method, None)

    def _begin(self, series, method, timeout):
        run = self._run
        now = run.now_us()
        run.requests_started += 1
        call = Call(run.series[series], method, run.phases.current, min(self._intended, now), now, timeout)
        self._step_starts[series] = (call.intended, now)
        return call

    def _step_start(self, since):
        """When the step that a latency counts from was due, and began; None: nothing is named."""
        if since is None:
            return None
        if since not in self._step_starts:
            raise MissingVariable("since")
        return self._step_starts[since]

    def _exchange(self, call, request, remaining=None):
        """Sends a request over a connection of this user and reads the answer; whatever goes wrong stands in the call."""
        net = self._run.net
        call.keep, call.most_kept = request.keep, request.most_kept
        lane = self._run.lane(request.origin)
        idle = self._connections.setdefault(request.origin, []) if lane is None else lane.idle
        connection = None
        has_turn = False
        timer = Timeout.start_new(call.timeout if remaining is None else remaining)
        try:
            if lane is not None:
                lane.enter(call, net)
                has_turn = True
            while idle and connection is None:
                connection = idle.pop()
                if not connection.is_usable():
                    connection.close()
                    connection = None
            if connection is None:
                connection = Connection(request.origin)
                connection.open(call, net)
            else:
                net.reused += 1
            call.sent = 0 if request.body is None else request.body.size
            connection.exchange(call, request.head, request.body, net)
            if connection.sock is not None:
                idle.append(connection)
            connection = None
        except Timeout as expired:
            if expired is not timer:
                raise
            call.expired = True
        except (OSError, AnswerInvalid, ConnectionClosed, RequestInvalid) as error:
            call.failure = classify(error, call.stage)
        finally:
            timer.close()
            if connection is not None:
                connection.close()
            if has_turn:
                lane.leave()
        call.end = self._run.now_us()
        self._waited = True
        if call.status > 0:
            net.answered += 1
        if call.failure is not None or call.expired:
            return
        if request.cookies and "set-cookie" in call.headers:
            self._store_cookies(request, call.headers["set-cookie"])

    def _store_cookies(self, request, headers):
        if self._jar is None:
            self._jar = CookieJar()
        self._jar.store(request.host, request.path, headers)

    def _poll_until(self, call, request, wish):
        """None: the answer came. Otherwise how often it was asked, and what was last in the way."""
        until_status, until, max_size, every, within = wish
        run = self._run
        deadline = call.start + round(within * 1e6)
        attempts, last = 0, "no answer"
        while True:
            attempts += 1
            attempt = Call(call.series, request.method, call.phase, call.intended, run.now_us(), request.timeout)
            self._exchange(attempt, request, max(0.0, min(request.timeout, (deadline - run.now_us()) / 1e6)))
            now = attempt.end
            if not attempt.expired:
                call.sent += attempt.sent
                call.received += attempt.received
                attempt.content = Content(attempt.chunks, attempt.headers, "")
                failure = attempt.failure or check_answer(attempt, until_status, until, max_size, self._mask)
                if failure is None:
                    call.end, call.head, call.status = now, attempt.head, attempt.status
                    return None
                last = f"{failure[1]}: {failure[2]}" if failure[0] == "check" else failure[1]
            if now < deadline:
                passed = -(-(now - call.start) // round(every * 1e6))
                due = call.start + max(passed, attempts) * round(every * 1e6)
                run.sleep_until(min(deadline, due))
                now = run.now_us()
            if now >= deadline:
                call.end = now
                return f"{attempts} {'request' if attempts == 1 else 'requests'}, the last: {last}"

    def _land(self, call, series, method, slower_than):
        """A call is over: it is recorded, and what comes next is due from now."""
        if call.expired:
            limit = format_duration(call.timeout)
            call.outcome = "timed-out"
            call.status = 0
            call.connect = call.tls = -1
            call.failure = ("timeout", f"timeout after {limit}", f"given up after {limit}, {WHERE[call.stage]}")
        elif call.failure is not None and call.outcome == "ok":
            call.outcome = "failed"
        if call.outcome != "ok":
            self._failed = True
        self._intended = max(self._intended, call.end)
        self._record(call, series, method, slower_than)

    def _record(self, call, series, method, slower_than):
        if call.failure is not None:
            kind, reason, sample = call.failure
            call.failure = (kind, self._run.mask(reason), cut_sample(self._mask(sample)))
        self._run.record(call, series, method)
        latency = call.end - call.intended
        if slower_than is not None and latency > slower_than * 1e6:
            slow = {"series": call.series, "atMs": round(call.intended / 1000), "latencyUs": latency}
            self._run.slow.remember(slow if call.trace is None else {**slow, "traceId": call.trace})

    def _come_back(self, call):
        """What was in flight is back, unless the run has ended over it."""
        if self._run.over:
            raise gevent.GreenletExit()
        self._flights.remove(call)

    def _capture(self, taken):
        for name, value in taken.items():
            self._values[name] = value
            self._captured[name] = texts_in(value)

    def _mask(self, text, also=()):
        """A text without secrets, cookies and what this user has captured."""
        values = [text_ for texts in self._captured.values() for text_ in texts]
        if self._jar is not None:
            values += [cookie[1] for cookie in self._jar.cookies]
        return self._run.mask(mask_text(text, [value for value in (*values, *also) if len(value) >= SHORTEST_CAPTURED]))

    def _draw_think(self, think):
        """A think time, µs."""
        kind = think[0]
        if kind == "uniform":
            return round((think[1] + (think[2] - think[1]) * self._random().random()) * 1e6)
        if kind == "exponential":
            return round(-think[1] * math.log(1 - self._random().random()) * 1e6)
        return round(think[1] * 1e6)

    # -- Waiting, and being what the load wants --

    def _sleep_until(self, due_us):
        """Sleeps until then, or until somebody nudges; None: until then alone. A flow that is to end does."""
        self._rest_until(due_us)
        if self._pool.stopping and self._flow is not None:
            raise EndOfFlow("interrupted")

    def _rest_until(self, due_us):
        hub = get_hub()
        waiter = self._nap = Waiter(hub)
        timer = None
        try:
            if due_us is not None:
                timer = hub.loop.timer(max(0.0, (due_us - self._run.now_us()) / 1e6))
                timer.start(waiter.switch, None)
            waiter.get()
        finally:
            self._nap = None
            if timer is not None:
                timer.stop()
                timer.close()

    def _nudge(self):
        """Wakes it if it rests: something has changed."""
        if self._nap is not None:
            waiter, self._nap = self._nap, None
            get_hub().loop.run_callback(waiter.switch, None)

    def _await_role(self):
        """Waits until somebody gives this user something to do."""
        self._role = Waiter(get_hub())
        return self._role.get()

    def _give_role(self, role):
        waiter, self._role = self._role, None
        get_hub().loop.run_callback(waiter.switch, role)

    def _live(self):
        """The one task that Locust knows of: whatever the load wants of this user, until Locust ends it."""
        run = RUN
        self._run = run
        while True:
            run.seats[self.profile].append(self)
            run.seat_taken.set()
            role = self._await_role()
            try:
                role(self)
            except EndOfFlow:
                pass
            except Exception as error:
                run.break_down(error)
                raise StopUser() from error
            finally:
                self._forget()

    def _forget(self):
        """As if it was new."""
        self._leave_sockets()
        for connections in self._connections.values():
            for connection in connections:
                connection.close()
        self._connections = {}
        self._values = {}
        self._captured = {}
        self._jar = None
        self._chance = None
        self._flights = []
        self._branches = ()
        self._step_starts = {}
        self._flow = None
        self._phase = 0
        self._intended = self._iteration_due = 0
        self._failed = self._waited = False
        self._unsent = self._waits_in = None
        self._ready = self._start_flow is None

    def _run_flow(self, flow, kind, phase, due_us):
        """Runs a flow to its end; answers how it ended."""
        self._phase = phase
        self._intended = self._iteration_due = due_us
        self._failed = self._waited = False
        self._unsent = None
        self._step_starts.clear()
        for socket in self._sockets.values():
            # What is received counts from a message of the same iteration: that of an earlier one may be minutes old.
            socket.sent_us = -1
        for name in self._per_iteration:
            self._values.pop(name, None)
        self._flow = kind
        outcome = None
        try:
            flow(self)
        except EndOfFlow as end:
            outcome = end.outcome
        if self._run.over:
            raise gevent.GreenletExit()
        self._flow = None
        if self._unsent is not None:
            outcome = "failed"
        return outcome or ("failed" if self._failed else "ok")

    def _run_start(self):
        """The profile's start; what it leaves unset shows when no flow can be chosen."""
        self._run_flow(type(self)._start_flow, "start", self._run.phases.current, self._run.now_us())
        self._ready = True

    def _run_iteration(self, phase, due_us):
        """One iteration of a flow, drawn by weight among those that have what they need; the caller has counted it as started."""
        run = self._run
        flows = self._flows
        if len(flows) > 1 or flows[0][2]:
            able = [flow for flow in flows if all(self._has(need) for need in flow[2])]
            flow = able[0] if len(able) == 1 else able[pick_weighted([flow[1] for flow in able], self._random().random())] if able else None
        else:
            flow = flows[0]
        if flow is None:
            run.recorder.count_iteration(phase, "failed")
            run.record_dropped(phase, flows[0][4], "dropped: no task has the captures and WebSockets that it needs")
            self._ready = self._start_flow is None
            self._waited = False
            return
        outcome = self._run_flow(flow[3], "iteration", phase, due_us)
        run.recorder.count_iteration(phase, outcome)

    def _has(self, need):
        return need[3:] in self._sockets if need.startswith("ws:") else self._values.get(need) is not None

    def _give_up(self, outcome, now_us):
        """The run ends: what is in flight is recorded as it stands."""
        was_in_flight = len(self._flights) > 0
        for call in self._flights:
            call.end, call.outcome, call.status = now_us, outcome, 0
            call.head = call.connect = call.tls = -1
            if outcome == "cut":
                call.failure = ("cut", "cut at the time box", call.cut_sample or f"still in flight when the time box ended, {WHERE[call.stage]}")
            self._run.record(call, None, call.method)
        self._flights = []
        if self._flow == "iteration":
            self._run.recorder.count_iteration(self._phase, outcome if was_in_flight else "interrupted")
        elif self._waits_in is not None:
            self._run.recorder.count_iteration(self._waits_in, "interrupted")
        self._flow = None
        self._leave_sockets()
        gevent.killall(self._branches, block=False)


def cut_sample(text):
    """A sample as long as reports show it."""
    return text if len(text) <= LONGEST_SAMPLE else f"{text[: LONGEST_SAMPLE - 1]}…"

# --- A virtual user: its waiting, and its life from iteration to iteration. ---

import gevent
from gevent import get_hub
from gevent.hub import Waiter
from locust import User
from locust.exception import StopUser


class GateUser(UserValues, UserSamples, FlowSteps, RequestSteps, SocketSteps, User):
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

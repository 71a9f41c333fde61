# --- From the start of a call to its place in the books, without what must not be shown. ---

import gevent


class UserSamples:
    """Calls begin, come back and land: each is recorded once."""

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

    def _fail_unsent(self, series, failure):
        """A step that could not even be sent is a failure of its series that took no time, and the end of the flow."""
        now = self._run.now_us()
        call = Call(self._run.series[series], "", self._run.phases.current, now, now, 0)
        call.end, call.outcome, call.failure = now, "failed", failure
        self._run.requests_started += 1
        self._failed = True
        self._record(call, series, "", None)
        raise EndOfFlow()

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

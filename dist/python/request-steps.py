# --- The steps of flows that make requests, and the polls of them. ---

from gevent import Timeout

ANY_2XX = ((200, 299),)


class RequestSteps:
    """Requests over the connections of a user, checked."""

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

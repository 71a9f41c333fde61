# --- WebSockets of users: one greenlet reads each connection. ---

import base64
import hashlib
import os
from json import dumps

import gevent
from gevent import Timeout, get_hub
from gevent.event import Event
from gevent.hub import Waiter

ACCEPT_GUID = b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
MOST_PENDING = 64
SENDS_IN_A_ROW = 64
LINGER_S = 2.0
NORMAL_CLOSURE = 1000


class Socket:
    """One WebSocket of one user, from connecting over ready, with a heartbeat, to its end, whoever ends it."""

    def __init__(self, user, name, series, timeout):
        self.user = user
        self.run = user._run
        self.name = name
        self.series = series
        self.timeout = timeout
        self.state = "connecting"
        self.connection = None
        self.reader = self.heart = None
        self.parser = FrameParser(self)
        self.ready = None
        self.inbox = None
        self.capturable = {}
        self.waiting = None
        self.opened_us = 0
        self.sent_due = self.sent_us = -1
        self.pings = 0
        self.pongs = 0
        self.pong = None
        self.is_writing = False
        self.pending = []

    # -- What comes --

    def listen(self, rest):
        """Reads what comes from now on."""
        self.reader = gevent.spawn(self._read, rest)

    def _read(self, rest):
        sock = self.connection.sock
        broken = None
        try:
            if rest:
                self.parser.execute(rest)
            while True:
                data = sock.recv(READ_BYTES)
                if not data:
                    break
                self.parser.execute(data)
        except FrameInvalid as error:
            self._end_by_other(("protocol", f"protocol {error.code}", str(error)))
            self._say_goodbye(error.close_code)
            return
        except OSError as error:
            broken = error
        except Exception as error:
            self.run.break_down(error)
            return
        sample = "closed without a close frame" if broken is None else f"the connection broke: {code_of(broken)}"
        self._end_by_other(("ws-close", "closed 1006", sample))
        self.connection.close()

    def on_message(self, text, size):
        """A whole message."""
        run = self.run
        if self.state == "over":
            return
        now = run.now_us()
        phase = run.phases.current
        run.recorder.count_message(self.series, phase, "messagesIn", now, size)
        if self.waiting is None and self.inbox is None and self.state == "open":
            run.recorder.count_message(self.series, phase, "unmatched", now)
            return
        message = Message(text, now, phase)
        match = self.ready if self.state == "connecting" else self.waiting[0] if self.waiting else None
        if match is not None and self.waiting is not None and message.is_like(match):
            # At once: the next message may be in the same piece.
            if self.inbox is not None and self.state == "open":
                self.inbox.note_received(match, self.waiting[2])
            self._wake(message)
        elif self.inbox is not None:
            self.inbox.put(message)
        else:
            run.recorder.count_message(self.series, phase, "unmatched", now)

    def on_ping(self, payload):
        """Answered at once, unless the server does not read what it is sent."""
        if self.state != "over" and len(self.pending) < MOST_PENDING:
            self.write(frame_of(PONG_FRAME, payload))

    def on_pong(self):
        """The other side is there."""
        if self.pong is not None:
            self.pong.set()

    def on_close(self, code, reason):
        """The server ends it."""
        words = f": {dumps(reason, ensure_ascii=False)}" if reason else ""
        self._end_by_other(("ws-close", f"closed {code}", f"the server closed with {code}{words}"))
        self._say_goodbye(None if code == NO_CODE else code)

    # -- What goes --

    def write(self, data):
        """Sends a frame, after those that are on their way; raises what the system raises."""
        if self.connection.sock is None:
            return
        if self.is_writing:
            self.pending.append(data)
            return
        self.is_writing = True
        try:
            self.connection.sock.sendall(data)
            while self.pending and self.connection.sock is not None:
                self.connection.sock.sendall(self.pending.pop(0))
        finally:
            self.is_writing = False

    def beat(self, seconds):
        """Pings that often; a pong that is missing ends the connection."""
        due = self.opened_us
        while self.state == "open":
            due = max(self.run.now_us(), due + round(seconds * 1e6))
            self.run.sleep_until(due)
            self.pong = Event()
            try:
                self.write(frame_of(PING_FRAME, b""))
            except OSError:
                return
            if not self.pong.wait(self.timeout):
                limit = format_duration(self.timeout)
                self._end_by_other(("ws-close", "closed: no pong", f"no pong came within {limit} of a ping"))
                self.destroy()

    def _say_goodbye(self, code):
        """A close frame; then the server is to end the connection first, so that the port is free again at once."""
        gevent.spawn(self._linger, frame_of(CLOSE_FRAME, b"" if code is None else code.to_bytes(2, "big")))

    def _linger(self, frame):
        try:
            with Timeout(LINGER_S, False):
                self.write(frame)
                self.reader.join()
        except OSError:
            pass
        self.destroy()

    # -- Its life --

    def become_ready(self, now_us, heartbeat):
        """It is open, and counts from now."""
        self.state = "open"
        self.opened_us = now_us
        self.run.recorder.socket_opened(self.series, self.run.phases.current, now_us)
        if heartbeat is not None:
            self.heart = gevent.spawn(self.beat, heartbeat)

    def await_match(self, match, seconds, series=None):
        """Waits for such a message; answers it, a failure (a tuple) when the connection ends, or None when it does not come in time."""
        hub = get_hub()
        waiter = Waiter(hub)
        timer = hub.loop.timer(max(0.0, seconds))
        self.waiting = (match, waiter, series)
        timer.start(waiter.switch, None)
        try:
            return waiter.get()
        finally:
            self.waiting = None
            timer.stop()
            timer.close()

    def leave(self):
        """The user ends it."""
        if self.state == "open":
            self._end(None)
            self._say_goodbye(NORMAL_CLOSURE)
        else:
            self._forget()
            self.destroy()

    def drop(self, failure):
        """It is of no use any more."""
        self._end_by_other(failure)
        self.destroy()

    def destroy(self):
        """Ends at once whatever is still there."""
        for greenlet in (self.reader, self.heart):
            if greenlet is not None and greenlet is not gevent.getcurrent():
                greenlet.kill(block=False)
        if self.connection is not None:
            self.connection.close()

    def _end_by_other(self, failure):
        """The other side has ended it, or has fallen silent: who waits for it need not wait any longer."""
        if self.state == "open":
            self._end(failure)
            if self.waiting is not None:
                self._wake(failure)
            else:
                self.user._nudge()
        elif self.state == "connecting":
            self._forget()
            if self.waiting is not None:
                self._wake(failure)

    def _end(self, failure):
        run = self.run
        now = run.now_us()
        drop = None
        if failure is not None:
            kind, reason, sample = failure
            drop = (kind, run.mask(reason), cut_sample(self.user._mask(sample)))
        phase = run.phases.current if drop is None else run.phases.charged
        run.recorder.socket_ended(self.series, phase, now, now - self.opened_us, drop)
        self._forget()

    def _forget(self):
        self.state = "over"
        if self.inbox is not None:
            self.inbox.close()
        if self.user._sockets.get(self.name) is self:
            del self.user._sockets[self.name]

    def _wake(self, value):
        waiter = self.waiting[1]
        self.waiting = None
        get_hub().loop.run_callback(waiter.switch, value)


class SocketSteps:
    """The WebSocket steps of a flow. What a step cannot do because its connection is gone ends the iteration, as a variable does that is not set."""

    def ws(
        self, series, url, *, as_="ws", subprotocol=None, timeout=10.0, ready=None, capture=None, heartbeat=None, keep=True, slower_than=None, **request
    ):
        """Opens a WebSocket: connected once the handshake is done, or once such a message came."""
        self._enter(series)
        key = base64.b64encode(os.urandom(16))
        prepared = self._prepare(series, "GET", url, {**request, "timeout": timeout, "upgrade": (key, subprotocol)}, False, None)
        if prepared is None:
            raise EndOfFlow()
        self._close(as_)
        call = self._begin(series, "WS", timeout)
        call.trace = prepared.trace
        call.cut_sample = "still connecting when the time box ended"
        socket = Socket(self, as_, call.series, timeout)
        socket.ready = ready
        socket.capturable = capture or {}
        if keep:
            socket.inbox = Inbox(call.series, self._count_message)
        self._flights.append(call)
        self._sockets[as_] = socket
        self._wanted.add(as_)
        message = self._connect(call, prepared, socket, key, subprotocol)
        self._come_back(call)
        if call.failure is None and not call.expired and message is not None and capture:
            taken = take_captures(message.content, capture, self._random)
            if isinstance(taken, tuple):
                call.failure = taken
            else:
                self._capture(taken)
        is_open = call.failure is None and not call.expired
        if is_open:
            socket.become_ready(call.end, heartbeat)
        else:
            socket._forget()
            socket.destroy()
        self._land(call, series, "WS", slower_than)
        if not is_open:
            raise EndOfFlow()

    def send(self, on, *, json=NOTHING, text=None, size=None):
        """Sends a message; waits when the target does not take it."""
        socket = self._open_socket(on)
        self._enter(self._run.plan["series"][socket.series]["name"])
        run = self._run
        opcode = BINARY_FRAME if size is not None else TEXT_FRAME
        payload = b"".join(shared_bytes(size)) if size is not None else utf8(text if json is NOTHING else json_text(json))
        now = run.now_us()
        socket.sent_due = min(self._intended, now)
        socket.sent_us = now
        run.recorder.count_message(socket.series, run.phases.current, "messagesOut", now, len(payload))
        timer = Timeout.start_new(socket.timeout)
        try:
            socket.write(frame_of(opcode, payload))
        except Timeout as expired:
            if expired is not timer:
                raise
            limit = format_duration(socket.timeout)
            sample = f"the other side reads too little: what was sent to it was not taken within {limit}"
            socket.drop(("timeout", f"timeout: messages not taken within {limit}", sample))
            raise EndOfFlow("failed") from None
        except OSError:
            # Whoever reads the connection says how it ended.
            pass
        finally:
            timer.close()
        self._sends += 1
        if self._sends % SENDS_IN_A_ROW == 0:
            self._sleep_until(run.now_us() + 1000)
            self._waited = True

    def receive(self, series, *, match, on="ws", within=2.0, since=None, capture=None, shown="such", slower_than=None):
        """Waits for a message unless it has come already; its latency counts from what it is the effect of."""
        socket = self._open_socket(on)
        self._enter(series)
        run = self._run
        now = run.now_us()
        start = self._step_start(since)
        if start is None:
            start = (socket.sent_due, socket.sent_us) if socket.sent_us >= 0 else (min(self._intended, now), now)
        run.requests_started += 1
        call = Call(run.series[series], "RECEIVE", run.phases.current, start[0], start[1], within)
        call.cut_sample = "still waiting for a message when the time box ended"
        socket.capturable = {**socket.capturable, **(capture or {})}
        self._waited = True
        found = socket.inbox.take(match, start[1], since is not None) if socket.inbox is not None else None
        if found is not None:
            socket.inbox.note_received(match, call.series)
        else:
            self._flights.append(call)
            found = socket.await_match(match, within, call.series)
            self._come_back(call)
        self._settle(call, socket, found, match, capture, shown)
        ends = isinstance(found, tuple) or (call.failure is not None and bool(capture))
        self._land(call, series, "RECEIVE", slower_than)
        self._intended = max(self._intended, run.now_us())
        if ends:
            raise EndOfFlow()

    def hold(self, seconds):
        """Keeps all connections of the user open."""
        self._enter(None)
        for name in self._wanted or ("ws",):
            self._open_socket(name)
        run = self._run
        self._intended = max(run.now_us(), self._intended + round(seconds * 1e6))
        self._waited = True
        while run.now_us() < self._intended:
            self._sleep_until(self._intended)
            if not self._sockets:
                raise EndOfFlow("failed")
        run.note_lag(self._phase, run.now_us() - self._intended)

    def close(self, on):
        """Closes a connection; one that is over already needs no closing."""
        self._enter(None)
        self._close(on)

    def _close(self, on):
        self._wanted.discard(on)
        socket = self._sockets.get(on)
        if socket is not None:
            socket.leave()

    # -- How the steps are made --

    def _open_socket(self, name):
        socket = self._sockets.get(name)
        if socket is None or socket.state != "open":
            raise MissingVariable("the connection")
        return socket

    def _connect(self, call, request, socket, key, subprotocol):
        """The way to the target, the handshake, and the message that makes it ready; whatever goes wrong stands in the call."""
        run = self._run
        connection = socket.connection = Connection(request.origin)
        deadline = call.start + round(call.timeout * 1e6)
        timer = Timeout.start_new(call.timeout)
        message = None
        try:
            connection.open(call, run.net)
            call.stage = "sent"
            connection.sock.sendall(request.head)
            reader = AnswerReader(connection, call, run.net)
            call.status = 100
            while call.status < 200 and call.status != 101:
                is_11, call.status, headers = reader._read_head()
            call.head = run.now_us()
            call.stage = "body"
            if call.status != 101:
                call.failure = ("status", f"status {call.status}", f"the handshake was answered {call.status}")
            else:
                check_handshake(is_11, headers, key, subprotocol)
                if request.cookies and "set-cookie" in headers:
                    self._store_cookies(request, headers["set-cookie"])
        except Timeout as expired:
            if expired is not timer:
                raise
            call.expired = True
            call.status = 0
        except (OSError, AnswerInvalid, ConnectionClosed, FrameInvalid) as error:
            call.failure = classify(error, call.stage)
            call.status = call.status if call.stage == "body" else 0
        finally:
            timer.close()
        call.end = run.now_us()
        self._waited = True
        if call.failure is None and not call.expired:
            rest, connection.buffer = connection.buffer, b""
            socket.listen(rest)
            if socket.ready is not None:
                message = socket.await_match(socket.ready, (deadline - run.now_us()) / 1e6)
                call.end = run.now_us()
                call.expired = message is None
                if isinstance(message, tuple):
                    call.failure = message
                elif message is not None:
                    call.end = message.arrived
        if call.expired:
            call.stage = "ready" if call.status == 101 else "connect"
        return message

    def _settle(self, call, socket, found, match, capture, shown):
        """What a receive has come to."""
        run = self._run
        if isinstance(found, tuple):
            call.end, call.failure = run.now_us(), found
        elif found is None:
            call.end = run.now_us()
            call.outcome = "timed-out"
            limit = format_duration(call.timeout)
            newest = "no other message waits"
            if socket.inbox is not None:
                socket.inbox.note_expired(match, call.series)
                if socket.inbox.kept:
                    content = socket.inbox.kept[-1][0].content
                    text = self._mask(content.text(), capturable(content, socket.capturable))
                    newest = f"the newest that nobody has received: {text}"
            call.failure = ("timeout", f"timeout: no such message within {limit}", f"no message like {shown} within {limit}; {newest}")
        else:
            call.end = max(found.arrived, call.start)
            if capture:
                taken = take_captures(found.content, capture, self._random)
                if isinstance(taken, tuple):
                    call.failure = taken
                else:
                    self._capture(taken)

    def _count_message(self, series, what, message):
        """Messages that an inbox lets go belong to the phase in which they came."""
        self._run.recorder.count_message(series, message.phase, what, self._run.now_us())

    def _leave_sockets(self):
        for socket in list(self._sockets.values()):
            socket.leave()
        self._sockets = {}
        self._wanted = set()
        self._sends = 0


def check_handshake(is_11, headers, key, subprotocol):
    """FrameInvalid for what is no answer to this request."""
    if not is_11:
        raise FrameInvalid("WRONG_UPGRADE", "the server changed the protocol in HTTP/1.0")
    if "websocket" not in listed(headers.get("upgrade")) or "upgrade" not in listed(headers.get("connection")):
        raise FrameInvalid("WRONG_UPGRADE", "the server changed to something else than WebSocket")
    if headers.get("sec-websocket-accept") != base64.b64encode(hashlib.sha1(key + ACCEPT_GUID).digest()).decode():
        raise FrameInvalid("WRONG_ACCEPT", "the sec-websocket-accept of the answer does not belong to the request")
    named = headers.get("sec-websocket-protocol")
    if named is not None and named != subprotocol:
        raise FrameInvalid("WRONG_SUBPROTOCOL", "the server chose a subprotocol that was not asked for")
    if named is None and subprotocol is not None:
        raise FrameInvalid("WRONG_SUBPROTOCOL", "the server does not agree to the subprotocol")
    if "sec-websocket-extensions" in headers:
        raise FrameInvalid("WRONG_EXTENSION", "the server wants an extension that was not asked for")

# --- The WebSocket steps of flows. ---

import base64
import hashlib
import os

from gevent import Timeout

ACCEPT_GUID = b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
SENDS_IN_A_ROW = 64


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

# --- WebSockets (RFC 6455): one greenlet reads each connection; what comes early waits, bounded, for the step that receives it. ---

import base64
import hashlib
import os
from json import dumps

import gevent
from gevent import Timeout, get_hub
from gevent.hub import Waiter

ACCEPT_GUID = b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
LONGEST_MESSAGE = 16 * 1_048_576
MOST_MESSAGES = 64
MOST_CHARS = 65_536
MOST_REMEMBERED = 64
MOST_PENDING = 64
SENDS_IN_A_ROW = 64
LINGER_S = 2.0
NORMAL_CLOSURE = 1000
NO_CODE = 1005
TEXT_FRAME, BINARY_FRAME, CLOSE_FRAME, PING_FRAME, PONG_FRAME = 0x1, 0x2, 0x8, 0x9, 0xA


class FrameInvalid(Exception):
    """What came is no WebSocket; code groups, close_code answers it."""

    def __init__(self, code, message, close_code=1002):
        super().__init__(message)
        self.code = code
        self.close_code = close_code


def frame_of(opcode, payload):
    """A whole frame of a client, masked."""
    size = len(payload)
    if size < 126:
        head = bytes((0x80 | opcode, 0x80 | size))
    elif size < 65_536:
        head = bytes((0x80 | opcode, 0x80 | 126)) + size.to_bytes(2, "big")
    else:
        head = bytes((0x80 | opcode, 0x80 | 127)) + size.to_bytes(8, "big")
    mask = os.urandom(4)
    repeated = int.from_bytes((mask * (size // 4 + 1))[:size], "big")
    return b"".join((head, mask, (int.from_bytes(payload, "big") ^ repeated).to_bytes(size, "big")))


class FrameParser:
    """Reads the frames of a server as they come in pieces, strictly, and tells its sink of messages, pings, pongs and the close."""

    __slots__ = ("is_over", "opcode", "parts", "rest", "sink", "size")

    def __init__(self, sink):
        self.sink = sink
        self.rest = b""
        self.opcode = 0
        self.parts = []
        self.size = 0
        self.is_over = False

    def execute(self, data):
        """Takes in what came."""
        data = self.rest + data if self.rest else data
        at = 0
        while not self.is_over:
            end = self._read_frame(data, at)
            if end < 0:
                break
            at = end
        self.rest = data[at:]

    def _read_frame(self, data, at):
        """Where the next frame begins; -1: this one is not complete."""
        if len(data) < at + 2:
            return -1
        first, second = data[at], data[at + 1]
        opcode = first & 0x0F
        self._check_head(first, second, opcode)
        begin = at + (2 if second < 126 else 4 if second == 126 else 10)
        if len(data) < begin:
            return -1
        size = second
        if second >= 126:
            size = int.from_bytes(data[at + 2 : begin], "big")
            if size <= (125 if second == 126 else 65_535) or size >= 2**63:
                raise FrameInvalid("INVALID_LENGTH", "a frame has its length written in a way that is not allowed")
        if opcode < CLOSE_FRAME and self.size + size > LONGEST_MESSAGE:
            raise FrameInvalid("MESSAGE_TOO_BIG", f"a message has more than {LONGEST_MESSAGE} bytes", 1009)
        end = begin + size
        if len(data) < end:
            return -1
        payload = data[begin:end]
        if opcode == CLOSE_FRAME:
            self._close(payload)
        elif opcode == PING_FRAME:
            self.sink.on_ping(payload)
        elif opcode == PONG_FRAME:
            self.sink.on_pong()
        else:
            self._take(opcode, payload, first >= 0x80)
        return end

    def _check_head(self, first, second, opcode):
        if opcode > PONG_FRAME or BINARY_FRAME < opcode < CLOSE_FRAME:
            raise FrameInvalid("UNKNOWN_OPCODE", "a frame has an opcode that is not defined")
        if first & 0x70:
            raise FrameInvalid("RESERVED_BITS", "a frame has reserved bits set")
        if second >= 0x80:
            raise FrameInvalid("MASKED_FRAME", "the server sent a masked frame")
        if opcode >= CLOSE_FRAME:
            if first < 0x80:
                raise FrameInvalid("CONTROL_FRAME", "a control frame is fragmented")
            if second > 125:
                raise FrameInvalid("CONTROL_FRAME", "a control frame has more than 125 bytes")
        elif opcode == 0 and self.opcode == 0:
            raise FrameInvalid("FRAGMENT", "a message goes on that never began")
        elif opcode != 0 and self.opcode != 0:
            raise FrameInvalid("FRAGMENT", "a message begins before the last one is complete")

    def _take(self, opcode, payload, is_final):
        self.opcode = opcode or self.opcode
        self.parts.append(payload)
        self.size += len(payload)
        if not is_final:
            return
        whole = payload if len(self.parts) == 1 else b"".join(self.parts)
        is_text = self.opcode == TEXT_FRAME
        self.opcode, self.parts, self.size = 0, [], 0
        try:
            text = whole.decode("utf-8", "strict" if is_text else "replace")
        except UnicodeDecodeError:
            raise FrameInvalid("INVALID_UTF8", "a text message is not valid UTF-8", 1007) from None
        self.sink.on_message(text, len(whole))

    def _close(self, payload):
        code = int.from_bytes(payload[:2], "big") if len(payload) >= 2 else NO_CODE
        may_be_sent = (1000 <= code <= 1014 and code not in (1004, 1005, 1006)) or 3000 <= code <= 4999
        if len(payload) == 1 or (len(payload) >= 2 and not may_be_sent):
            raise FrameInvalid("INVALID_CLOSE", "a close frame has a code that may not be sent")
        try:
            reason = payload[2:].decode()
        except UnicodeDecodeError:
            raise FrameInvalid("INVALID_UTF8", "the reason of a close frame is not valid UTF-8", 1007) from None
        self.is_over = True
        self.sink.on_close(code, reason)


class Message:
    """A message that came: what it holds, when, and in which phase."""

    __slots__ = ("arrived", "content", "phase")

    def __init__(self, text, arrived, phase):
        self.content = Content(text, {}, f"the message of {len(text)} characters")
        self.arrived = arrived
        self.phase = phase

    def is_like(self, match):
        """Whether it is as wanted: ("json", value), ("text", text) or ("regex", source, flags)."""
        if match[0] == "text":
            return self.content.text() == match[1]
        if match[0] == "regex":
            return regex_of(match[1], match[2]).search(self.content.text()) is not None
        document = self.content.json()
        try:
            return document is not MISSING and holds_pattern(document, match[1])
        except RecursionError:
            return False


class Inbox:
    """Where messages wait that came before the step that receives them. Bounded: the oldest give way."""

    __slots__ = ("chars", "count", "expired", "kept", "received", "series")

    def __init__(self, series, count):
        self.series = series
        self.count = count
        self.kept = []
        self.chars = 0
        self.received = []
        self.expired = []

    def put(self, message):
        """A message that no step waits for."""
        for place, (match, series) in enumerate(self.expired):
            if message.is_like(match):
                del self.expired[place]
                self.note_received(match, series)
                self.count(series, "late", message)
                return
        twin = next((series for match, series in self.received if message.is_like(match)), None)
        self.kept.append((message, twin))
        self.chars += len(message.content.text())
        while len(self.kept) > MOST_MESSAGES or (self.chars > MOST_CHARS and len(self.kept) > 1):
            self._let_go(self.kept.pop(0))

    def take(self, match, since_us, is_strict):
        """
        Takes out the oldest message that fits; None: none has come yet. What came before since_us cannot be the effect of what it is
        awaited for; where that is only supposed, one that was never received before may have been sent by itself, as a greeting is.
        """
        for place, (message, twin) in enumerate(self.kept):
            if (message.arrived >= since_us or (not is_strict and twin is None)) and message.is_like(match):
                del self.kept[place]
                self.chars -= len(message.content.text())
                return message
        return None

    def note_received(self, match, series):
        """A step has received what it wanted: more of the same are duplicates."""
        if not self.received or self.received[-1][0] != match:
            self.received.append((match, series))
            del self.received[:-MOST_REMEMBERED]

    def note_expired(self, match, series):
        """A step has waited in vain: what still comes is late."""
        self.expired.append((match, series))
        del self.expired[:-MOST_REMEMBERED]

    def close(self):
        """Counts what is left; the connection is over."""
        while self.kept:
            self._let_go(self.kept.pop(0))

    def _let_go(self, kept):
        message, twin = kept
        self.chars -= len(message.content.text())
        self.count(self.series if twin is None else twin, "unmatched" if twin is None else "duplicates", message)


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
            self.pong = gevent.event.Event()
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
        self.close(as_)
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

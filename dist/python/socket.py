# --- A WebSocket of a user: one greenlet reads it, from connecting to its end. ---

from json import dumps

import gevent
from gevent import Timeout, get_hub
from gevent.event import Event
from gevent.hub import Waiter

MOST_PENDING = 64
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

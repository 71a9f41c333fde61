# --- WebSocket frames and messages (RFC 6455); what comes early waits, bounded, for the step that receives it. ---

import os

LONGEST_MESSAGE = 16 * 1_048_576
MOST_MESSAGES = 64
MOST_CHARS = 65_536
MOST_REMEMBERED = 64
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

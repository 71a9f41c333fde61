# --- Reading answers of HTTP/1.1. ---

import re

READ_BYTES = 65_536
LONGEST_HEAD = 16_384
HEAD = re.compile(
    rb"HTTP/1\.([01]) ([1-9]\d\d)(?: [\t\x20-\x7e\x80-\xff]*)?"
    rb"((?:\r\n[!#$%&'*+\-.^_`|~0-9A-Za-z]+:[\t\x20-\x7e\x80-\xff]*)*)"
)
STATUS_LINE = re.compile(rb"HTTP/1\.[01] [1-9]\d\d(?:$| [\t\x20-\x7e\x80-\xff]*$)")
LENGTH = re.compile(r"\d{1,15}")
CHUNK_SIZE = re.compile(rb"([0-9a-fA-F]{1,13})[\t ]*(?:;[\t\x20-\x7e\x80-\xff]*)?")


class AnswerReader:
    """Reads one answer of HTTP/1.1 (RFC 9112), strictly: what is not exactly right is an AnswerInvalid."""

    __slots__ = ("call", "connection", "net", "reusable")

    def __init__(self, connection, call, net):
        self.connection = connection
        self.call = call
        self.net = net
        self.reusable = False

    def read(self):
        """Up to the end of the body."""
        status = 100
        while status < 200:
            is_11, status, headers = self._read_head()
            if status == 101:
                raise AnswerInvalid("UNEXPECTED_UPGRADE", "the server changed the protocol unasked")
        call = self.call
        call.head = self.net.now_us()
        call.stage = "body"
        call.status = status
        call.headers = headers
        connection = listed(headers.get("connection"))
        self.reusable = "close" not in connection if is_11 else "keep-alive" in connection
        coding = headers.get("transfer-encoding")
        length = length_of(headers.get("content-length"))
        if coding is not None and length is not None:
            raise AnswerInvalid("INVALID_LENGTH", "content-length and transfer-encoding exclude each other")
        if call.method == "HEAD" or status in (204, 304):
            if call.method != "HEAD" and (coding is not None or length):
                self.reusable = False
        elif coding is not None:
            if listed(coding)[-1:] == ["chunked"]:
                self._read_chunks()
            else:
                self._read_to_end()
        elif length is not None:
            self._read_length(length)
        else:
            self._read_to_end()

    def _more(self):
        """Reads on; False: the other side has ended."""
        data = self.connection.sock.recv(READ_BYTES)
        self.connection.buffer = self.connection.buffer + data if self.connection.buffer else data
        return len(data) > 0

    def _read_head(self):
        connection = self.connection
        while True:
            end = connection.buffer.find(b"\r\n\r\n")
            if 0 <= end <= LONGEST_HEAD:
                break
            self._check_begin(connection.buffer)
            if not self._more():
                raise ConnectionClosed("other side closed")
        head = connection.buffer[:end]
        connection.buffer = connection.buffer[end + 4 :]
        match = HEAD.fullmatch(head)
        if match is None:
            if STATUS_LINE.match(head.partition(b"\r\n")[0]) is None:
                raise AnswerInvalid("INVALID_STATUS_LINE", "the answer does not begin with a status line of HTTP/1")
            raise AnswerInvalid("INVALID_HEADER", "a header of the answer is malformed")
        headers = {}
        for line in match[3].decode("latin-1").split("\r\n")[1:]:
            name, _, value = line.partition(":")
            name = name.lower()
            value = value.strip(" \t")
            known = headers.get(name)
            if known is None:
                headers[name] = value
            elif isinstance(known, list):
                known.append(value)
            else:
                headers[name] = [known, value]
        return match[1] == b"1", int(match[2]), headers

    @staticmethod
    def _check_begin(data):
        if not b"HTTP/1.".startswith(data[:7]):
            raise AnswerInvalid("INVALID_STATUS_LINE", "the answer does not begin with HTTP/1")
        if len(data) > LONGEST_HEAD:
            raise AnswerInvalid("HEADERS_OVERFLOW", f"the head has more than {LONGEST_HEAD} bytes")
        if b"\n\n" in data:
            raise AnswerInvalid("INVALID_LINE_BREAK", "lines of the head end without a CR")

    def _keep(self, data):
        call = self.call
        call.received += len(data)
        if call.keep and call.received <= call.most_kept:
            call.chunks.append(data)

    def _read_length(self, left):
        connection = self.connection
        while left > 0:
            if not connection.buffer and not self._more():
                raise ConnectionClosed("other side closed")
            data = connection.buffer[:left]
            connection.buffer = connection.buffer[left:]
            left -= len(data)
            self._keep(data)

    def _read_to_end(self):
        self.reusable = False
        while True:
            if self.connection.buffer:
                self._keep(self.connection.buffer)
                self.connection.buffer = b""
            if not self._more():
                return

    def _read_chunks(self):
        while True:
            match = CHUNK_SIZE.fullmatch(self._read_line("INVALID_CHUNK", "the line of a chunk does not end"))
            if match is None:
                raise AnswerInvalid("INVALID_CHUNK", "the size of a chunk is not a hexadecimal number")
            size = int(match[1], 16)
            if size == 0:
                break
            self._read_length(size)
            if self._read_line("INVALID_CHUNK", "a chunk does not end where it should") != b"":
                raise AnswerInvalid("INVALID_CHUNK", "a chunk does not end where it should")
        left = LONGEST_HEAD
        while left > 0:
            line = self._read_line("HEADERS_OVERFLOW", "the trailers do not end")
            if line == b"":
                return
            left -= len(line)
        raise AnswerInvalid("HEADERS_OVERFLOW", f"the trailers have more than {LONGEST_HEAD} bytes")

    def _read_line(self, code, message):
        connection = self.connection
        while True:
            end = connection.buffer.find(b"\r\n")
            if end >= 0:
                line = connection.buffer[:end]
                connection.buffer = connection.buffer[end + 2 :]
                return line
            if len(connection.buffer) > LONGEST_HEAD:
                raise AnswerInvalid(code, message)
            if not self._more():
                raise ConnectionClosed("other side closed")


def listed(value):
    """The tokens of a header, in lower case."""
    if value is None:
        return []
    text = value if isinstance(value, str) else ",".join(value)
    return [token.strip() for token in text.lower().split(",")]


def length_of(value):
    """A content-length; None: there is none. Several equal ones are one."""
    if value is None:
        return None
    values = [value] if isinstance(value, str) else value
    if len(set(values)) > 1 or LENGTH.fullmatch(values[0]) is None:
        raise AnswerInvalid("INVALID_LENGTH", "content-length is not one whole number")
    return int(values[0])

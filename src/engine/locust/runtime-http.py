# --- HTTP/1.1 over gevent's sockets: one request at a time on a connection, timed apart: connect, TLS, head, body. ---

import errno
import ipaddress
import os
import re
import ssl
import time
from email.utils import parsedate_to_datetime
from functools import lru_cache
from urllib.parse import quote, quote_plus, urlsplit

from gevent import socket
from gevent.ssl import SSLContext

KEEP_ALIVE_S = 60.0
READ_BYTES = 65_536
MOST_KEPT_BYTES = 16_777_216
LONGEST_HEAD = 16_384
MOST_COOKIES = 100
ADDRESSES_KEPT_S = 30.0
PIECE_BYTES = 1_048_576
BOUNDARY = "----load-gate-4f1c0b7e9a2d83c65b"

TOKEN = re.compile(r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+")
NOT_IN_PATH = re.compile(r"[^\x21-\xff]")
NOT_IN_VALUE = re.compile(r"[^\t\x20-\x7e\x80-\xff]")
ILLEGAL_IN_TARGET = re.compile(r"[^\x21-\x7e]|[\"<>\\^`{|}#]")
SURROGATE = re.compile(r"[\ud800-\udfff]")
HEAD = re.compile(
    rb"HTTP/1\.([01]) ([1-9]\d\d)(?: [\t\x20-\x7e\x80-\xff]*)?"
    rb"((?:\r\n[!#$%&'*+\-.^_`|~0-9A-Za-z]+:[\t\x20-\x7e\x80-\xff]*)*)"
)
STATUS_LINE = re.compile(rb"HTTP/1\.[01] [1-9]\d\d(?:$| [\t\x20-\x7e\x80-\xff]*$)")
LENGTH = re.compile(r"\d{1,15}")
CHUNK_SIZE = re.compile(rb"([0-9a-fA-F]{1,13})[\t ]*(?:;[\t\x20-\x7e\x80-\xff]*)?")
KEEP_ALIVE_HINT = re.compile(r"(?:^|[,;\s])timeout=(\d{1,9})", re.I)
RESET_CODES = {"ECONNRESET", "EPIPE", "ECONNABORTED", "ETIMEDOUT", "EHOSTUNREACH", "ENETUNREACH", "ENETDOWN"}
WHERE = {
    "connect": "while it connected",
    "tls": "during the TLS handshake",
    "sent": "while it waited for an answer",
    "body": "while the body came",
    "ready": "while it waited for the message that makes it ready",
}
# What OpenSSL finds wrong with a certificate, by the names that Node has for it.
VERIFY_CODES = {
    10: "CERT_HAS_EXPIRED",
    18: "DEPTH_ZERO_SELF_SIGNED_CERT",
    19: "SELF_SIGNED_CERT_IN_CHAIN",
    20: "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
    21: "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
    62: "ERR_TLS_CERT_ALTNAME_INVALID",
    64: "ERR_TLS_CERT_ALTNAME_INVALID",
}


class RequestInvalid(Exception):
    """A request that may not be put on the wire: nothing can be said about the target."""


class AnswerInvalid(Exception):
    """What came is no HTTP/1.1; code groups, the message holds nothing that the server sent."""

    def __init__(self, code, message):
        super().__init__(message)
        self.code = code


class ConnectionClosed(Exception):
    """The other side ended where it should not."""


class HostRefused(Exception):
    """A URL that the scenario made from variables leads where no load may go."""

    def __init__(self, host):
        super().__init__(f"{host} is not an allowed host; add it to allowed_hosts if it is yours")


def utf8(text):
    """The bytes of a text; half a surrogate pair, which JSON may hold, has none and goes as U+FFFD."""
    try:
        return text.encode()
    except UnicodeEncodeError:
        return SURROGATE.sub("\ufffd", text).encode()


def escape_target(target):
    """Percent-encodes what may not stand in a request target and leaves everything else, % included, as it is."""
    if ILLEGAL_IN_TARGET.search(target) is None:
        return target
    return ILLEGAL_IN_TARGET.sub(lambda match: quote(utf8(match[0]), safe=""), target)


def encode_field(text):
    """A name or value of a query."""
    return quote(utf8(text), safe="!~*'()")


def encode_form(fields):
    """The body of an HTML form."""
    return b"&".join(b"=".join(quote_plus(utf8(text), safe="*").replace("~", "%7E").encode() for text in field) for field in fields)


@lru_cache(maxsize=4096)
def header_line(name, value):
    """A line of the head; RequestInvalid for what would break out of it and for what is the connection's own affair."""
    if TOKEN.fullmatch(name) is None:
        raise RequestInvalid("invalid header key")
    if NOT_IN_VALUE.search(value) is not None or name.lower() in ("transfer-encoding", "keep-alive", "upgrade", "expect"):
        raise RequestInvalid(f"invalid {name} header")
    return f"{name}: {value}\r\n"


def shared_bytes(size):
    """So many bytes that look random, as pieces of one buffer that everybody sends; printable."""
    if not SHARED:
        state = 0x2545F491
        for _ in range(PIECE_BYTES // 4):
            # xorshift32 (Marsaglia 2003), four letters a step.
            state ^= (state << 13) & 0xFFFFFFFF
            state ^= state >> 17
            state ^= (state << 5) & 0xFFFFFFFF
            SHARED.extend(65 + ((state >> shift) & 31) % 26 for shift in (0, 8, 16, 24))
    view = memoryview(SHARED)
    for _ in range(size // PIECE_BYTES):
        yield view
    yield view[: size % PIECE_BYTES]


SHARED = bytearray()


class FilePieces:
    """A file, piece by piece, as often as it is sent; RequestInvalid when it is not of that size any more."""

    def __init__(self, path, size):
        self.path = path
        self.size = size

    def __iter__(self):
        name = os.path.basename(self.path)
        left = self.size
        try:
            with open(self.path, "rb") as file:
                for piece in iter(lambda: file.read(262_144), b""):
                    left -= len(piece)
                    if left < 0:
                        break
                    yield piece
        except OSError as error:
            raise RequestInvalid(f"{name} could not be read: {code_of(error)}") from error
        if left != 0:
            raise RequestInvalid(f"{name} does not have the {self.size} bytes any more that it had")


def file_size(path):
    """Bytes; RequestInvalid when it is not there."""
    try:
        return os.path.getsize(path)
    except OSError as error:
        raise RequestInvalid(f"{os.path.basename(path)} could not be read: {code_of(error)}") from error


def quoted(text):
    """As the WHATWG form encoding escapes names: a quote or a line break must not end the header."""
    return text.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")


class Body:
    """What goes over the wire after the head: pieces of known size in all, and the content type that belongs to it."""

    __slots__ = ("pieces", "size", "type")

    def __init__(self, type_, *parts):
        self.type = type_
        self.size = sum(part[0] for part in parts)
        self.pieces = [part[1] for part in parts]

    @staticmethod
    def of(kind, value):
        """The size and the pieces of a text, of so many bytes, or of a file."""
        if kind == "text":
            data = utf8(value)
            return len(data), (data,)
        if kind == "size":
            return value, list(shared_bytes(value))
        size = file_size(value)
        return size, FilePieces(value, size)

    @classmethod
    def multipart(cls, parts):
        """A form with files: (name, filename or None, content type or None, (kind, value)) for each part."""
        pieces = []
        for name, filename, type_, (kind, value) in parts:
            head = f'--{BOUNDARY}\r\ncontent-disposition: form-data; name="{quoted(name)}"'
            if filename is not None:
                head += f'; filename="{quoted(filename)}"'
            if type_ is None and kind != "text":
                type_ = "application/octet-stream"
            head += "\r\n" if type_ is None else f"\r\ncontent-type: {type_}\r\n"
            pieces += [cls.of("text", head + "\r\n"), cls.of(kind, value), (2, (b"\r\n",))]
        return cls(f"multipart/form-data; boundary={BOUNDARY}", *pieces, cls.of("text", f"--{BOUNDARY}--\r\n"))


@lru_cache(maxsize=1024)
def split_url(url):
    """(scheme, host, port, authority, path with query) of an absolute http URL; HostRefused when it is none."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        raise HostRefused("a URL that is none") from None
    if parts.scheme not in ("http", "https") or not host:
        raise HostRefused("a URL that is none")
    authority = parts.netloc.rpartition("@")[2]
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return parts.scheme, host.lower(), port or (443 if parts.scheme == "https" else 80), authority, path


def matches_host(host, patterns):
    """Whether requests may go there; a pattern is a host, or *. and a domain for all names below it."""
    host = plain_host(host)
    for pattern in map(plain_host, patterns):
        if host == pattern or (pattern.startswith("*.") and host.endswith(pattern[1:]) and len(host) >= len(pattern)):
            return True
    return False


def plain_host(text):
    """Case, a final dot and the brackets of an IPv6 address make no difference."""
    return text.lower().rstrip(".").strip("[]")


def code_of(error):
    """The name of a system error: ECONNREFUSED."""
    if isinstance(error, socket.gaierror):
        return "EAI_AGAIN" if error.errno == socket.EAI_AGAIN else "ENOTFOUND"
    return errno.errorcode.get(error.errno, type(error).__name__) if isinstance(error, OSError) and error.errno else type(error).__name__


def classify(error, stage):
    """An error on the way -> (class, reason, sample) in load-gate's words."""
    if isinstance(error, RequestInvalid):
        return "data", f"request {shorten(str(error))}", f"the request could not be made: {error}"
    if isinstance(error, ssl.SSLError):
        if isinstance(error, ssl.SSLCertVerificationError):
            code = VERIFY_CODES.get(error.verify_code, f"CERT_{error.verify_code}")
            return "tls", f"tls {code}", error.verify_message or str(error)
        return "tls", f"tls ERR_SSL_{error.reason or 'UNKNOWN'}", str(error)
    if isinstance(error, (AnswerInvalid, FrameInvalid)):
        return "protocol", f"protocol {error.code}", str(error)
    if isinstance(error, ConnectionClosed):
        if stage == "body":
            return "protocol", "protocol body ended early", f"the connection closed before the body was complete ({error})"
        if stage == "tls":
            return "tls", f"tls {shorten(str(error))}", str(error)
        return "reset", "reset connection closed", f"the connection closed before an answer came ({error})"
    code = code_of(error)
    message = error.strerror if isinstance(error, AddressError) else f"read {code}"
    if stage in ("tls", "connect"):
        return stage, f"{stage} {code}", message
    return ("reset", f"reset {code}", message) if code in RESET_CODES else ("protocol", f"protocol {code}", message)


def shorten(text):
    """A text that fits into a reason."""
    return text if len(text) <= 60 else f"{text[:59]}…"


class AddressError(OSError):
    """A connection that could not be opened; says where to."""


class Resolver:
    """Names to addresses, with a short memory, so that a ramp of connections does not measure the name server."""

    def __init__(self):
        self.known = {}

    def resolve(self, host, port):
        """The addresses that may be connected to; OSError when there is none."""
        known = self.known.get((host, port))
        if known is not None and known[0] > time.monotonic():
            return known[1]
        try:
            literal = ipaddress.ip_address(host)
        except ValueError:
            literal = None
        if literal is not None:
            family = socket.AF_INET6 if literal.version == 6 else socket.AF_INET
            addresses = [(family, (host, port))]
        else:
            try:
                found = socket.getaddrinfo(host, port, 0, socket.SOCK_STREAM)
            except socket.gaierror as error:
                raise named(error, f"getaddrinfo {code_of(error)} {host}") from error
            addresses = [(entry[0], entry[4]) for entry in found if is_address_allowed(entry[4][0])]
            if not addresses:
                raise named(OSError(), f"{host} resolves to no address that a test may reach by name", "ADDRESS_REFUSED")
        self.known[host, port] = (time.monotonic() + ADDRESSES_KEPT_S, addresses)
        return addresses


def named(error, message, code=None):
    """The same error with words that a reader understands."""
    found = AddressError(error.errno, message)
    found.code = code or code_of(error)
    return found


def is_address_allowed(text):
    """Not where clouds keep their metadata, nor what is no host at all: a name must not lead the load there."""
    address = ipaddress.ip_address(text.partition("%")[0])
    address = getattr(address, "ipv4_mapped", None) or address
    return not (address.is_link_local or address.is_multicast or address.is_unspecified or (address.version == 4 and int(address) >> 24 in (0, 255)))


class Connection:
    """One connection to one origin; opened when it is first used."""

    __slots__ = ("buffer", "idle_until", "origin", "sock")

    def __init__(self, origin):
        self.origin = origin
        self.sock = None
        self.buffer = b""
        self.idle_until = 0.0

    def is_usable(self):
        """Still open: what the other side has ended while nobody looked must not cost a request."""
        if self.sock is None or time.monotonic() >= self.idle_until:
            return False
        try:
            # The system's own socket below gevent's, which does not wait.
            return len(self.sock._sock.recv(1, socket.MSG_PEEK)) > 0 and self.origin[0] == "https"
        except (BlockingIOError, ssl.SSLError, ValueError):
            return True
        except OSError:
            return False

    def open(self, call, net):
        """Connects, with TLS where the URL wants it; fills in how long that took."""
        scheme, host, port = self.origin
        began = net.now_us()
        call.stage = "connect"
        sock = None
        net.opened += 1
        for family, address in net.resolver.resolve(host, port):
            sock = socket.socket(family, socket.SOCK_STREAM)
            try:
                sock.connect(address)
                break
            except OSError as error:
                sock.close()
                failed = named(error, f"connect {code_of(error)} {address[0]}:{port}")
                sock = None
            except BaseException:
                sock.close()
                raise
        if sock is None:
            raise failed
        try:
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            connected = net.now_us()
            call.connect = connected - began
            if scheme == "https":
                call.stage = "tls"
                try:
                    sock = net.tls.wrap_socket(sock, server_hostname=host)
                except ssl.SSLEOFError as error:
                    raise ConnectionClosed("other side closed") from error
                call.tls = net.now_us() - connected
        except BaseException:
            sock.close()
            raise
        self.sock = sock
        self.buffer = b""
        call.stage = "sent"

    def exchange(self, call, head, body, net):
        """Sends a request and reads its answer into the call."""
        sock = self.sock
        call.stage = "sent"
        if body is None:
            sock.sendall(head)
        elif body.size <= LONGEST_HEAD:
            sock.sendall(b"".join([head, *(bytes(piece) for pieces in body.pieces for piece in pieces)]))
        else:
            sock.sendall(head)
            for pieces in body.pieces:
                for piece in pieces:
                    sock.sendall(piece)
        reader = AnswerReader(self, call, net)
        reader.read()
        if reader.reusable and self.buffer == b"":
            hint = KEEP_ALIVE_HINT.search(call.headers["keep-alive"]) if isinstance(call.headers.get("keep-alive"), str) else None
            seconds = float(hint[1]) if hint else KEEP_ALIVE_S
            self.idle_until = time.monotonic() + (min(KEEP_ALIVE_S, max(seconds / 2, seconds - 1)) if hint else KEEP_ALIVE_S)
        else:
            self.close()

    def close(self):
        """Ends it at once."""
        sock, self.sock = self.sock, None
        if sock is not None:
            sock.close()


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


class Net:
    """What the connections of a worker share: names, TLS, the clock, and how many were opened."""

    def __init__(self, now_us, insecure, ca):
        self.now_us = now_us
        self.resolver = Resolver()
        self.opened = 0
        self.reused = 0
        self.answered = 0
        self.tls = make_tls(insecure, ca)


def make_tls(insecure, ca):
    """TLS as asked for; the certificates of a scenario stand in for the system's."""
    context = SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    if insecure:
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    elif ca:
        context.load_verify_locations(cadata=ca)
    else:
        context.load_default_certs()
        if not context.cert_store_stats()["x509_ca"]:
            import certifi

            context.load_verify_locations(certifi.where())
    context.set_alpn_protocols(["http/1.1"])
    return context


class CookieJar:
    """The cookies of one user: domain, path, secure and expiry as RFC 6265 has them."""

    __slots__ = ("cookies",)

    def __init__(self):
        self.cookies = []

    def store(self, host, path, headers):
        """Takes set-cookie headers in; malformed ones and those for foreign domains are left out, as browsers do."""
        now = time.time()
        for text in [headers] if isinstance(headers, str) else headers:
            cookie = parse_cookie(text, host, path, now)
            if cookie is None:
                continue
            self.cookies = [known for known in self.cookies if known[:1] + known[2:5:2] != cookie[:1] + cookie[2:5:2]]
            if cookie[6] > now:
                self.cookies.append(cookie)
            del self.cookies[:-MOST_COOKIES]

    def header(self, scheme, host, path):
        """The cookie header of a request; None: nothing is sent. Longer paths come first."""
        if not self.cookies:
            return None
        now = time.time()
        path = path.partition("?")[0]
        is_secure = scheme == "https" or host == "localhost" or host.startswith("127.") or host == "::1"
        sent = [
            (name, value, prefix)
            for name, value, domain, host_only, prefix, secure, expires in self.cookies
            if expires > now
            and (host == domain or (not host_only and host.endswith(f".{domain}")))
            and (path == prefix or (path.startswith(prefix) and (prefix.endswith("/") or path[len(prefix)] == "/")))
            and (is_secure or not secure)
        ]
        sent.sort(key=lambda cookie: -len(cookie[2]))
        return "; ".join(f"{name}={value}" for name, value, _ in sent) or None


def parse_cookie(text, host, path, now):
    """(name, value, domain, host only, path, secure, expires) of a set-cookie header; None: it holds no cookie for this host."""
    if re.search(r"[\0-\x08\x0a-\x1f\x7f]", text):
        return None
    pair, *attributes = text.split(";")
    name, equals, value = (part.strip() for part in pair.partition("="))
    if not equals or not name or len(name) + len(value) > 4096:
        return None
    given = {}
    for attribute in attributes:
        key, _, said = (part.strip() for part in attribute.partition("="))
        if len(said) <= 1024:
            given[key.lower()] = said
    domain = given.get("domain", "").lower()
    domain = domain[1:] if domain.startswith(".") else domain
    if domain and domain != host and not (host.endswith(f".{domain}") and "." in domain and not is_address(host)):
        return None
    prefix = given.get("path", "")
    if not prefix.startswith("/"):
        prefix = path.partition("?")[0].rpartition("/")[0] or "/"
    return name, value, domain or host, not domain, prefix, "secure" in given, expiry_of(given, now)


def is_address(host):
    """Whether a host is written as an address."""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def expiry_of(given, now):
    """Seconds since 1970; infinity: when the user ends. Max-Age goes before Expires."""
    age = given.get("max-age")
    if age is not None and re.fullmatch(r"-?\d+", age):
        return now + int(age) if int(age) > 0 else -float("inf")
    try:
        return parsedate_to_datetime(given["expires"]).timestamp()
    except (KeyError, ValueError, TypeError, IndexError, OverflowError):
        return float("inf")

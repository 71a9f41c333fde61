# --- What requests are made of: URLs, headers, bodies; and how what goes wrong with them is named. ---

import errno
import os
import random
import re
import ssl
from functools import lru_cache
from urllib.parse import quote, quote_plus, urlsplit

from gevent import socket

MOST_KEPT_BYTES = 16_777_216
PIECE_BYTES = 1_048_576
BOUNDARY = "----load-gate-4f1c0b7e9a2d83c65b"

TOKEN = re.compile(r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+")
NOT_IN_VALUE = re.compile(r"[^\t\x20-\x7e\x80-\xff]")
ILLEGAL_IN_TARGET = re.compile(r"[^\x21-\x7e]|[\"<>\\^`{|}#]")
SURROGATE = re.compile(r"[\ud800-\udfff]")
RESET_CODES = {"ECONNRESET", "EPIPE", "ECONNABORTED", "ETIMEDOUT", "EHOSTUNREACH", "ENETUNREACH", "ENETDOWN"}
WHERE = {
    "line": "while it waited for a connection",
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


# Letters of which no two stretches are alike; shared by all users, never written to.
SHARED = random.Random(1).getrandbits(8 * PIECE_BYTES).to_bytes(PIECE_BYTES, "big").translate(bytes(65 + byte % 26 for byte in range(256)))


def shared_bytes(size):
    """So many bytes that look random, as pieces of one buffer that everybody sends."""
    view = memoryview(SHARED)
    return [view] * (size // PIECE_BYTES) + [view[: size % PIECE_BYTES]]


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
            return value, shared_bytes(value)
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
    if isinstance(error, AddressError):
        return error.code
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

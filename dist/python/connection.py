# --- Connections over gevent's sockets: names, TCP, TLS; one request at a time on each, timed apart. ---

import ipaddress
import math
import re
import ssl
import time
from collections import deque

from gevent import get_hub, socket, spawn
from gevent.event import AsyncResult
from gevent.hub import Waiter
from gevent.ssl import SSLContext

KEEP_ALIVE_S = 60.0
ADDRESSES_KEPT_S = 30.0
FAILURES_KEPT_S = 1.0
KEEP_ALIVE_HINT = re.compile(r"(?:^|[,;\s])timeout=(\d{1,9})", re.I)


class AddressError(OSError):
    """A connection that could not be opened; says where to."""


class Resolver:
    """
    Names to addresses, with a short memory, so that a ramp of connections does not measure the name server. Connections that ask for
    the same name at the same time share one query.
    """

    def __init__(self):
        self.known = {}

    def resolve(self, host, port):
        """The addresses that may be connected to; OSError when there is none."""
        until, answer = self.known.get((host, port), (0.0, None))
        if until <= time.monotonic():
            answer = AsyncResult()
            self.known[host, port] = (math.inf, answer)
            # Whoever asks first may give up: the others still want to know.
            spawn(self._ask, host, port, answer)
        return answer.get()

    def _ask(self, host, port, answer):
        kept = ADDRESSES_KEPT_S
        try:
            answer.set(addresses_of(host, port))
        except OSError as error:
            kept = FAILURES_KEPT_S
            answer.set_exception(error)
        self.known[host, port] = (time.monotonic() + kept, answer)


def addresses_of(host, port):
    """(family, address) of each place that a host may be reached at; OSError when there is none."""
    try:
        literal = ipaddress.ip_address(host)
    except ValueError:
        pass
    else:
        return [(socket.AF_INET6 if literal.version == 6 else socket.AF_INET, (host, port))]
    try:
        found = socket.getaddrinfo(host, port, 0, socket.SOCK_STREAM)
    except (socket.gaierror, UnicodeError) as error:
        # Python itself refuses names that no name server could know.
        code = "ENOTFOUND" if isinstance(error, UnicodeError) else code_of(error)
        raise named(error, f"getaddrinfo {code} {host}", code) from error
    addresses = [(entry[0], entry[4]) for entry in found if is_address_allowed(entry[4][0])]
    if not addresses:
        raise named(OSError(), f"{host} resolves to no address that a test may reach by name", "ADDRESS_REFUSED")
    return addresses


def named(error, message, code=None):
    """The same error with words that a reader understands."""
    found = AddressError(getattr(error, "errno", None), message)
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
            # What is below gevent's socket does not wait; TLS takes in its tickets. Anything that came is the end, or unasked for.
            if self.origin[0] == "https":
                self.sock._sslobj.read(1)
            else:
                self.sock._sock.recv(1)
        except (BlockingIOError, ssl.SSLWantReadError):
            return True
        except OSError:
            pass
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


class Lane:
    """The connections of a worker to one origin where their number is bounded: its users share them, first come, first served."""

    __slots__ = ("free", "idle", "waiting")

    def __init__(self, most):
        self.idle = []
        self.free = most
        self.waiting = deque()

    def enter(self, call, net):
        """Returns when the call may have a connection; how long that took is the call's queue."""
        if self.free > 0:
            self.free -= 1
            return
        call.stage = "line"
        began = net.now_us()
        waiter = Waiter(get_hub())
        self.waiting.append(waiter)
        try:
            waiter.get()
        except BaseException:
            if waiter in self.waiting:
                self.waiting.remove(waiter)
            else:
                # Its turn had come in the same moment.
                self.leave()
            raise
        finally:
            call.queue = net.now_us() - began

    def leave(self):
        """The turn goes to who has waited longest: handed over, so that nobody who comes just now is before it."""
        if self.waiting:
            get_hub().loop.run_callback(self.waiting.popleft().switch, None)
        else:
            self.free += 1


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

# --- Cookies of a user. ---

import ipaddress
import re
import time
from email.utils import parsedate_to_datetime

MOST_COOKIES = 100


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

# --- Requests ready to be sent. ---

import re


class Request:
    """A request ready to be sent, as often as a poll wants."""

    __slots__ = ("body", "cookies", "head", "host", "keep", "method", "most_kept", "origin", "path", "timeout", "trace")


class RequestMaker:
    """Makes what a step asks for into a request to an allowed host."""

    def make_request(self, user, method, url, *, query=(), headers=None, timeout=10.0, cookies=True, traceparent=False, upgrade=None, **body):
        """A request with everything in; RequestInvalid or HostRefused for what cannot be asked."""
        request = Request()
        if url.startswith("/"):
            scheme, host, port, authority, base = self.target
            path = base.rstrip("/") + url
        else:
            scheme, host, port, authority, path = split_url(re.sub("^ws(?=s?:)", "http", url, flags=re.I))
            if not matches_host(host, self.allowed):
                raise HostRefused(host)
        if query:
            fields = "&".join(f"{encode_field(name)}={encode_field(value)}" for name, value in query)
            path = f"{path}{'&' if '?' in path else '?'}{fields}"
        request.origin = (scheme, host, port)
        request.host = host
        request.path = path = escape_target(path)
        request.method = method
        request.timeout = timeout
        request.cookies = cookies
        request.body = body_of(**body) if body else None
        request.trace = None
        if traceparent:
            self.traces += 1
            request.trace = f"{self.trace_prefix}{self.traces:016x}"
        cookie = user._jar.header(scheme, host, path) if cookies and user._jar is not None else None
        request.head = self._render_head(request, authority, headers or {}, cookie, upgrade)
        return request

    def _render_head(self, request, authority, headers, cookie, upgrade):
        body = request.body
        names = {name.lower() for name in headers}
        connection = "keep-alive"
        lines = []
        if upgrade is not None:
            key, subprotocol = upgrade
            lines.append(f"upgrade: websocket\r\nsec-websocket-key: {key.decode()}\r\nsec-websocket-version: 13\r\n")
            if subprotocol is not None:
                if TOKEN.fullmatch(subprotocol) is None:
                    raise RequestInvalid("invalid subprotocol")
                lines.append(f"sec-websocket-protocol: {subprotocol}\r\n")
        if "user-agent" not in names:
            lines.append(header_line("user-agent", self.plan.get("userAgent", "load-gate")))
        if "accept" not in names:
            lines.append("accept: */*\r\n")
        if body is not None and "content-type" not in names:
            lines.append(header_line("content-type", body.type))
        for name, value in headers.items():
            lower = name.lower()
            if lower == "host":
                authority = header_line(name, value)[6:-2]
            elif lower == "connection":
                connection = "close" if "close" in listed(value) else connection
            elif upgrade is not None and lower.startswith("sec-websocket-"):
                raise RequestInvalid(f"invalid {name} header")
            elif lower == "content-length":
                if not value.isdigit() or int(value) != (body.size if body else 0):
                    raise RequestInvalid("invalid content-length header")
            elif lower == "cookie":
                cookie = f"{value}; {cookie}" if cookie else value
            else:
                lines.append(header_line(name, value))
        if cookie:
            lines.append(header_line("cookie", cookie))
        if request.trace is not None:
            lines.append(f"traceparent: 00-{request.trace}-{request.trace[16:]}-01\r\n")
        if upgrade is not None:
            connection = "Upgrade"
        if body is not None or request.method in ("POST", "PUT", "PATCH"):
            lines.append(f"content-length: {body.size if body else 0}\r\n")
        head = f"{request.method} {request.path} HTTP/1.1\r\nhost: {authority}\r\nconnection: {connection}\r\n{''.join(lines)}\r\n"
        return head.encode("latin-1")


def body_of(json=NOTHING, form=None, text=None, size=None, file=None, multipart=None):
    """The body that a step asks for; None: it has none."""
    if json is not NOTHING:
        return Body("application/json", Body.of("text", json_text(json)))
    if form is not None:
        data = encode_form(form)
        return Body("application/x-www-form-urlencoded", (len(data), (data,)))
    if text is not None:
        return Body("text/plain;charset=utf-8", Body.of("text", text))
    if size is not None:
        return Body("application/octet-stream", Body.of("size", size))
    if file is not None:
        return Body("application/octet-stream", Body.of("file", file))
    return None if multipart is None else Body.multipart(multipart)

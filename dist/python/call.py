# --- What a step makes: a call from its start to its end, and how a flow ends early. ---


class EndOfFlow(Exception):
    """The flow ends here; outcome None: as it stands."""

    def __init__(self, outcome=None):
        super().__init__(outcome)
        self.outcome = outcome


class MissingVariable(EndOfFlow):
    """A step needs a variable that nothing has set: its iteration ends as failed."""

    def __init__(self, name):
        super().__init__("failed")
        self.name = name


class Call:
    """One request, poll, WebSocket or awaited message from its start to its end. Times are µs since the run began; -1: did not happen."""

    __slots__ = (
        "chunks", "connect", "content", "cut_sample", "end", "expired", "failure", "head", "headers", "intended", "keep", "method", "most_kept", "outcome",
        "phase", "queue", "received", "sent", "series", "stage", "start", "status", "timeout", "tls", "trace",
    )

    def __init__(self, series, method, phase, intended, start, timeout):
        self.series = series
        self.method = method
        self.phase = phase
        self.intended = intended
        self.start = start
        self.timeout = timeout
        self.end = self.head = self.queue = self.connect = self.tls = -1
        self.status = self.sent = self.received = self.most_kept = 0
        self.outcome = "ok"
        self.stage = "connect"
        self.failure = self.trace = self.content = self.cut_sample = None
        self.headers = {}
        self.chunks = []
        self.keep = self.expired = False

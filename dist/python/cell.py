# --- What is counted: one cell for each series, phase and second. ---

MOST_REASONS = 20
REQUEST_COUNTS = (
    "started", "ok", "failed", "timedOut", "cut", "dropped", "interrupted", "okBeforeEnd", "sentBeforeEnd", "receivedBeforeEnd", "drops",
)
ITERATION_COUNTS = ("planned", "started", "dropped", "missed", "ok", "failed", "cut", "interrupted")
MESSAGE_COUNTS = ("messagesIn", "messagesOut", "unmatched", "late", "duplicates")
COUNT_OF_OUTCOME = {"ok": "ok", "failed": "failed", "timed-out": "timedOut", "cut": "cut", "interrupted": "interrupted"}


class Cell:
    """What one series records in one phase and second."""

    __slots__ = ("counts", "failures", "phase", "received", "sent", "series", "socket", "spans", "status")

    def __init__(self, phase, series):
        self.phase = phase
        self.series = series
        self.counts = dict.fromkeys(REQUEST_COUNTS, 0)
        self.status = {}
        self.failures = {}
        self.spans = {}
        self.sent = self.received = 0
        self.socket = None

    def span(self, name, value):
        """Records a span of time."""
        known = self.spans.get(name)
        if known is None:
            known = self.spans[name] = Distribution()
        known.record(value)

    def fail(self, failure, now_us):
        """Counts a failure (class, reason, sample) under its class and reason; of too many reasons the rest is one."""
        kind, reason, sample = failure
        if (kind, reason) not in self.failures and len(self.failures) >= MOST_REASONS:
            reason = f"{kind} (other)"
        at_ms = round(now_us / 1000)
        known = self.failures.get((kind, reason))
        if known is None:
            known = {"class": kind, "reason": reason, "sample": sample, "count": 0, "firstMs": at_ms}
            self.failures[kind, reason] = known
        known["count"] += 1
        known["lastMs"] = at_ms

    def to_data(self):
        """As load-gate reads it."""
        data = {
            "phase": self.phase,
            "series": self.series,
            "counts": self.counts,
            "status": {str(code): count for code, count in self.status.items()},
            "failures": list(self.failures.values()),
            "spans": {name: span.to_data() for name, span in self.spans.items()},
            "bytesSent": self.sent,
            "bytesReceived": self.received,
        }
        if self.socket is not None:
            data["socket"] = self.socket
        return data

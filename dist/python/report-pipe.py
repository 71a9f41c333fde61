# --- The way to a driver, which reads what happens. ---

import json
import os
import signal
import stat
import sys

import gevent
import gevent.os
import gevent.socket
from gevent.queue import Queue

END_GRACE_S = 10.0


class ReportPipe:
    """Where a driver reads what happens, one JSON object a line; nothing when nobody has asked for it."""

    def __init__(self):
        self.fd = int(os.environ.get("LOAD_GATE_REPORT_FD", "-1"))
        self.lines = Queue()
        if self.fd >= 0:
            gevent.os.make_nonblocking(self.fd)
            self.writer = gevent.spawn(self._write_all)
            if not stat.S_ISREG(os.fstat(self.fd).st_mode):
                gevent.spawn(self._watch_reader)

    def put(self, kind, **fields):
        """Writes a line, in its turn; raises what is raised where it cannot be JSON."""
        if self.fd >= 0:
            self.lines.put(json.dumps({"kind": kind, **fields}, separators=(",", ":"), allow_nan=False).encode() + b"\n")

    def close(self):
        """Waits until all is written, as long as somebody reads."""
        if self.fd >= 0:
            self.lines.put(None)
            self.writer.join(END_GRACE_S)

    def _write_all(self):
        for line in self.lines:
            if line is None:
                return
            while line:
                try:
                    line = line[gevent.os.nb_write(self.fd, line) :]
                except OSError:
                    return

    def _watch_reader(self):
        """Who reads never writes: what can be read is its end, and nobody may go on making load that is measured for nobody."""
        gevent.socket.wait_read(self.fd)
        tell("the driver is gone: the load ends here")
        go_silent()
        os.kill(os.getpid(), signal.SIGTERM)


def tell(text):
    """A line for Locust's log; who read it may be gone, which must not keep anything from being done."""
    try:
        print(text, file=sys.stderr, flush=True)
    except OSError:
        go_silent()


def go_silent():
    """Nobody reads the log any more: what writes to it must not fail, or a signal would end nothing."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)

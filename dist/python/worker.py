# --- A worker: its run, and what it hands in. ---

import resource
import sys
import time

import gevent
from locust.runners import WorkerRunner

MASTER_SILENCE_S = 15.0


class Worker:
    """What a process that makes load keeps: its run, and what it has still to hand in."""

    def __init__(self, environment):
        self.environment = environment
        self.is_foreign = False
        self.heard = time.monotonic()
        self.cpu_began = 0.0

    def begin(self, message):
        """The master says when it begins, and who makes which part of it."""
        global RUN
        data = message.data
        client_id = self.environment.runner.client_id
        self.is_foreign = data["plan"] != PLAN["hash"]
        RUN = Run(PLAN, self.environment, PROFILES)
        RUN.on_over = self.report
        RUN.on_work_done = lambda: self.environment.runner.send_message("load_gate_work", None)
        self.heard = time.monotonic()
        self.cpu_began = time.process_time()
        if client_id in data["workers"] and not self.is_foreign:
            RUN.begin(data["workers"].index(client_id), len(data["workers"]), data["inMs"], data["host"])
            RUN.spawn(self._watch_master)

    def take(self):
        """What is to be handed in since this was last asked."""
        part = {"plan": PLAN["hash"], "deltas": [] if RUN is None else RUN.recorder.take_closed()}
        if RUN is not None and RUN.over:
            memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
            part.update(over=True, outcome=RUN.outcome, report=RUN.report, cpuSeconds=time.process_time() - self.cpu_began, peakMemoryBytes=memory)
        return part

    def report(self):
        """The run is over: what is left is handed in at once, not with Locust's next message."""
        self.environment.runner.send_message("load_gate_part", self.take())

    def stop(self):
        """Somebody stops the test."""
        if RUN is not None and not RUN.over:
            RUN.end("interrupted")
            # Users that were killed leave before Locust counts them.
            gevent.sleep(0.05)

    def _watch_master(self):
        """A worker that nobody hears any more must not go on."""
        while isinstance(self.environment.runner, WorkerRunner):
            gevent.sleep(1)
            if time.monotonic() - self.heard > MASTER_SILENCE_S:
                tell("the master has fallen silent: the load ends here")
                self.stop()

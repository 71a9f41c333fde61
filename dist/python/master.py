# --- The master: who makes the load, who has reported, who is lost. ---

import platform
import time

import gevent
import locust
from locust.runners import LocalRunner, MasterRunner

LEAST_LEAD_MS = 1500
LEAD_MS_PER_USER = 0.3
LOOK_S = 0.2
EARLY_S = 1.0


class Master:
    """What the process that starts the test keeps: who makes it, who has reported, who is lost."""

    def __init__(self, environment):
        self.environment = environment
        self.pipe = ReportPipe()
        self.pipe.put("hello", locust=locust.__version__, python=platform.python_version(), plan=PLAN["hash"])
        self.closed = False
        self._reset([])
        if self.pipe.fd >= 0:
            # Whether anything failed is for the gate to say.
            environment.process_exit_code = 0

    def _reset(self, workers):
        self.workers = workers
        self.reported = set()
        self.lost = set()
        self.surplus = set()
        self.work_done = set()
        self.seats = seats_of(len(workers))
        self.began = None
        self.is_stopped = False

    def begin(self):
        """Tells the workers which of them makes which part, and when it begins."""
        runner = self.environment.runner
        self._reset(self.choose_workers())
        lead_ms = round(LEAST_LEAD_MS + LEAD_MS_PER_USER * max(map(sum, self.seats), default=0))
        self.began = time.monotonic() + lead_ms / 1000
        self.pipe.put("begin", workers=self.workers, inMs=lead_ms)
        runner.send_message(
            "load_gate_begin", {"workers": self.workers, "inMs": lead_ms, "plan": PLAN["hash"], "host": self.environment.host or PLAN["host"]}
        )
        if isinstance(runner, MasterRunner):
            self.note_surplus(client.id for client in runner.clients.all)
            gevent.spawn(self._watch_workers)

    def choose_workers(self):
        """All that are there, or the first of them, as many as Locust was told to wait for."""
        runner = self.environment.runner
        if isinstance(runner, LocalRunner):
            return [runner.client_id]
        ready = [client.id for client in runner.clients.all if client.state != "missing"]
        ready.sort(key=runner.get_worker_index)
        options = self.environment.parsed_options
        wanted = options.expect_workers if options is not None and options.headless else len(ready)
        return ready[:wanted]

    def note_surplus(self, ids):
        """Workers that have no part in the run that is going on."""
        for client_id in ids:
            if self.began is not None and client_id not in self.workers and client_id not in self.surplus:
                self.surplus.add(client_id)
                self.pipe.put("surplus", id=client_id)

    def take(self, client_id, part):
        """What a worker hands in: seconds, and at its end its report."""
        if client_id not in self.workers:
            return
        if not isinstance(part, dict):
            # Its file is not this one, or it would say so.
            part = {"plan": ""}
        plan = part.get("plan")
        if part.get("deltas") or plan != PLAN["hash"]:
            self._hand_on(client_id, "seconds", plan=plan, deltas=part.get("deltas", []))
        if not part.get("over") or client_id in self.reported:
            return
        if part.get("report") is None or (part.get("outcome") == "interrupted" and not self.is_stopped):
            # What it made is not its part of the plan.
            self._lose(client_id, "broke-down")
            return
        if self._is_too_early:
            self._lose(client_id, "early")
            return
        self.reported.add(client_id)
        usage = {"cpuSeconds": part.get("cpuSeconds"), "peakMemoryBytes": part.get("peakMemoryBytes")}
        self._hand_on(client_id, "report", plan=plan, report=part["report"], **usage)

    @property
    def _is_too_early(self):
        """Whether nobody can be through yet: only fixed work may end early, and clocks differ a little."""
        if self.began is None or self.is_stopped:
            return False
        planned_ms = sum(phase["durationMs"] for phase in PLAN["phases"] if phase["model"] != "iterations")
        return time.monotonic() - self.began < min(planned_ms, PLAN["timeBoxMs"]) / 1000 * 0.999 - EARLY_S

    def _hand_on(self, client_id, kind, **said):
        """A worker may say anything: what cannot be written is told, and stands in the line as nothing, which no reader takes."""
        worker = self.workers.index(client_id)
        try:
            self.pipe.put(kind, worker=worker, **said)
        except (TypeError, ValueError, RecursionError) as error:
            tell(f"worker {client_id} handed in what is no JSON: {error}")
            self.pipe.put(kind, worker=worker, **{**dict.fromkeys(said), "plan": PLAN["hash"]})

    def take_work_done(self, client_id):
        """A worker is through with its share of fixed work; when all are, the run is."""
        if client_id in self.workers:
            self.work_done.add(client_id)
        if self.work_done | self.lost >= set(self.workers):
            self.environment.runner.send_message("load_gate_work_done", None)

    @property
    def is_over(self):
        """All who are still there have reported, or should have by now."""
        if self.began is None:
            return False
        late = time.monotonic() - self.began > PLAN["timeBoxMs"] / 1000 + END_GRACE_S
        return late or self.reported | self.lost >= set(self.workers)

    def stop(self):
        """The test stops, by itself or from outside: what is in flight is interrupted, and everybody reports."""
        if self.began is None or self.closed:
            return
        if not self.is_over:
            self.is_stopped = True
            self.environment.runner.send_message("load_gate_stop", None)
            deadline = time.monotonic() + END_GRACE_S
            while not self.is_over and time.monotonic() < deadline:
                gevent.sleep(0.02)
        self.pipe.put("end", complete=not self.is_stopped)
        self.began = None

    def close(self):
        """Locust ends."""
        if not self.closed:
            self.stop()
            self.closed = True
            self.pipe.close()

    def _lose(self, client_id, why):
        if client_id not in self.lost and client_id not in self.reported:
            self.lost.add(client_id)
            self.pipe.put("lost", id=client_id, worker=self.workers.index(client_id), why=why)

    def _watch_workers(self):
        clients = self.environment.runner.clients
        while self.began is not None:
            for client_id in self.workers:
                client = clients.get(client_id)
                if client is None or client.state == "missing":
                    self._lose(client_id, "silent")
            gevent.sleep(LOOK_S)

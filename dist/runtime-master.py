# --- Locust's side: profiles as its users, the plan as its shape, and what goes between master and workers. ---

import json
import os
import platform
import resource
import signal
import stat
import sys
import time

import gevent
import gevent.os
import gevent.socket
import locust.runners
from gevent.queue import Queue
from locust import LoadTestShape, events
from locust.dispatch import UsersDispatcher
from locust.runners import LocalRunner, MasterRunner, WorkerRunner

LEAST_LEAD_MS = 1500
LEAD_MS_PER_USER = 0.3
END_GRACE_S = 10.0
MASTER_SILENCE_S = 15.0
LOOK_S = 0.2

PROFILES = []
RUN = None


def gate_user(profile):
    """A profile of this file as a user that Locust spawns."""
    namespace = {
        "abstract": False,
        "weight": profile.weight,
        "tasks": [GateUser._live],
        "_think": profile.think,
        "_per_iteration": profile.per_iteration,
        "_per_pass": profile.per_pass,
        "_flows": profile.flows,
        "profile": len(PROFILES),
        "_start_flow": getattr(profile, "start", None),
        "__doc__": profile.__doc__,
        "__module__": profile.__module__,
    }
    user = type(GateUser)(profile.__name__, (GateUser,), namespace)
    PROFILES.append(user)
    return user


class GateDispatcher(UsersDispatcher):
    """Has each worker spawn the users that its part of the plan needs, once; when they begin and end is up to the plan."""

    def new_dispatch(self, target_user_count, spawn_rate, user_classes=None):
        """The same again when workers come and go: nobody takes over anybody's users."""
        workers = MASTER.workers
        dispatched = {}
        for node in self._worker_nodes:
            place = workers.index(node.id) if node.id in workers else 0 if node.id == "local" else None
            seats = [0] * len(PROFILES) if place is None else MASTER.seats[place]
            dispatched[node.id] = {user.__name__: count for user, count in zip(PROFILES, seats)}
        self._steps = iter([dispatched])

    def __next__(self):
        return next(self._steps)

    def add_worker(self, worker_node):
        """One that comes late has no part in the plan."""
        self._worker_nodes.append(worker_node)

    def remove_worker(self, worker_node):
        """What it should have done is missing, and said so."""
        self._worker_nodes = [node for node in self._worker_nodes if node.id != worker_node.id]


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
        """Writes a line, in its turn."""
        if self.fd >= 0:
            self.lines.put(json.dumps({"kind": kind, **fields}, separators=(",", ":")).encode() + b"\n")

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
        print("the driver is gone: the load ends here", file=sys.stderr)
        os.kill(os.getpid(), signal.SIGTERM)


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
        if client_id not in self.workers or not isinstance(part, dict):
            return
        worker = self.workers.index(client_id)
        plan = part.get("plan")
        if part.get("deltas") or plan != PLAN["hash"]:
            self.pipe.put("seconds", worker=worker, plan=plan, deltas=part.get("deltas", []))
        if not part.get("over") or client_id in self.reported:
            return
        if part.get("report") is None or (part.get("outcome") == "interrupted" and not self.is_stopped):
            # It broke down, or somebody has ended it alone: what it made is not its part of the plan.
            self._lose(client_id)
            return
        self.reported.add(client_id)
        usage = {"cpuSeconds": part.get("cpuSeconds"), "peakMemoryBytes": part.get("peakMemoryBytes")}
        self.pipe.put("report", worker=worker, plan=plan, report=part["report"], **usage)

    def take_work_done(self, client_id):
        """A worker is through with its share of fixed work; when all are, the run is."""
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

    def _lose(self, client_id):
        if client_id not in self.lost and client_id not in self.reported:
            self.lost.add(client_id)
            self.pipe.put("lost", id=client_id, worker=self.workers.index(client_id))

    def _watch_workers(self):
        clients = self.environment.runner.clients
        while self.began is not None:
            for client_id in self.workers:
                client = clients.get(client_id)
                if client is None or client.state == "missing":
                    self._lose(client_id)
            gevent.sleep(LOOK_S)


def seats_of(workers):
    """How many users of each profile each of so many workers needs."""
    weights = [user.weight for user in PROFILES]
    return [seats_of_worker(PLAN, weights, index, workers) for index in range(workers)]


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
                print("the master has fallen silent: the load ends here", file=sys.stderr)
                self.stop()


MASTER = None
WORKER = None


@events.init.add_listener
def set_up(environment, runner, **_):
    """Puts the parts in their places once Locust knows which process this is."""
    global MASTER, WORKER
    locust.runners.WORKER_REPORT_INTERVAL = 1.0
    if isinstance(runner, WorkerRunner):
        fd = int(os.environ.pop("LOAD_GATE_REPORT_FD", "-1"))
        if fd >= 0:
            # The master's: nobody may wait for its end because of a worker.
            os.close(fd)
    else:
        if not (environment.host or PLAN["host"]):
            raise SystemExit("there is no target: set --host or LOCUST_HOST")
        MASTER = Master(environment)
        # Headless, Locust itself has no handler for it while a shape runs.
        gevent.signal_handler(signal.SIGTERM, os.kill, os.getpid(), signal.SIGINT)
        environment.dispatcher_class = GateDispatcher
        runner.register_message("load_gate_part", lambda msg, **_: MASTER.take(sender_of(runner, msg), msg.data))
        runner.register_message("load_gate_work", lambda msg, **_: MASTER.take_work_done(sender_of(runner, msg)))
    if not isinstance(runner, MasterRunner) or environment.parsed_options.processes:
        missing = [name for name in PLAN.get("secrets", ()) if name not in os.environ]
        if missing:
            raise SystemExit(f"these environment variables must be set: {', '.join(missing)}")
    if not isinstance(runner, MasterRunner):
        WORKER = Worker(environment)
        runner.register_message("load_gate_begin", lambda msg, **_: WORKER.begin(msg))
        runner.register_message("load_gate_stop", lambda **_: WORKER.stop())
        runner.register_message("load_gate_work_done", lambda **_: RUN is not None and RUN.all_work_done.set())


def sender_of(runner, message):
    """The worker that a message is from."""
    return runner.client_id if isinstance(runner, LocalRunner) else message.node_id


@events.test_start.add_listener
def start(environment, **_):
    """Whoever starts the test says so to those who make it."""
    if MASTER is not None:
        MASTER.begin()
        if WORKER is not None:
            RUN.spawn(report_locally)


def report_locally():
    """In one process nobody asks for the seconds but this."""
    while True:
        gevent.sleep(1)
        MASTER.take(MASTER.workers[0], WORKER.take())


@events.report_to_master.add_listener
def hand_in(client_id, data, **_):
    """The seconds that are over go with Locust's own numbers."""
    if WORKER is not None:
        data["load_gate"] = WORKER.take()


@events.worker_report.add_listener
def take_in(client_id, data, **_):
    """What workers hand in."""
    MASTER.take(client_id, data.get("load_gate"))


@events.worker_connect.add_listener
def note_worker(client_id, **_):
    """A worker that comes while a run goes on is one too many."""
    MASTER.note_surplus([client_id])


@events.heartbeat_received.add_listener
def hear(**_):
    """The master is there."""
    WORKER.heard = time.monotonic()


@events.test_stopping.add_listener
def stop(environment, **_):
    """The test stops: first the books are closed."""
    if MASTER is not None:
        MASTER.stop()
    elif WORKER is not None:
        WORKER.stop()


@events.quitting.add_listener
def quit_all(environment, **_):
    """Locust ends."""
    if MASTER is not None:
        MASTER.close()
    elif WORKER is not None:
        WORKER.stop()


class Phases(LoadTestShape):
    """The plan as Locust's shape: all users that it needs at its height, until everybody is through."""

    def tick(self):
        """How many users Locust is to have; None: the test is over."""
        if MASTER.is_over:
            return None
        seats = MASTER.seats or seats_of(len(MASTER.choose_workers()))
        users = max(1, sum(map(sum, seats)))
        return users, float(users)

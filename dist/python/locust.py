# --- Locust's side: profiles as its users, the plan as its shape, and who listens to what. ---

import os
import signal
import time

import gevent
import locust.runners
from locust import LoadTestShape, events
from locust.dispatch import UsersDispatcher
from locust.runners import LocalRunner, MasterRunner, WorkerRunner

PROFILES = []
RUN = None
MASTER = None
WORKER = None


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
        # Python would interrupt whatever runs, such as who writes the reports; it is the main loop that is to end. Headless, Locust has no SIGTERM while a shape runs.
        for number in (signal.SIGINT, signal.SIGTERM):
            gevent.signal_handler(number, gevent.kill, gevent.getcurrent(), KeyboardInterrupt)
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
    MASTER.note_surplus([str(client_id)])


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

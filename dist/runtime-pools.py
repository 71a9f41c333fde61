# --- Who makes the load: open arrivals, closed users, fixed work. ---

import math

from gevent.event import Event

ARRIVAL_STREAM, PROFILE_STREAM, USER_STREAM, WORK_STREAM = 1, 2, 3, 4
MISSED_AFTER_US = 200_000
STALL_US = 20_000


class Pool:
    """What all kinds of load share: users that come, and go when it is over."""

    def __init__(self, run):
        self.run = run
        self.users = set()
        self.stopping = False

    def enter(self, user, *keys):
        """A user begins to belong to this pool; the keys choose its stream of chance."""
        user._forget()
        user._pool = self
        user._reseed(self.run.plan["seed"], *keys)
        self.users.add(user)
        self.run.clock.note_users(self.run.count_users())

    def retire(self, user):
        """A user is through."""
        if user in self.users:
            self.users.remove(user)
            user._forget()
            self.run.finish_if_idle()

    def stop(self):
        """No new iteration and no new request: what rests ends now, what is in flight when it is over."""
        self.stopping = True
        for user in list(self.users):
            user._nudge()

    def give_up(self, outcome):
        """Ends everything at once."""
        self.stopping = True
        now = self.run.now_us()
        for user in list(self.users):
            user._give_up(outcome, now)
            user.greenlet.kill(block=False)
        self.users.clear()

    def rest(self, user, due_us):
        """Between iterations; ends early when something changes."""
        user._rest_until(due_us)


class ClosedPool(Pool):
    """A level of users, each running one iteration after the other with think time between them."""

    def __init__(self, run):
        super().__init__(run)
        self.phase = None
        self.index = 0
        self.start_us = 0
        self.paused = False
        self.by_ordinal = {}
        self.joining = None

    def begin(self, phase, index, start_us):
        """Goes over to a phase; users below its level stay, with all they hold."""
        self.phase, self.index, self.start_us, self.paused = phase, index, start_us, False
        for user in list(self.users):
            user._nudge()
        if self.joining is not None:
            self.joining.kill(block=False)
        self.joining = self.run.spawn(self._join, phase, start_us)

    def pause(self):
        """Everybody stops after the iteration that is under way, and waits."""
        self.paused = True
        self.joining.kill(block=False)
        for user in list(self.users):
            user._nudge()

    def stop(self):
        self.joining.kill(block=False)
        super().stop()

    def _join(self, phase, start_us):
        """Lets those come who are not there yet, each when its time comes."""
        run = self.run
        profiles = assign_profiles(run.weights, phase["users"])
        for ordinal in range(run.index, phase["users"], run.count):
            run.sleep_until(start_us + round(join_ms(phase, ordinal) * 1000))
            if ordinal in self.by_ordinal:
                continue
            user = run.take_seat(profiles[ordinal])
            self.by_ordinal[ordinal] = user
            self.enter(user, USER_STREAM, ordinal)
            user._give_role(lambda user, ordinal=ordinal: self._live(user, ordinal))

    def _live(self, user, ordinal):
        run = self.run
        due = run.now_us()
        try:
            while True:
                if self._await_turn(user, ordinal):
                    due = None
                if self.stopping or self._leave_us(ordinal) <= run.now_us():
                    return
                if not user._ready:
                    user._run_start()
                    due = None
                    continue
                run.recorder.count_iteration(self.index, "started")
                user._run_iteration(self.index, run.now_us() if due is None else due)
                due = self._rest(user, ordinal)
        finally:
            if self.by_ordinal.get(ordinal) is user:
                del self.by_ordinal[ordinal]
            self.retire(user)

    def _await_turn(self, user, ordinal):
        """Waits out pauses. One that was busy when the level fell below it must not be back before the level is. True: it had to wait."""
        waited = False
        while not self.stopping:
            join = join_ms(self.phase, ordinal)
            ahead = self.start_us + round(join * 1000) if join < math.inf else 0
            if not self.paused and ahead <= self.run.now_us():
                break
            waited = True
            self.rest(user, None if self.paused else ahead)
        return waited

    def _rest(self, user, ordinal):
        """After an iteration: think, keep the pace, or go on at once. Answers when the next is due; None: when it can."""
        run = self.run
        now = run.now_us()
        if not user._waited:
            due = now + BACK_OFF_US
        elif user._think is None:
            return None
        else:
            # A pace is absolute: after a stall the iterations that were due are made up for.
            due = (user._iteration_due if user._think[0] == "pace" else now) + user._draw_think(user._think)
            if due <= now:
                return due
        while now < due:
            leave = self._leave_us(ordinal)
            if self.stopping or self.paused or leave <= now:
                return None
            self.rest(user, min(due, leave))
            now = run.now_us()
        run.note_lag(self.index, now - due)
        return due

    def _leave_us(self, ordinal):
        leave = leave_ms(self.phase, ordinal)
        return math.inf if leave == math.inf else self.start_us + round(leave * 1000)


class OpenPool(Pool):
    """Arrivals come when they are due, whatever the target does; one that finds no free user is dropped, the target's failure."""

    def __init__(self, run):
        super().__init__(run)
        self.free = [[] for _ in run.weights]
        self.most = 0
        self.index = 0
        self.created = 0
        self.stalled_us = -math.inf
        self.arriving = None

    def begin(self, phase, index, start_us):
        """Goes over to a phase; its users stay."""
        run = self.run
        self.index = index
        self.most = share_of(phase["maxUsers"], run.index, run.count)
        for free in self.free:
            while free and len(self.users) > self.most:
                self._dismiss(free.pop())
        self.pause()
        self.arriving = run.spawn(self._arrive_all, phase, index, start_us)

    def pause(self):
        """No more arrivals; what has started goes on."""
        if self.arriving is not None:
            self.arriving.kill(block=False)

    def stop(self):
        self.pause()
        super().stop()
        for free in self.free:
            while free:
                self._dismiss(free.pop())

    def _arrive_all(self, phase, index, start_us):
        run = self.run
        for arrival, fire_us in fire_times(phase, seed_of_phase(run.plan["seed"], index), run.index, run.count):
            due = start_us + round(fire_us)
            if due > run.now_us():
                run.sleep_until(due)
            self._arrive(index, arrival, due)

    def _arrive(self, index, arrival, due_us):
        run = self.run
        now = run.now_us()
        lag = now - due_us
        run.note_lag(index, lag)
        if lag > STALL_US:
            self.stalled_us = now
        if lag > MISSED_AFTER_US:
            run.recorder.count_iteration(index, "missed")
            return
        profile = 0
        if len(run.weights) > 1:
            profile = pick_weighted(run.weights, SeededRandom(run.plan["seed"], PROFILE_STREAM, index, arrival).next())
        task = (index, arrival, due_us)
        if self.free[profile]:
            run.recorder.count_iteration(index, "started")
            self.free[profile].pop()._give_role(task)
        elif self._make_room():
            self._begin_user(profile, task)
        elif now - self.stalled_us <= STALL_US:
            # After a stall nobody can say that the target was the one to be waited for.
            run.recorder.count_iteration(index, "missed")
        else:
            run.recorder.count_iteration(index, "dropped")
            run.record_dropped(index, run.first_series[profile], "dropped: all virtual users are busy (max_users)")

    def _make_room(self):
        """Whether there may be one user more; a free one of another profile goes for it, since it waits for nothing."""
        if len(self.users) < self.most:
            return True
        other = next((free for free in self.free if free), None)
        if other is not None:
            self._dismiss(other.pop())
        return other is not None

    def _begin_user(self, profile, task):
        """An arrival for a new user."""
        run = self.run
        if not run.seats[profile]:
            # Locust has not spawned enough yet: that is not the target's fault.
            run.recorder.count_iteration(task[0], "missed")
            return
        user = run.seats[profile].pop()
        self.created += 1
        self.enter(user, 0, run.index, self.created)
        run.recorder.count_iteration(task[0], "started")
        user._give_role(lambda user: self._live(user, task))

    def _dismiss(self, user):
        """A free user is not needed any more."""
        self.users.discard(user)
        user._forget()
        user._give_role(None)

    def _live(self, user, task):
        try:
            while task is not None:
                self._serve(user, *task)
                if self.stopping or len(self.users) > self.most:
                    return
                self.free[user.profile].append(user)
                task = user._await_role()
        finally:
            self.retire(user)
            self.run.finish_if_idle()

    def _serve(self, user, index, arrival, due_us):
        run = self.run
        if not user._ready:
            began = run.now_us()
            user._waits_in = index
            user._run_start()
            user._waits_in = None
            if self.stopping:
                run.recorder.count_iteration(index, "interrupted")
                return
            # The time that the start took is not the arrival's latency.
            due_us += run.now_us() - began
        user._reseed(run.plan["seed"], ARRIVAL_STREAM, index, arrival)
        user._run_iteration(index, due_us)


class WorkPool(Pool):
    """Fixed work: so many iterations over all users and workers; what is not begun before the time is up is dropped."""

    def __init__(self, run):
        super().__init__(run)
        self.index = 0
        self.left = 0
        self.done = Event()

    def begin(self, phase, index, start_us):
        """Starts all users of this worker at once."""
        run = self.run
        self.index = index
        self.left = work_of_worker(phase["iterations"], phase["users"], run.index, run.count)
        profiles = assign_profiles(run.weights, phase["users"])
        for ordinal in range(run.index, phase["users"], run.count):
            user = run.take_seat(profiles[ordinal])
            self.enter(user, WORK_STREAM, index, ordinal)
            user._give_role(self._live)
        self._tell_done()

    def drop_rest(self):
        """The time is up: the rest is dropped, the target's failure."""
        run = self.run
        dropped, self.left = self.left, 0
        if dropped > 0:
            run.recorder.count_iteration(self.index, "dropped", dropped)
            for _ in range(dropped):
                run.record_dropped(self.index, run.first_series[0], "dropped: not begun before the phase ended")

    def give_up(self, outcome):
        if outcome == "cut":
            self.drop_rest()
        super().give_up(outcome)

    def _live(self, user):
        try:
            while self.left > 0 and not self.stopping:
                if not user._ready:
                    user._run_start()
                    continue
                self.left -= 1
                self.run.recorder.count_iteration(self.index, "started")
                user._run_iteration(self.index, self.run.now_us())
                if not user._waited and self.left > 0 and not self.stopping:
                    self.rest(user, self.run.now_us() + BACK_OFF_US)
        finally:
            self.retire(user)
            self._tell_done()

    def _tell_done(self):
        if self.left == 0 and not self.users:
            self.done.set()


POOLS = {"open": OpenPool, "closed": ClosedPool, "iterations": WorkPool}

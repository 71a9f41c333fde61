# --- Open load: arrivals at their times. ---

import math


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

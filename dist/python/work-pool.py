# --- Fixed work: so many iterations. ---

from gevent.event import Event


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

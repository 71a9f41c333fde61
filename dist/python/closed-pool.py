# --- Closed load: a level of users. ---

import math


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

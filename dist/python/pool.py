# --- Who makes the load: what all kinds of it share. ---

BACK_OFF_US = 1_000_000
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

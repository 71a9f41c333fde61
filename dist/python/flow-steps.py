# --- The steps of flows that send nothing themselves: thinking, loops, parallel steps. ---

import gevent


class FlowSteps:
    """How a flow goes on from step to step."""

    def think(self, think):
        """A pause of the user; what is due then counts from then."""
        self._enter(None)
        self._waited = True
        self._intended = max(self._run.now_us(), self._intended + self._draw_think(think))
        self._sleep_until(self._intended)
        self._run.note_lag(self._phase, self._run.now_us() - self._intended)

    def repeat(self, times, name=None):
        """So many passes of a loop; the variable holds 0, 1, 2 ..."""
        return self._loop(range(times), name)

    def for_each(self, data, name=None):
        """One pass for each row of a data source, in order."""
        return self._loop(DATA[data]["rows"], name)

    def parallel(self, *steps):
        """Requests that start together and are awaited together."""
        self._enter(None)
        branches = [gevent.spawn(self._branch, step) for step in steps]
        self._branches = branches
        try:
            gevent.joinall(branches)
        finally:
            self._branches = ()
            gevent.killall(branches, block=False)
        ends = [branch.value for branch in branches if branch.value is not None]
        for end in ends:
            if not isinstance(end, EndOfFlow):
                raise end
        if ends:
            raise ends[0]

    @staticmethod
    def _branch(step):
        try:
            step()
        except Exception as error:
            return error
        return None

    def _loop(self, passes, name):
        saved = {key: self._values.get(key) for key in self._per_pass}
        for value in passes:
            for key in self._per_pass:
                self._values.pop(key, None)
            if name is not None:
                self._values[name] = value
            yield value
        self._values.update(saved)

    def _enter(self, series):
        """Before each step: no new one when the load is over, and none whose data has run out."""
        if self._pool.stopping:
            raise EndOfFlow("interrupted")
        if self._unsent is not None and series is not None:
            failure, self._unsent = self._unsent, None
            self._fail_unsent(series, failure)

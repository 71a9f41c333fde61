# --- The values of a user: variables and rows that are drawn, and its own chance. ---

import datetime
import math
import os
import random
import string
import uuid

LETTERS_AND_DIGITS = string.ascii_uppercase + string.ascii_lowercase + string.digits


class UserValues:
    """What a user holds: each value is drawn when it is first read in an iteration."""

    def value(self, name, column=None):
        """The value of a variable: drawn when it is first read in an iteration, captured, or of a loop."""
        found = self._values.get(name)
        if found is None:
            found = self._draw(name)
        if column is None:
            return found
        if isinstance(found, dict) and column in found:
            return found[column]
        if found is None and self._unsent is not None:
            return None
        raise MissingVariable(f"{name}.{column}")

    def text(self, name, column=None):
        """The same as text: strings as they are, the rest as JSON."""
        value = self.value(name, column)
        return "" if value is None and self._unsent is not None else as_text(value)

    def secret(self, name):
        """A secret, from the environment: it never stands in this file."""
        return os.environ[name]

    def _draw(self, name):
        if name in VARS:
            value = self._draw_variable(VARS[name])
        elif name in DATA:
            value = self._draw_row(name, DATA[name])
        else:
            raise MissingVariable(name)
        self._values[name] = value
        return value

    def _draw_variable(self, variable):
        kind = variable[0]
        if kind == "int":
            return self._random().randint(variable[1], variable[2])
        if kind == "uuid":
            return str(uuid.UUID(int=self._random().getrandbits(128), version=4))
        if kind == "string":
            return "".join(self._random().choices(LETTERS_AND_DIGITS, k=variable[1]))
        now = datetime.datetime.now(datetime.timezone.utc)
        if variable[1] == "iso":
            return now.isoformat(timespec="milliseconds").replace("+00:00", "Z")
        return int(now.timestamp()) if variable[1] == "s" else int(now.timestamp() * 1000)

    def _draw_row(self, name, table):
        rows = table["rows"]
        if table["pick"] == "random":
            return self._random().choice(rows)
        row = self._run.next_row(name)
        if table["pick"] == "sequential":
            return rows[row % len(rows)]
        if row >= len(rows):
            # The step that wanted it is told; it is a failure of its series.
            self._unsent = ("data", f"data {name} is used up", f"every row of {name} has been used")
            return None
        return rows[row]

    def _random(self):
        """This user's own chance; seeded when it is first needed."""
        if self._chance is None:
            self._chance = random.Random(":".join(map(str, self._seed)))
        return self._chance

    def _reseed(self, *keys):
        self._seed = keys
        self._chance = None

    def _draw_think(self, think):
        """A think time, µs."""
        kind = think[0]
        if kind == "uniform":
            return round((think[1] + (think[2] - think[1]) * self._random().random()) * 1e6)
        if kind == "exponential":
            return round(-think[1] * math.log(1 - self._random().random()) * 1e6)
        return round(think[1] * 1e6)

# --- Rows that hold secrets: not in this file, but in the JSON file that LOAD_GATE_DATA names; and what must not be shown. ---

import hashlib
import os
import sys
from json import loads

from locust import events
from locust.runners import MasterRunner

HOW_TO_WRITE_DATA = "`load-gate export locust SCENARIO --data FILE` writes it, with the flags of this plan; then set LOAD_GATE_DATA=FILE"


def read_secret_rows():
    """Puts the rows that are not in this file in their places. Answers what is in the way, as a sentence; None: nothing is."""
    names = [name for name, table in DATA.items() if table["rows"] is None]
    if not names:
        return None
    needed = f"the rows of {', '.join(names)} hold secrets and are not in the locustfile"
    path = os.environ.get("LOAD_GATE_DATA")
    if not path:
        return f"{needed}: they are read from a JSON file, and LOAD_GATE_DATA names none. {HOW_TO_WRITE_DATA}."
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError as error:
        return f"{needed}: they are read from {path}, which cannot be read ({error.strerror}). {HOW_TO_WRITE_DATA}."
    if hashlib.sha256(data).hexdigest() != PLAN["dataSha256"]:
        return f"{needed}, and {path} holds others than this plan has. {HOW_TO_WRITE_DATA}."
    rows = loads(data)
    for name in names:
        DATA[name]["rows"] = rows[name]
    return None


def hidden_values():
    """Every text that must not be shown: secrets of the environment, and columns of data that hold secrets."""
    values = {os.environ.get(name, "") for name in PLAN.get("secrets", ())}
    for table in DATA.values():
        for column in table.get("secret", ()):
            found = (row[column] if isinstance(row, dict) else row for row in table["rows"] or ())
            values.update(as_text(value) for value in found if value is not None)
    return values


class Masker:
    """Takes values out of texts, in all the forms that they may have there; as fast with many values as with few."""

    def __init__(self, values):
        self.forms = {}
        for form in {form for value in values if len(value) >= SHORTEST_SECRET for form in forms_of(value)}:
            self.forms.setdefault(form[:SHORTEST_SECRET], []).append(form)
        for forms in self.forms.values():
            forms.sort(key=len, reverse=True)

    def mask(self, text):
        """The text with a MASK for each of them; where two overlap, for both."""
        kept, end = [], 0
        for at in range(len(text) - SHORTEST_SECRET + 1 if self.forms else 0):
            form = next((form for form in self.forms.get(text[at : at + SHORTEST_SECRET], ()) if text.startswith(form, at)), None)
            if form is None:
                continue
            if at >= end:
                kept += (text[end:at], MASK)
            end = max(end, at + len(form))
        return "".join(kept) + text[end:]


DATA_PROBLEM = read_secret_rows()
HIDDEN = Masker(hidden_values())


def makes_load(arguments, environ):
    """Whether processes with these arguments make load for sure; a configuration file may say so, too."""
    named = {argument.partition("=")[0] for argument in arguments}
    return not named.isdisjoint(("--worker", "--processes")) or not environ.keys().isdisjoint(("LOCUST_MODE_WORKER", "LOCUST_PROCESSES"))


if DATA_PROBLEM is not None and makes_load(sys.argv, os.environ):
    # Before a worker has found its master, and while there is one process.
    raise SystemExit(DATA_PROBLEM)


@events.init.add_listener
def refuse_without_data(runner, **_):
    """Who makes load needs the rows; a master alone does not."""
    if DATA_PROBLEM is not None and not isinstance(runner, MasterRunner):
        raise SystemExit(DATA_PROBLEM)

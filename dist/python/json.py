# --- JSON as load-gate writes it, JSONPath, and how values compare. ---

import re
from functools import lru_cache
from json import JSONDecodeError, dumps, loads

MISSING = object()
NOTHING = object()
MOST_LEVELS = 200
PATH_SEGMENT = re.compile(r"\.(\*|[^.\[\]*'\"\s]+)|\[(?:(\*)|(-?\d{1,9})|'((?:[^'\\]|\\.)*)'|\"((?:[^\"\\]|\\.)*)\")\]")


def json_text(value):
    """JSON as JavaScript writes it: no spaces, whole numbers without a point."""
    text = dumps(plain_numbers(value), separators=(",", ":"), ensure_ascii=False)
    return SURROGATE.sub(lambda half: f"\\u{ord(half[0]):04x}", text)


def plain_numbers(value):
    """The same value with numbers like 2.0 as whole ones."""
    if isinstance(value, float):
        return int(value) if value.is_integer() and abs(value) < 1e21 else value
    if isinstance(value, dict):
        return {key: plain_numbers(child) for key, child in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain_numbers(child) for child in value]
    return value


def as_text(value):
    """A value as it stands in a text: strings as they are, the rest as JSON."""
    return value if isinstance(value, str) else json_text(value)


def json_of(text):
    """The value of a JSON text; MISSING when it is none."""
    try:
        return loads(text, parse_constant=refuse_constant)
    except (JSONDecodeError, ValueError):
        return MISSING


def refuse_constant(name):
    """Python would read NaN and Infinity, which are no JSON."""
    raise ValueError(name)


@lru_cache(maxsize=1024)
def path_of(path):
    """The steps of a JSONPath of names, indexes and stars."""
    steps, at = [], 1
    while at < len(path):
        match = PATH_SEGMENT.match(path, at)
        if match is None:
            raise ValueError(f"{path} is no path that this file can follow")
        dotted, star, index, single, double = match.groups()
        if dotted == "*" or star:
            steps.append(("all", None))
        elif index is not None:
            steps.append(("index", int(index)))
        else:
            name = dotted if dotted is not None else re.sub(r"\\(.)", r"\1", single if single is not None else double)
            steps.append(("name", name))
        at = match.end()
    return steps


def find_json(document, path):
    """All values of a path; none: an empty list."""
    found = [document]
    for kind, key in path_of(path):
        following = []
        for value in found:
            if isinstance(value, dict):
                if kind == "all":
                    following.extend(value.values())
                elif kind == "name" and key in value:
                    following.append(value[key])
            elif isinstance(value, list):
                if kind == "all":
                    following.extend(value)
                elif kind == "index" and -len(value) <= key < len(value):
                    following.append(value[key])
        found = following
    return found


def is_equal(left, right):
    """Equal as JSON: true is not 1."""
    if isinstance(left, dict) and isinstance(right, dict):
        return left.keys() == right.keys() and all(is_equal(value, right[key]) for key, value in left.items())
    if isinstance(left, (list, tuple)) and isinstance(right, (list, tuple)):
        return len(left) == len(right) and all(map(is_equal, left, right))
    return isinstance(left, bool) == isinstance(right, bool) and left == right


def holds_pattern(value, pattern):
    """Every key of the pattern is in the value with what holds in turn; lists are as long and hold item by item."""
    if isinstance(pattern, dict):
        return isinstance(value, dict) and all(key in value and holds_pattern(value[key], wanted) for key, wanted in pattern.items())
    if isinstance(pattern, (list, tuple)):
        return isinstance(value, list) and len(value) == len(pattern) and all(map(holds_pattern, value, pattern))
    return is_equal(value, pattern)


def is_deeper(value, levels):
    """Deeper values would be a danger to all that walks them later."""
    children = value.values() if isinstance(value, dict) else value if isinstance(value, list) else None
    return children is not None and (levels == 0 or any(is_deeper(child, levels - 1) for child in children))

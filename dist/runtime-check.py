# --- Looking at what came: JSON as load-gate writes it, JSONPath, expressions, expectations, captures, and masking for people. ---

import base64
import re
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from json import JSONDecodeError, dumps, loads
from urllib.parse import quote, quote_plus

MISSING = object()
NOTHING = object()
EXCERPT = 120
MOST_MASKED = 4096
LONGEST_SAMPLE = 300
SHORTEST_SECRET = 3
SHORTEST_CAPTURED = 4
MOST_LEVELS = 200
MASK = "***"

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


def format_number(value, digits):
    """1234.5 -> 1,234.5, without trailing zeros."""
    text = f"{Decimal(value).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP):,}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def format_duration(seconds):
    """250 ms, 2.5 s, 1 m 30 s: as load-gate's reports have it."""
    ms = seconds * 1000
    if ms < 1000:
        return f"{format_number(ms, 0)} ms"
    if ms < 60_000:
        return f"{format_number(seconds, 1)} s"
    whole = int(seconds + 0.5)
    parts = [(whole // 3600, "h"), (whole % 3600 // 60, "m"), (whole % 60, "s")]
    return " ".join(f"{count} {unit}" for count, unit in parts if count > 0)


@lru_cache(maxsize=1024)
def regex_of(source, flags):
    """An expression of the scenario, made once."""
    return js_regex(source, flags)


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


class Content:
    """What an answer or a message holds, read at most once; shown says what it is, for people."""

    __slots__ = ("_data", "_json", "_text", "headers", "shown")

    def __init__(self, data, headers, shown):
        self._data = data
        self._text = data if isinstance(data, str) else None
        self._json = None
        self.headers = headers
        self.shown = shown

    def text(self):
        """The body as text."""
        if self._text is None:
            self._text = b"".join(self._data).decode("utf-8", "replace")
        return self._text

    def json(self):
        """The body as JSON; MISSING when it is none."""
        if self._json is None:
            self._json = (json_of(self.text()),)
        return self._json[0]


def check_answer(call, status, expect, max_size, mask):
    """Holds an answer against what the step expects; None: all of it holds. The first that does not is the failure."""
    if not any(low <= call.status <= high for low, high in status):
        wanted = ", ".join(str(low) if low == high else f"{low // 100}xx" for low, high in status)
        retry = call.headers.get("retry-after")
        after = f" (retry-after: {retry[:40]})" if isinstance(retry, str) else ""
        return "status", f"status {call.status}", f"answered {call.status}; expected {wanted}{after}"
    if max_size is not None and call.received > max_size:
        return failed_check("body is larger than max_size", f"the body has {call.received} bytes; max_size allows {max_size}")
    if call.keep and call.received > call.most_kept:
        return failed_check(
            "body is too large to be checked", f"the body has {call.received} bytes; up to {call.most_kept} are kept for checks"
        )
    if not expect:
        return None
    try:
        for kind in ("header", "body", "json"):
            for item in expect:
                failure = CHECKS[item[0]](call.content, item, mask) if GROUPS[item[0]] == kind else None
                if failure is not None:
                    return failure
    except RecursionError:
        return too_deep()
    return None


def failed_check(reason, sample):
    """A failure of class check."""
    return "check", f"check {reason}", sample


def too_deep():
    """Servers can nest JSON deeper than recursion reaches, which is a failed check and no reason to stop."""
    return failed_check("body is nested too deeply", "the JSON of the answer is nested too deeply to be looked at")


def check_header(content, item, mask):
    """("header", name, "literal" or "regex", text or source, flags)"""
    _, name, kind, wanted, flags = item
    value = content.headers.get(name.lower())
    if value is None:
        return failed_check(f"header {name.lower()} is missing", f"the answer has no header {name.lower()}")
    text = value if isinstance(value, str) else ", ".join(value)
    if regex_of(wanted, flags).search(text) if kind == "regex" else text == wanted:
        return None
    shown = f"/{wanted}/{flags}" if kind == "regex" else f'"{wanted}"'
    return failed_check(f"header {name.lower()}", f'header {name.lower()} is "{excerpt(text, mask)}"; expected {shown}')


def check_contains(content, item, mask):
    """("contains", text) or ("contains", text, the text as the scenario has it)"""
    if item[1] in content.text():
        return None
    return failed_check(f'body does not contain "{cut(item[-1])}"', f'the body is "{excerpt(content.text(), mask)}"')


def check_equals(content, item, mask):
    """("equals", text) or ("equals", text, the text as the scenario has it)"""
    if item[1] == content.text():
        return None
    return failed_check(f'body does not equal "{cut(item[-1])}"', f'the body is "{excerpt(content.text(), mask)}"')


def check_matches(content, item, mask):
    """("matches", source, flags)"""
    if regex_of(item[1], item[2]).search(content.text()):
        return None
    return failed_check(f"body does not match /{item[1]}/{item[2]}", f'the body is "{excerpt(content.text(), mask)}"')


def check_json(content, item, mask):
    """("json", path, {equals, matches, min, max, exists, min_length})"""
    _, path, test = item
    document = content.json()
    if document is MISSING:
        return failed_check("body is not JSON", f'the body is "{excerpt(content.text(), mask)}"')
    found = find_json(document, path)
    if test.get("exists") is False:
        if not found:
            return None
        return failed_check(f"json {path} exists", f"{path} is {excerpt(json_text(found[0]), mask)}; expected nothing there")
    if not found:
        return failed_check(f"json {path} is missing", f'{path} finds nothing in "{excerpt(content.text(), mask)}"')
    wrong = test_value(found[0], test)
    if wrong is None:
        return None
    return failed_check(f"json {path}", f"{path} is {excerpt(json_text(found[0]), mask)}; expected {wrong}")


CHECKS = {"header": check_header, "contains": check_contains, "equals": check_equals, "matches": check_matches, "json": check_json}
GROUPS = {"header": "header", "contains": "body", "equals": "body", "matches": "body", "json": "json"}


def test_value(value, test):
    """What was expected of a value and does not hold, in words; None when all holds."""
    if "equals" in test and not is_equal(value, test["equals"]):
        return json_text(test["equals"])
    if "matches" in test and not regex_of(*test["matches"]).search(as_text(value)):
        return "/{}/{}".format(*test["matches"])
    number = value if isinstance(value, (int, float)) and not isinstance(value, bool) else None
    if "min" in test and (number is None or number < test["min"]):
        return f"at least {json_text(test['min'])}"
    if "max" in test and (number is None or number > test["max"]):
        return f"at most {json_text(test['max'])}"
    if "min_length" in test and (not isinstance(value, (str, list)) or len(value) < test["min_length"]):
        return f"a length of at least {test['min_length']}"
    return None


def take_captures(content, captures, random):
    """The captured values by name, or the failure (a tuple) of the first that finds nothing."""
    taken = {}
    for name, capture in captures.items():
        try:
            found = find_values(content, capture)
            value = found[0] if len(found) == 1 or (found and capture[-1] == "first") else random().choice(found) if found else None
            if value is not None and is_deeper(value, MOST_LEVELS):
                return too_deep()
        except RecursionError:
            return too_deep()
        if value is None:
            kind = capture[0]
            where = capture[1] if kind == "json" else f"header {capture[1]}" if kind == "header" else f"/{capture[1]}/"
            return failed_check(f"capture {name} found nothing", f"{where} finds nothing in {content.shown}")
        taken[name] = value
    return taken


def find_values(content, capture):
    """Everything that a capture could take."""
    if capture[0] == "header":
        value = content.headers.get(capture[1].lower())
        return [] if value is None else [value] if isinstance(value, str) else value
    if capture[0] == "json":
        document = content.json()
        return [] if document is MISSING else find_json(document, capture[1])
    match = regex_of(capture[1], capture[2]).search(content.text())
    if match is None:
        return []
    return [match[1] if match.re.groups and match[1] is not None else match[0]]


def is_deeper(value, levels):
    """Deeper values would be a danger to all that walks them later."""
    children = value.values() if isinstance(value, dict) else value if isinstance(value, list) else None
    return children is not None and (levels == 0 or any(is_deeper(child, levels - 1) for child in children))


def texts_in(value):
    """Every text and number inside a captured value, as text."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        return [text for child in value for text in texts_in(child)]
    return [as_text(value)]


def capturable(content, captures):
    """All texts that captures could take, for masking: a check may fail before they are taken."""
    texts = []
    for capture in captures.values():
        try:
            texts += [text for value in find_values(content, capture) for text in texts_in(value)]
        except RecursionError:
            continue
    return texts


@lru_cache(maxsize=4096)
def forms_of(secret):
    """A secret as it could stand in a text: as it is, in base64, percent-encoded, in a form, in JSON."""
    data = utf8(secret)
    coded = base64.b64encode(data).decode()
    forms = {
        secret,
        coded,
        coded.rstrip("="),
        coded.replace("+", "-").replace("/", "_").rstrip("="),
        encode_field(secret),
        escape_target(secret),
        quote(data, safe=";,/?:@&=+$-_.!~*'()#"),
        quote_plus(data, safe="*"),
        json_text(secret)[1:-1],
    }
    return tuple(form for form in forms if len(form) >= SHORTEST_SECRET)


def mask_text(text, values):
    """A text without these values, the longest first: one that holds another must not leave its ends behind."""
    forms = {form for value in values if len(value) >= SHORTEST_SECRET for form in forms_of(value)}
    for form in sorted(forms, key=len, reverse=True):
        text = text.replace(form, MASK)
    return text


def excerpt(text, mask):
    """The beginning of what a server sent; masked before it is cut, since half a secret is one, too."""
    if len(text) <= MOST_MASKED:
        return cut(mask(text))
    masked = mask(text[:MOST_MASKED])
    # So short, it is almost all secrets, and what stands at its end may be half of one.
    return cut(masked) if len(masked) > EXCERPT else f"{MASK}…"


def cut(text):
    """A text that fits into a line."""
    return text if len(text) <= EXCERPT else f"{text[:EXCERPT]}…"

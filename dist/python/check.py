# --- What an answer or a message holds, held against what a step expects. ---

from functools import lru_cache


@lru_cache(maxsize=1024)
def regex_of(source, flags):
    """An expression of the scenario, made once."""
    return js_regex(source, flags)


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

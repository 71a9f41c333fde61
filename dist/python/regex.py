# --- Regular expressions: the scenario has them as JavaScript reads them. ---

import re

JS_ENDS = r"\n\r\u2028\u2029"
JS_SPACES = r"\t\n\v\f\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
JS_QUANTIFIER = re.compile(r"\{[0-9]+(?:,[0-9]*)?\}")


def js_regex(source, flags):
    r"""
    The Python pattern that finds what a JavaScript one does, to be used with `search`. The expression holds nothing that has no like here (named groups,
    looking behind, references back, \p{…}): load-gate refuses those. `\w`, `\d`, `\b` and the flag i are about ASCII, as in JavaScript without the flag u.
    """
    parts = []
    at = 0
    while at < len(source):
        sign = source[at]
        quantifier = JS_QUANTIFIER.match(source, at)
        if sign == "\\":
            parts.append(js_escape(source[at : at + 2]))
            at += 2
        elif sign == "[":
            end = js_class_end(source, at)
            parts.append(js_class(source[at + 1 : end]))
            at = end + 1
        elif quantifier:
            parts.append(quantifier.group())
            at = quantifier.end()
        else:
            parts.append(js_sign(sign, flags))
            at += 1
    ignored = re.IGNORECASE if "i" in flags else 0
    return re.compile("".join(parts), re.ASCII | re.DOTALL | ignored)


def js_sign(sign, flags):
    """One character outside of brackets. A line ends at four characters, and `$` is no place before the last of them."""
    if sign == ".":
        return "." if "s" in flags else f"[^{JS_ENDS}]"
    if sign == "^":
        return f"(?<![^{JS_ENDS}])" if "m" in flags else "^"
    if sign == "$":
        return rf"(?=[{JS_ENDS}]|\Z)" if "m" in flags else r"\Z"
    return "\\" + sign if sign in "{}]" else sign


def js_escape(escape):
    """A backslash and what follows it, outside of brackets."""
    if escape == r"\s":
        return f"[{JS_SPACES}]"
    if escape == r"\S":
        return f"[^{JS_SPACES}]"
    if escape == r"\B":
        # Python's own finds no such place in an empty text.
        return r"(?!\b)"
    return r"\x00" if escape == r"\0" else escape


def js_class_end(source, at):
    """Where the `]` is that closes the `[` at a place."""
    at += 1
    while at < len(source) and source[at] != "]":
        at += 2 if source[at] == "\\" else 1
    return at


def js_class(inside):
    """A set of characters without its brackets; `[]` matches nothing, and `[^]` anything."""
    if inside == "":
        return "(?!)"
    if inside == "^":
        return r"[\s\S]"
    start = "^" if inside[0] == "^" else ""
    items = re.findall(r"\\.|[^\\]", inside[len(start) :], re.DOTALL)
    parts = []
    for place, item in enumerate(items):
        around = items[max(0, place - 1) : place] + items[place + 1 : place + 2]
        if item == r"\s":
            parts.append(JS_SPACES)
        elif item == r"\0":
            parts.append(r"\x00")
        elif item in "[&~|":
            parts.append("\\" + item)
        elif item == "-" and any(other in (r"\d", r"\D", r"\w", r"\W", r"\s", r"\S") for other in around):
            parts.append(r"\-")
        else:
            parts.append(item)
    return f"[{start}{''.join(parts)}]"

# --- What people read: durations, excerpts, and texts without secrets. ---

import base64
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from urllib.parse import quote, quote_plus

EXCERPT = 120
MOST_MASKED = 4096
LONGEST_SAMPLE = 300
SHORTEST_SECRET = 3
SHORTEST_CAPTURED = 4
MASK = "***"


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


def cut_sample(text):
    """A sample as long as reports show it."""
    return text if len(text) <= LONGEST_SAMPLE else f"{text[: LONGEST_SAMPLE - 1]}…"

# --- What is taken from an answer or a message, for later steps. ---


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

"""JSON text with sorted keys: MicroPython keeps no order of keys and its json has no sort_keys."""

ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def to_json(value: object) -> str:
    """JSON of None, booleans, integers, shares (floats in hundredths), text, lists and dicts with text
    keys.
    """
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return hundredths(value)
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, dict):
        return "{" + ", ".join([quoted(key) + ": " + to_json(value[key]) for key in sorted(value)]) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join([to_json(one) for one in value]) + "]"
    raise TypeError("no JSON for " + str(type(value)))


def hundredths(share: float) -> str:
    whole = int(share * 100 + 0.5)
    return "%d.%02d" % (whole // 100, whole % 100)


def quoted(text: str) -> str:
    return '"' + "".join([escaped(letter) for letter in text]) + '"'


def escaped(letter: str) -> str:
    if letter in ESCAPES:
        return ESCAPES[letter]
    return "\\u%04x" % ord(letter) if ord(letter) < 32 else letter

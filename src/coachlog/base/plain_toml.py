"""The plain part of TOML, in which the program writes its own configuration: a key, a value."""


def plainly(text: str) -> dict[str, str | bool] | None:
    """What *text* holds, or None where it needs the whole of TOML, or is none.

    `tomllib` says the same; to load it takes longer than to open the journal.
    """
    found: dict[str, str | bool] = {}
    for line in text.split("\n"):
        if not line.isprintable():
            return None
        key, equals, value = (part.strip(" ") for part in line.partition("="))
        if not line.strip(" ") or line.lstrip(" ").startswith("#"):
            continue
        read = _value(value)
        if not (equals and key.isascii() and key.isidentifier()) or key in found or read is None:
            return None
        found[key] = read
    return found


def _value(text: str) -> str | bool | None:
    if text in ("true", "false"):
        return text == "true"
    inner = text[1:-1]
    quoted = len(text) > 1 and text[0] == text[-1] == '"'
    return inner if quoted and '"' not in inner and "\\" not in inner else None

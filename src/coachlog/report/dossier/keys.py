"""What is typed to mean a record or a text of it."""

import re


def plain_key(typed: str) -> str:
    """Return a key as it is compared: `session 12`, `Session:12` and `session: 12` are one."""
    return re.sub(r"[\s:_]+", ":", typed.strip().casefold())

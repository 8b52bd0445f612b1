"""How long names may be, and how a name is told apart from the rest."""

import re

NAME_MOST = 200
LINE_MOST = 500
HANDLE_MOST = 40


_BRACKETS = re.compile(r"(.*[^\s(].*?)\s*\(([^()]*[^()\s][^()]*)\)")


def without_brackets(name: str) -> tuple[str, str]:
    """A name, and what stands in brackets behind it: `Jonas Peeters (magazijn)`."""
    found = _BRACKETS.fullmatch(name.strip())
    return (found[1], found[2].strip()) if found else (name, "")

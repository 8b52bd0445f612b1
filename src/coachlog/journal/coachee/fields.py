"""How long names may be, and how a name is split from what stands in brackets."""

import re

NAME_MOST = 200
LINE_MOST = 500
HANDLE_MOST = 40


_BRACKETS = re.compile(r"(.*[^\s(].*?)\s*\(([^()]*[^()\s][^()]*)\)")


def without_brackets(name: str) -> tuple[str, str]:
    """Split a name from what stands in brackets after it; the second part may be empty.

    `Jonas Peeters (magazijn)` becomes `("Jonas Peeters", "magazijn")`.
    """
    match = _BRACKETS.fullmatch(name.strip())
    return (match[1], match[2].strip()) if match else (name, "")

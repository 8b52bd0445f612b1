"""The fields of a coachee: bounds and enumerations, and how a name is told apart from the rest."""

import re

from coachlog.base.texts import LANGUAGES

__all__ = ["BASES", "HANDLE_MOST", "LANGUAGES", "LINE_MOST", "NAME_MOST", "without_brackets"]

NAME_MOST = 200
LINE_MOST = 500
HANDLE_MOST = 40

BASES = ("legitimate_interest", "contract", "consent")
"""On what keeping notes rests; never consent by default between employer and employee."""

_BRACKETS = re.compile(r"(.*[^\s(].*?)\s*\(([^()]*[^()\s][^()]*)\)")


def without_brackets(name: str) -> tuple[str, str]:
    """A name, and what stands in brackets behind it: `Jonas Peeters (magazijn)`."""
    found = _BRACKETS.fullmatch(name.strip())
    return (found[1], found[2].strip()) if found else (name, "")

"""An if-then plan as one typed line: “Koen is cross, then I wait”, “als … dan …”, “… -> …”."""

import re

from coachlog.interview.fills import ActionPlan

_IF = re.compile(r"^(?:als|if|si)\s+", re.IGNORECASE)
_THEN = re.compile(r"^(?:dan|then|alors)\s+", re.IGNORECASE)
_ARROW = re.compile(r"\s*(?:->|→|=>)\s*")
_COMMA = re.compile(r"\s*[,;]\s*(?:dan|then|alors)\s+", re.IGNORECASE)
_PARTED = re.compile(r"\s*[,;]\s*")
_BARE = re.compile(r"\s+(?:dan|then|alors(?! que))\s+", re.IGNORECASE)
_COMPARED = re.compile(r"(?:\w{2,}er|meer|minder|anders|liever|ander|andere)$", re.IGNORECASE)
"""Words behind which *dan* is “than” in Dutch, and begins no plan."""


def plan_of(line: str) -> ActionPlan:
    """What may get in the way, and where the line tells it, what will be done then."""
    text = line.strip()
    for mark in (_ARROW, _COMMA):
        parts = mark.split(text, maxsplit=1)
        if len(parts) > 1 and all(parts):
            return {"obstacle": obstacle(parts[0]), "plan": then(parts[1])}
    whole = _IF.match(text)
    found = [each for each in _BARE.finditer(text) if not _COMPARED.search(text[: each.start()])]
    if whole and len(found) == 1 and text[found[0].end() :].strip():
        parted = found[0]
        return {
            "obstacle": obstacle(text[: parted.start()]),
            "plan": then(text[parted.end() :]),
        }
    parts = _PARTED.split(text)
    if whole and len(parts) == len(("if", "then")) and all(parts):
        return {"obstacle": obstacle(parts[0]), "plan": then(parts[1])}
    return {"obstacle": obstacle(text)} if text else {}


def obstacle(text: str) -> str:
    """*text* without the “if” that stands before it on the screen already."""
    return _IF.sub("", text.strip(), count=1) or text.strip()


def then(text: str) -> str:
    """*text* without the “then” that stands before it on the screen already."""
    return _THEN.sub("", text.strip(), count=1) or text.strip()

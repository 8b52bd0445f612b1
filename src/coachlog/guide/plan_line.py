"""An if-then plan as one typed line: “Koen is cross, then I wait”, “als … dan …”, “… -> …”."""

import re

from coachlog.interview.fills import ActionPlan

_IF = re.compile(r"^(?:als|if|si)\s+", re.IGNORECASE)
_THEN = re.compile(r"^(?:dan|then|alors)\s+", re.IGNORECASE)
_ARROW = re.compile(r"\s*(?:->|→|=>)\s*")
_COMMA_THEN = re.compile(r"\s*[,;]\s*(?:dan|then|alors)\s+", re.IGNORECASE)
_COMMA = re.compile(r"\s*[,;]\s*")
_BARE_THEN = re.compile(r"\s+(?:dan|then|alors(?! que))\s+", re.IGNORECASE)
_COMPARATIVE = re.compile(r"(?:\w{2,}er|meer|minder|anders|liever|ander|andere)$", re.IGNORECASE)
"""Words after which the Dutch *dan* means “than”, and begins no plan."""


def parse_plan(line: str) -> ActionPlan:
    """Return the obstacle, and the plan if the line has one.

    An arrow, or a comma with “then”, separates the two. A “then” or a comma alone does so only in
    a line that begins with “if”, and only if the line has a single one.
    """
    text = line.strip()
    for separator in (_ARROW, _COMMA_THEN):
        parts = separator.split(text, maxsplit=1)
        if len(parts) > 1 and all(parts):
            return _plan(parts[0], parts[1])
    if _IF.match(text):
        thens = [
            match
            for match in _BARE_THEN.finditer(text)
            if not _COMPARATIVE.search(text[: match.start()])
        ]
        if len(thens) == 1:
            obstacle, plan = text[: thens[0].start()], text[thens[0].end() :]
            if plan.strip():
                return _plan(obstacle, plan)
        obstacle, *plans = _COMMA.split(text)
        if len(plans) == 1 and obstacle and plans[0]:
            return _plan(obstacle, plans[0])
    return {"obstacle": _without_if(text)} if text else {}


def _plan(obstacle: str, plan: str) -> ActionPlan:
    return {"obstacle": _without_if(obstacle), "plan": without_then(plan)}


def _without_if(text: str) -> str:
    """Return *text* without the leading “if”, which the screen shows already."""
    return _IF.sub("", text.strip(), count=1) or text.strip()


def without_then(text: str) -> str:
    """Return *text* without the leading “then”, which the screen shows already."""
    return _THEN.sub("", text.strip(), count=1) or text.strip()

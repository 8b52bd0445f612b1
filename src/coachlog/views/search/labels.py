"""What each field that can be found is called, for people."""

from coachlog.base.texts import N_, _
from coachlog.journal.common.field_names import label as name
from coachlog.store.fulltext import PRIVATE, SHARED
from coachlog.views.search.hits import Hit

_ALONE_HERE = {
    ("answer", "text"): N_("Also asked"),
    ("option", "contact"): N_("Option: who helps"),
    ("option", "pros"): N_("Option: for"),
    ("option", "cons"): N_("Option: against"),
}
"""What is found of an option or an answer stands alone: its label says what it belongs to."""

FIELDS = {
    noun: {
        column: _ALONE_HERE.get((noun, column)) or name(noun, column)
        for column in (*SHARED.get(noun, ()), *PRIVATE.get(noun, ()))
    }
    for noun in (*SHARED, *(each for each in PRIVATE if each not in SHARED))
}
"""By table and column. Labels of more than 26 characters would stand on a line of their own."""

_NUMBERED = {
    "goal": N_("Goal {n}"),
    "action": N_("Action {n}"),
    "review": N_("Action {n}"),
    "topic": N_("Topic {n}"),
    "trajectory": N_("Trajectory {n}"),
    "talent": N_("Talent {n}"),
    "release": N_("Released text {n}"),
    "objective": N_("Objective {n}"),
    "observation": N_("Observation {n}"),
    "growth": N_("Own development {n}"),
}
_ALONE = ("statement", "what", "text", "strength", "purpose", "fact")
"""Fields that are what the record is: its name and number say enough."""


def record(hit: Hit) -> str:
    """What a numbered record is called."""
    return _(_NUMBERED[hit.line.noun]).format(n=hit.line.number)


def label(hit: Hit) -> str:
    """What stands before a text: the question, or which record and which field of it."""
    line = hit.line
    if line.noun == "release":
        return " · ".join(
            (record(hit), *_beside(line.noun, line.field), _("for {whom}").format(whom=hit.about))
        )
    if hit.about:
        return hit.about
    field = _(FIELDS[line.noun][line.field])
    if line.noun not in _NUMBERED or hit.name is None:
        return field  # what is of nobody has its name in the heading
    return " · ".join((record(hit), *_beside(line.noun, line.field)))


def _beside(noun: str, field: str) -> tuple[str, ...]:
    """The name of a field beside that of its record, where it is not what the record is."""
    return () if field in _ALONE else (_(FIELDS[noun][field]),)

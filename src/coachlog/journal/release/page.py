"""What was released, as people read it: a goal by the fields of a plan, and what came of a copy."""

from collections.abc import Iterator
from typing import Any

from coachlog.base.days import day_text
from coachlog.base.texts import N_, _
from coachlog.display.page import Line, Section
from coachlog.journal.release.fields import GOAL_FIELDS, LISTED
from coachlog.schema.release import RELEASE
from coachlog.schema.vocabulary import YES_NO

LABELS = {
    **RELEASE.labels,
    "text": N_("Development goal"),
    "why": N_("Why I want this"),
}
"""What each field of a released goal is called on a development plan."""


def section(copy: Any, language: str) -> Section:
    """A copy under the name of its reader; *copy* is a row of the view `releases`."""
    title = _("For {whom}").format(whom=copy.to_whom)
    return Section(title, list(lines(copy, language)), "released", withdrawn(copy, language))


def lines(copy: Any, language: str) -> Iterator[Line]:
    """The exact words, who agreed to them and when, and what came of it since."""
    yield from words(copy, language)
    yield Line(_(LABELS["agreed_by"]), f"{copy.agreed_by}, {day_text(copy.released_on, language)}")
    yield Line(_("Number"), str(copy.number))
    if copy.personnel_file is not None:
        yield Line(_(LABELS["personnel_file"]), _(YES_NO[int(copy.personnel_file)]))
    if copy.handed_over_on:
        yield Line(_("Handed over"), day_text(copy.handed_over_on, language))


def words(copy: Any, language: str) -> Iterator[Line]:
    """What the reader may read: the text, or what is there of a goal."""
    if copy.goal is None:
        yield Line("", copy.text)
        return
    for field in GOAL_FIELDS:
        yield from (Line(_(LABELS[field]), each) for each in values(copy, field, language))


def values(copy: Any, field: str, language: str) -> list[str]:
    """A field of a released goal as people read it: each step on its own; nothing where empty."""
    kept = getattr(copy, field)
    if not kept:
        return []
    if field.endswith("_on"):
        return [day_text(kept, language)]
    return str(kept).split("\n") if field in LISTED else [kept]


def withdrawn(copy: Any, language: str) -> str:
    """That it was withdrawn, and when; empty where it holds."""
    if not copy.withdrawn_on:
        return ""
    return _("withdrawn {day}").format(day=day_text(copy.withdrawn_on, language))

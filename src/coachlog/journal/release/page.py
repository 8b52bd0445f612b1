"""Shows released copies as people read them; a goal by the fields of a development plan."""

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
    """Return the section of a *copy*, a row of the view `releases`, titled with its reader."""
    title = _("For {whom}").format(whom=copy.to_whom)
    return Section(title, list(lines(copy, language)), "released", withdrawn(copy, language))


def lines(copy: Any, language: str) -> Iterator[Line]:
    """Yield the exact words, who agreed to them and when, and whether they were handed over."""
    yield from words(copy, language)
    yield Line(_(LABELS["agreed_by"]), f"{copy.agreed_by}, {day_text(copy.released_on, language)}")
    yield Line(_("Number"), str(copy.number))
    if copy.personnel_file is not None:
        yield Line(_(LABELS["personnel_file"]), _(YES_NO[int(copy.personnel_file)]))
    if copy.handed_over_on:
        yield Line(_("Handed over"), day_text(copy.handed_over_on, language))


def words(copy: Any, language: str) -> Iterator[Line]:
    """Return what the reader gets to read: the text, or the filled fields of a goal."""
    return iter([Line("", copy.text)]) if copy.goal is None else goal_words(copy, language)


def goal_words(copy: Any, language: str) -> Iterator[Line]:
    """Yield the filled fields of a released goal as people read them."""
    for field in GOAL_FIELDS:
        for text in values(copy, field, language):
            yield Line(_(LABELS[field]), text)


def values(copy: Any, field: str, language: str) -> list[str]:
    """Return a field of a released goal as people read it: one text for each step in it.

    Empty where the field is.
    """
    value = getattr(copy, field)
    if not value:
        return []
    if field.endswith("_on"):
        return [day_text(value, language)]
    if field in LISTED:
        return str(value).split("\n")
    return [value]


def withdrawn(copy: Any, language: str) -> str:
    """Return that a copy was withdrawn, and when; empty if it was not."""
    if not copy.withdrawn_on:
        return ""
    return _("withdrawn {day}").format(day=day_text(copy.withdrawn_on, language))

"""The coach's own page: names may stand on it, for only the coach sees it."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from coachlog.base.texts import _, language, ngettext
from coachlog.dates.show import show_hours
from coachlog.display.page import Line, Page, Section, page_of
from coachlog.journal.common.marks import action_standing, goal_line
from coachlog.journal.common.reads import values_of
from coachlog.journal.growth.rating.competences import Competences
from coachlog.journal.growth.rating.queries import course_data
from coachlog.schema.growth import GROWTH_KINDS
from coachlog.terminal.context import hint
from coachlog.values.roles import ROLE_KINDS
from coachlog.views.growth.page import rating_lines
from coachlog.views.me.read import GrowthOfKind, Me, MoreAboutMe, Promise


class MeLine(NamedTuple):
    """One item of the coach's own page, as `me --csv` gives it.

    part     role (somebody with an active trajectory), goal, rating, growth or promise
    id       the kind of the trajectory or of growth, or the competence
    number   of the goal or the action
    on       when a goal is to be reached, an action is due, or a figure was given
    value    the latest score, the figure from 1 to 5, or how often
    """

    part: str
    id: str | None = None
    coachee: str | None = None
    number: int | None = None
    text: str | None = None
    on: str | None = None
    value: int | None = None
    minutes: int | None = None


def page(
    me: Me, competences: Competences | None, more: Sequence[MoreAboutMe], name: str, today: date
) -> Page:
    """Return the page of the coach called *name*; without *competences* none was rated."""
    ratings = rating_lines(competences, me.ratings, today) if competences else []
    sections = [
        Section(_("Whom I talk with now"), _roles(me), note=_count_people(me)),
        Section(
            _("My own goals"),
            [goal_line(own.goal, own.figures, today, language()) for own in me.goals],
        ),
        Section(_("How I rate myself"), ratings, "private"),
        Section(
            _("What I learned in {year}").format(year=today.year),
            [growth_line(growth) for growth in me.growth],
        ),
        *(found.section for found in more),
        Section(_("What I promised"), [_promise(promise, today) for promise in me.promises]),
    ]
    title = _("My own page")
    return page_of(title, [name], sections, _hints(me))


def record(me: Me, more: Sequence[MoreAboutMe]) -> Mapping[str, object]:
    """Return the JSON of the page; each section of *more* under its own key."""
    return {
        "people": [
            {"kind": person.kind, "coachee": person.handle, "name": person.name}
            for person in me.people
        ],
        "goals": [
            values_of(own.goal, "number", "statement", "target", "target_on")
            | {"figures": list(own.figures)}
            for own in me.goals
        ],
        "ratings": {name: course_data(lines) for name, lines in me.ratings.items()},
        "growth": [growth._asdict() for growth in me.growth],
        **{found.key: found.data for found in more},
        "promises": [
            {
                "number": promise.number,
                "coachee": promise.handle,
                "what": promise.what,
                "due_on": promise.due_on,
            }
            for promise in me.promises
        ],
    }


def flat(me: Me) -> Iterator[MeLine]:
    """Yield the page as flat lines, in its order."""
    for person in me.people:
        yield MeLine("role", person.kind, person.handle, text=person.name)
    for own in me.goals:
        goal, score = own.goal, own.figures[-1] if own.figures else None
        yield MeLine("goal", None, None, goal.number, goal.statement, goal.target_on, score)
    for competence, lines in me.ratings.items():
        yield MeLine("rating", competence, on=lines[-1].rated_on, value=lines[-1].figure)
    for growth in me.growth:
        yield MeLine("growth", growth.kind, value=growth.times, minutes=growth.minutes)
    for promise in me.promises:
        values = (promise.handle, promise.number, promise.what, promise.due_on)
        yield MeLine("promise", None, *values)


def growth_line(growth: GrowthOfKind) -> Line:
    """Return how often and how long the coach learned in one way."""
    times = ngettext("{n} time", "{n} times", growth.times).format(n=growth.times)
    hours = show_hours(growth.minutes, language()) if growth.minutes else ""
    return Line(_(GROWTH_KINDS[growth.kind]), ", ".join(filter(None, (times, hours))))


def _roles(me: Me) -> list[Line]:
    """Return a line for each role: how many people, and who."""
    lines = []
    for kind, label in ROLE_KINDS.items():
        names = [person.name for person in me.people if person.kind == kind]
        if names:
            lines.append(Line(_(label), ", ".join(names), str(len(names))))
    return lines


def _count_people(me: Me) -> str:
    n = len({person.handle for person in me.people})
    return ngettext("{n} person at once", "{n} people at once", n).format(n=n) if n else ""


def _promise(promise: Promise, today: date) -> Line:
    """Return an open action of the coach, for whom, and how it stands."""
    standing = action_standing("open", promise.due_on, None, today, language())
    name = _("for myself") if promise.is_own else promise.name
    details = ", ".join(filter(None, (name, standing.text)))
    return Line(
        label="",
        text=promise.what,
        note=details,
        tone=standing.tone,
        sign=standing.sign,
        number=promise.number,
    )


def _hints(me: Me) -> list[tuple[str, str]]:
    own = (
        (hint("timeline me"), _("see what happened with your own goals"))
        if me.goals
        else (hint("goal new --coachee me"), _("set a goal for yourself"))
    )
    return [
        own,
        (hint("growth self"), _("rate yourself, statement by statement")),
        (hint("growth new"), _("note what you learned")),
        (hint("report coach"), _("the same of a year, without names")),
    ]

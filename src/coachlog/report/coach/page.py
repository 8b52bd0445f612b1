"""A year of the coach as a page for others: counts and hours, nobody on it."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from coachlog.base.texts import _, count_text, language
from coachlog.dates.show import show_hours
from coachlog.display.page import Line, Page, Section, labelled_lines
from coachlog.journal.growth.rating.competences import Competences
from coachlog.journal.growth.rating.queries import course_data
from coachlog.report.coach.read import CoachYear, HoursOfUnit, RoleOfYear
from coachlog.schema.growth import GROWTH_UNITS
from coachlog.values.roles import ROLE_KINDS
from coachlog.views.growth.page import rating_lines
from coachlog.views.me.page import growth_line


class YearLine(NamedTuple):
    """A figure of the year, as `report coach --csv` gives it: *part* total, role, growth, unit."""

    year: int
    part: str
    id: str
    times: int | None
    people: int | None
    minutes: int | None


def page(year: CoachYear, competences: Competences | None, name: str, today: date) -> Page:
    """Return the page of the coach called *name*; with *competences*, the self-rating too."""
    ratings = rating_lines(competences, year.ratings, today) if competences else []
    sections = [
        Section("", labelled_lines(_totals(year))),
        Section(_("By role"), [_role(role) for role in year.roles]),
        Section(_("My own development"), [*_goals(year), *map(growth_line, year.growth)]),
        Section(_("Kinds of hours"), [_unit(unit) for unit in year.units]),
        Section(_("How I rate myself"), ratings),
        Section("", [Line("", note) for note in _notes(year)]),
    ]
    title = _("My year: {year}").format(year=year.year)
    filled = [section for section in sections if section.lines]
    return Page(title, [name] if name else [], filled)


def record(year: CoachYear, *, with_ratings: bool) -> Mapping[str, object]:
    """Return the JSON of the page."""
    values = year._asdict() | {
        "roles": [role._asdict() for role in year.roles],
        "growth": [growth._asdict() for growth in year.growth],
        "units": [unit._asdict() for unit in year.units],
        "ratings": {name: course_data(lines) for name, lines in year.ratings.items()},
    }
    if not with_ratings:
        del values["ratings"]
    return values


def flat(year: CoachYear, *, with_ratings: bool) -> Iterator[YearLine]:
    """Yield the figures one by one; of a competence *times* is its latest figure."""
    number = year.year
    yield YearLine(number, "total", "people", None, year.people, None)
    yield YearLine(number, "total", "most_at_once", None, year.most_at_once, None)
    yield YearLine(number, "total", "goals_set", year.goals_set, None, None)
    yield YearLine(number, "total", "goals_reached", year.goals_reached, None, None)
    for kind, people, conversations, minutes in year.roles:
        yield YearLine(number, "role", kind, conversations, people, minutes)
    for kind, times, minutes in year.growth:
        yield YearLine(number, "growth", kind, times, None, minutes)
    for unit, minutes in year.units:
        yield YearLine(number, "unit", unit, None, None, minutes)
    if with_ratings:
        for competence, lines in year.ratings.items():
            yield YearLine(number, "rating", competence, lines[-1].figure, None, None)


def _totals(year: CoachYear) -> dict[str, str | None]:
    talks = sum(role.conversations for role in year.roles)
    minutes = sum(role.minutes for role in year.roles)
    return {
        _("People you talked with"): str(year.people),
        _("Of them in the same period, at most"): str(year.most_at_once) if year.people else "",
        _("Conversations"): str(talks),
        _("Hours"): show_hours(minutes, language()) if minutes else "",
    }


def _role(role: RoleOfYear) -> Line:
    """Return the counts of one role: people, conversations and hours."""
    people = count_text("{n} person", "{n} people", role.people)
    hours = show_hours(role.minutes, language()) if role.minutes else ""
    parts = (people, count_text("{n} conversation", "{n} conversations", role.conversations), hours)
    return Line(_(ROLE_KINDS[role.kind]), ", ".join(filter(None, parts)))


def _goals(year: CoachYear) -> list[Line]:
    """Return how many own goals were set and reached; no line without any: their text stays out."""
    if not year.goals_set and not year.goals_reached:
        return []
    text = _("{set} set, {reached} reached")
    return [Line(_("Own goals"), text.format(set=year.goals_set, reached=year.goals_reached))]


def _unit(unit: HoursOfUnit) -> Line:
    return Line(_(GROWTH_UNITS[unit.unit]), show_hours(unit.minutes, language()))


def _notes(year: CoachYear) -> list[str]:
    """Return what a reader must know: what is not counted."""
    n = year.without_length
    if not n:
        return []
    return [
        count_text(
            "{n} conversation has no length and does not count in the hours.",
            "{n} conversations have no length and do not count in the hours.",
            n,
        )
    ]

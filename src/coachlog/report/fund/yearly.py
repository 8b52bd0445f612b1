"""The report of a year to the fund: a draft, or published once and told again as it was."""

import json
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from coachlog.base.errors import NotFoundError, RefusedError
from coachlog.base.ids import new_id
from coachlog.base.texts import N_, _
from coachlog.journal.trajectory.fund import Fund
from coachlog.report.fund import queries
from coachlog.report.fund.counts import AREA, COMBINED, KIND, THEME, TOTAL, FundLine, count
from coachlog.report.fund.queries import Scope
from coachlog.report.fund.tables import FEWEST
from coachlog.values.parse import KindError

if TYPE_CHECKING:
    from coachlog.store.connection import Reader
    from coachlog.store.work import Work

FIRST_YEAR, LAST_YEAR = 1950, 9998


class Report(NamedTuple):
    """A year as the fund reads it. *published_on* is empty in a draft; *fund* is a name or empty.

    *counted* are the kinds of trajectories in it. *project* or *organisation* is the one that it is
    about, where it is not about the whole year.
    """

    year: int
    fund: str
    counted: list[str]
    published_on: str | None
    lines: list[FundLine]
    project: str | None = None
    organisation: str | None = None

    @property
    def scope(self) -> Scope:
        """What the report is about."""
        return Scope(self.project, self.organisation)


class FundDraft(NamedTuple):
    """A report as the journal has it now, and what the coach should know before it is published.

    *few* tells that there are fewer than five people, whose conversations and hours these are.
    """

    report: Report
    few: bool
    without_length: int
    unknown: list[str]


_YEAR = (
    N_("“{typed}” is not a year."),
    N_("Give four digits, for example: coachlog report fund {example}"),
)


NONE_KNOWN = (
    N_("“{name}” is not known here."),
    N_("Choose from: {known}"),
)


WAYS = {
    "year": N_("the whole year in one report"),
    "project": N_("a report for each project"),
    "organisation": N_("a report for each organisation"),
}


def year_of(typed: str, today: date) -> int:
    """The year that was typed; raises KindError."""
    word = typed.strip()
    if not (word.isascii() and word.isdigit() and len(word) == 4):
        raise KindError(*_YEAR, typed=typed[:40], example=today.year - 1)
    if not FIRST_YEAR <= int(word) <= LAST_YEAR:
        raise KindError(*_YEAR, typed=typed[:40], example=today.year - 1)
    return int(word)


def over(year: int, today: date) -> None:
    """Raise RefusedError where *year* is not over."""
    if year >= today.year:
        raise RefusedError(
            N_("{year} is not over yet: a report covers a whole calendar year."),
            N_("The figures so far: coachlog report fund {year} --draft"),
            year=year,
        )


def scope_of(reader: "Reader", year: int, project: str | None, organisation: str | None) -> Scope:
    """The project or the organisation as the journal spells it; raises NotFoundError.

    One of which a report of *year* was published is known, whatever the journal says now.
    """
    typed = Scope(project, organisation)
    if typed.way == "year":
        return typed
    place = Scope._fields.index(typed.way)
    before = [name for each in _all(reader, year) if (name := each.scope[place])]
    wanted, known = typed[place], queries.names(reader, typed.way)
    found = next((each for each in (*before, *known) if queries.same(each, wanted)), None)
    if found is None and not known:
        raise NotFoundError(
            NONE_KNOWN[0],
            N_(
                "Note it first: coachlog trajectory edit N --project, or coachee edit "
                "WHO --organisation"
            ),
            name=wanted,
        )
    if found is None:
        raise NotFoundError(*NONE_KNOWN, name=wanted, known=", ".join(known))
    return Scope()._replace(**{typed.way: found})


def published(reader: "Reader", year: int, scope: Scope) -> Report | None:
    """The report of *scope* as it was published, whatever the journal says now."""
    same = (each for each in _all(reader, year) if each.scope.way == scope.way)
    return next((each for each in same if scope.has(*each.scope)), None)


def draft(reader: "Reader", fund: Fund, year: int, scope: Scope) -> FundDraft:
    """The report of *year* as the journal has it now; raises NotFoundError."""
    figures = count(reader, fund, year, scope)
    if not figures.people:
        raise NotFoundError(
            N_("No conversation of {year} counts for the report."),
            N_("Only trajectories of these kinds count: {kinds}. coachlog report fund --mapping"),
            year=year,
            kinds=", ".join(fund.counted),
        )
    report = Report(year, fund.name, list(fund.counted), None, figures.lines, *scope)
    return FundDraft(report, figures.people < FEWEST, figures.without_length, figures.unknown)


def in_one_way(reader: "Reader", year: int, scope: Scope) -> None:
    """Raise RefusedError where a report of *year* would meet others that it is a part of."""
    for each in _all(reader, year):
        if each.scope.way != scope.way:
            raise RefusedError(
                N_("{year} was published in a different way: {way}."),
                N_(
                    "A fund that has both can subtract one from the other. For your own "
                    "eyes: add --draft"
                ),
                year=year,
                way=_(WAYS[each.scope.way]),
            )


def publish(work: "Work", fund: Fund, year: int, scope: Scope, today: date) -> Report:
    """Count *year* and keep the report, or give back the one that is kept already.

    Raises RefusedError and NotFoundError. What is kept holds figures and
    no person.
    """
    over(year, today)
    kept = published(work, year, scope)
    if kept:
        return kept
    in_one_way(work, year, scope)
    day = today.isoformat()
    made = draft(work, fund, year, scope).report._replace(published_on=day)
    body = json.dumps(made._asdict(), ensure_ascii=False, sort_keys=True)
    queries.publish(work, new_id(), year, body, day)
    return made


def as_json(report: Report) -> dict[str, Any]:
    """The report as one object; what is kept back is null."""
    totals = {one.id: one for one in report.lines if one.part == TOTAL}
    people = totals.get("people")

    def value(name: str) -> float | None:
        found = totals.get(name)
        return float(found.value) if found and found.value else None

    return {
        "report": queries.REPORT,
        "year": report.year,
        "fund": report.fund or None,
        "published_on": report.published_on,
        "project": report.project,
        "organisation": report.organisation,
        "counted": report.counted,
        "conversations": int(totals["conversations"].value or 0),
        "hours": value("hours"),
        "training_hours": value("training_hours"),
        "people": people.people if people else None,
        "goals": people.goals if people else None,
        "kinds": [_told(one) for one in report.lines if one.part == KIND],
        "areas": [_told(one) for one in report.lines if one.part == AREA],
        "themes": [_told(one) for one in report.lines if one.part == THEME],
        "combined": [
            {"areas": one.id.split("+"), "people": one.people, "goals": one.goals}
            for one in report.lines
            if one.part == COMBINED
        ],
    }


def _told(one: FundLine) -> dict[str, Any]:
    return {"id": one.id, "name": one.name, "people": one.people, "goals": one.goals}


def _all(reader: "Reader", year: int) -> Iterator[Report]:
    for body in queries.published(reader, year):
        kept = json.loads(body)
        yield Report(**kept | {"lines": [FundLine(*each) for each in kept["lines"]]})

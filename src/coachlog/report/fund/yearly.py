"""The report of a year to the fund: a draft, or published once and never changed."""

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
from coachlog.values.errors import KindError

if TYPE_CHECKING:
    from coachlog.store.connection import Reader
    from coachlog.store.work import Work

FIRST_YEAR, LAST_YEAR = 1950, 9998


class Report(NamedTuple):
    """The report of a year. *published_on* is None in a draft; *fund* is a name or empty.

    *counted* are the kinds of trajectories in it. It is about one *project* or one *organisation*,
    or about the whole year where both are None.
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
        """The project or the organisation that the report is about."""
        return Scope(self.project, self.organisation)


class FundDraft(NamedTuple):
    """A report of the present figures, and what the coach should know before it is published.

    *few* is True for fewer than five people. *without_length* counts conversations without
    minutes, and *unknown* are themes that the coach's file no longer has.
    """

    report: Report
    few: bool
    without_length: int
    unknown: list[str]


_NOT_A_YEAR = (
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
    """Return the year that was typed in four digits; raises KindError for anything else."""
    word = typed.strip()
    has_four_digits = word.isascii() and word.isdigit() and len(word) == 4
    if not has_four_digits or not FIRST_YEAR <= int(word) <= LAST_YEAR:
        raise KindError(*_NOT_A_YEAR, typed=typed[:40], example=today.year - 1)
    return int(word)


def check_is_over(year: int, today: date) -> None:
    """Raise RefusedError if *year* is not over yet."""
    if year >= today.year:
        raise RefusedError(
            N_("{year} is not over yet: a report covers a whole calendar year."),
            N_("The figures so far: coachlog report fund {year} --draft"),
            year=year,
        )


def scope_of(reader: "Reader", year: int, project: str | None, organisation: str | None) -> Scope:
    """Return the typed project or organisation as the journal spells it; raises NotFoundError.

    The names in published reports of *year* are tried first: the journal may have others by now.
    The scope of the whole year is returned where neither was typed.
    """
    way, typed = Scope(project, organisation).way, project or organisation
    if way == "year":
        return Scope()
    reports = _published_reports(reader, year)
    published_names = [name for report in reports if (name := getattr(report, way))]
    known = queries.names(reader, way)
    names = (*published_names, *known)
    match = next((name for name in names if queries.same(name, typed)), None)
    if match is None and not known:
        raise NotFoundError(
            NONE_KNOWN[0],
            N_(
                "Note it first: coachlog trajectory edit N --project, or coachee edit "
                "WHO --organisation"
            ),
            name=typed,
        )
    if match is None:
        raise NotFoundError(*NONE_KNOWN, name=typed, known=", ".join(known))
    return Scope()._replace(**{way: match})


def published(reader: "Reader", year: int, scope: Scope) -> Report | None:
    """Return the published report of a year and a *scope*, or None."""
    for report in _published_reports(reader, year):
        is_same_way = report.scope.way == scope.way
        if is_same_way and scope.has(report.project, report.organisation):
            return report
    return None


def draft(reader: "Reader", fund: Fund, year: int, scope: Scope) -> FundDraft:
    """Count the report of *year* from the journal; raises NotFoundError if nobody counts."""
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


def check_same_way(reader: "Reader", year: int, scope: Scope) -> None:
    """Raise RefusedError if *year* was published in another way, such as by project.

    With figures of the whole and of its parts, small groups could be worked out.
    """
    for report in _published_reports(reader, year):
        if report.scope.way != scope.way:
            raise RefusedError(
                N_("{year} was published in a different way: {way}."),
                N_(
                    "A fund that has both can subtract one from the other. For your own "
                    "eyes: add --draft"
                ),
                year=year,
                way=_(WAYS[report.scope.way]),
            )


def publish(work: "Work", fund: Fund, year: int, scope: Scope, today: date) -> Report:
    """Count *year* and save the report, or return the one that was published before.

    Only figures are saved, nothing about a person. Raises RefusedError and NotFoundError.
    """
    # Checked again within the change: another program may have published in the meantime.
    check_is_over(year, today)
    earlier = published(work, year, scope)
    if earlier:
        return earlier
    check_same_way(work, year, scope)
    day = today.isoformat()
    report = draft(work, fund, year, scope).report._replace(published_on=day)
    body = json.dumps(report._asdict(), ensure_ascii=False, sort_keys=True)
    queries.publish(work, new_id(), year, body, day)
    return report


def as_json(report: Report) -> dict[str, Any]:
    """Return the report as an object for JSON; figures that are withheld are None."""
    totals = {line.id: line for line in report.lines if line.part == TOTAL}
    people = totals.get("people")

    def hours(name: str) -> float | None:
        line = totals.get(name)
        return float(line.value) if line and line.value else None

    # People are not counted at all where they are fewer than five.
    return {
        "report": queries.REPORT,
        "year": report.year,
        "fund": report.fund or None,
        "published_on": report.published_on,
        "project": report.project,
        "organisation": report.organisation,
        "counted": report.counted,
        "conversations": int(totals["conversations"].value or 0),
        "hours": hours("hours"),
        "training_hours": hours("training_hours"),
        "people": people.people if people else None,
        "goals": people.goals if people else None,
        "kinds": _part_as_json(report, KIND),
        "areas": _part_as_json(report, AREA),
        "themes": _part_as_json(report, THEME),
        "combined": [
            {"areas": line.id.split("+"), "people": line.people, "goals": line.goals}
            for line in report.lines
            if line.part == COMBINED
        ],
    }


def _part_as_json(report: Report, part: str) -> list[dict[str, Any]]:
    return [
        {"id": line.id, "name": line.name, "people": line.people, "goals": line.goals}
        for line in report.lines
        if line.part == part
    ]


def _published_reports(reader: "Reader", year: int) -> Iterator[Report]:
    """Yield the published reports of a year, oldest first."""
    for body in queries.published(reader, year):
        values = json.loads(body)
        values["lines"] = [FundLine(*line) for line in values["lines"]]
        yield Report(**values)

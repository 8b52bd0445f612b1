"""The report of a year to the fund: a draft, or published once and told again as it was."""

import json
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from coachlog.clock import instant
from coachlog.errors import NotFoundError, RefusedError
from coachlog.ids import new_id
from coachlog.journal.trajectory.fund import Fund
from coachlog.kinds import KindError
from coachlog.report.fund import queries
from coachlog.report.fund.counting import AREA, COMBINED, THEME, TOTAL, FundLine, count
from coachlog.texts import N_

if TYPE_CHECKING:
    from coachlog.store.connection import Reader
    from coachlog.store.work import Work

FIRST_YEAR, LAST_YEAR = 1950, 9998


class Report(NamedTuple):
    """A year as the fund reads it. *published_on* is empty in a draft; *fund* is a name or empty.

    *counted* are the kinds of trajectories in it.
    """

    year: int
    fund: str
    counted: list[str]
    published_on: str | None
    lines: list[FundLine]


class Draft(NamedTuple):
    """A report as the journal has it now, and what the coach should know before it is published."""

    report: Report
    without_length: int
    unknown: list[str]


class YearError(KindError):
    """No year."""

    cause = N_("“{typed}” is no year.")
    remedy = N_("Give four digits, for example: coachlog report fund {example}")


class YearNotOverError(RefusedError):
    """A year that still goes on, or is still to come."""

    cause = N_("{year} is not over yet: a report covers a whole calendar year.")
    remedy = N_("How it stands so far: coachlog report fund {year} --draft")


class NothingToReportError(NotFoundError):
    """A year without a conversation that counts."""

    cause = N_("No conversation of {year} counts for the report.")
    remedy = N_("Only trajectories of these kinds count: {kinds}. coachlog report fund --mapping")


def year_of(typed: str, today: date) -> int:
    """The year that was typed; raises YearError."""
    word = typed.strip()
    if not (word.isascii() and word.isdigit() and len(word) == 4):
        raise YearError(typed=typed[:40], example=today.year - 1)
    if not FIRST_YEAR <= int(word) <= LAST_YEAR:
        raise YearError(typed=typed[:40], example=today.year - 1)
    return int(word)


def over(year: int, today: date) -> None:
    """Raise YearNotOverError where *year* is not over."""
    if year >= today.year:
        raise YearNotOverError(year=year)


def published(reader: "Reader", year: int) -> Report | None:
    """The report of *year* as it was published, whatever the journal says now."""
    body = queries.published(reader, year)
    if body is None:
        return None
    kept = json.loads(body)
    return Report(**kept | {"lines": [FundLine(*each) for each in kept["lines"]]})


def draft(reader: "Reader", fund: Fund, year: int) -> Draft:
    """The report of *year* as the journal has it now; raises NothingToReportError."""
    figures = count(reader, fund, year)
    if not figures.people:
        raise NothingToReportError(year=year, kinds=", ".join(fund.counted))
    report = Report(year, fund.name, list(fund.counted), None, figures.lines)
    return Draft(report, figures.without_length, figures.unknown)


def publish(work: "Work", fund: Fund, year: int, today: date) -> Report:
    """Count *year* and keep the report, or give back the one that is kept already.

    Raises YearNotOverError and NothingToReportError. What is kept holds figures and no person.
    """
    over(year, today)
    kept = published(work, year)
    if kept:
        return kept
    day = today.isoformat()
    made = draft(work, fund, year).report._replace(published_on=day)
    body = json.dumps(made._asdict(), ensure_ascii=False, sort_keys=True)
    queries.publish(work, new_id(), year, body, day, instant(work.now))
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
        "counted": report.counted,
        "conversations": int(totals["conversations"].value or 0),
        "hours": value("hours"),
        "training_hours": value("training_hours"),
        "people": people.people if people else None,
        "goals": people.goals if people else None,
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

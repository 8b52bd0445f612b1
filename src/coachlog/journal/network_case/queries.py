"""Reads cases for peer consultation, and the advice on them."""

from typing import TYPE_CHECKING, NamedTuple

from coachlog.base.texts import N_, _
from coachlog.journal.common.reads import View, not_found
from coachlog.schema.network_case import NETWORK_CASE

if TYPE_CHECKING:
    from coachlog.store.connection import Reader


class CaseLine(NamedTuple):
    """A row of the view `network_cases`, in its order; *advice* counts the pieces of it."""

    number: int
    written_on: str
    question: str
    happened: str | None
    did: str | None
    felt: str | None
    want: str | None
    guessable: int | None
    advice: int


class CaseFilter(NamedTuple):
    """Which cases to list: those of these days, ISO text, both included."""

    since: str | None = None
    until: str | None = None


class AdviceLine(NamedTuple):
    """A row of the view `network_advices`, in its order; *session* is where it was brought in."""

    case: int
    place: int
    text: str
    session: int | None


CASES = View(
    "network_cases",
    CaseLine,
    not_found("network case", N_("There is no case {number}.")),
    CaseFilter(),
    order="written_on desc, number desc",
    table="network_case",
    day="written_on",
)
ADVICE = View("network_advices", AdviceLine)


def case_title(line: CaseLine) -> str:
    """Return what people call a case: its number and its question."""
    return f"{_(NETWORK_CASE.naming.found_as).format(n=line.number)} · {line.question}"


def advice_left(reader: "Reader", number: int) -> list[AdviceLine]:
    """Return the advice on a case that was not brought into a conversation yet."""
    return [advice for advice in advice_on(reader, number) if advice.session is None]


def advice_on(reader: "Reader", number: int) -> list[AdviceLine]:
    """Return the advice on a case, in the order in which it was given."""
    return ADVICE.all(reader, 'where "case" = :number order by place', number=number)

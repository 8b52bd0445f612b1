"""Reads the options, answers and notes that belong to one conversation."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from coachlog.journal.common.reads import View
from coachlog.schema.vocabulary import COMMUNICATION_FORMS

if TYPE_CHECKING:
    from coachlog.store.connection import Reader


class OptionLine(NamedTuple):
    """A row of the views `options` and `options_private`, in their order; *chosen* is 0 or 1."""

    session: int
    text: str
    origin: str
    contact: str | None
    chosen: int
    pros: str | None
    cons: str | None
    place: int
    coachee: str


class AnswerLine(NamedTuple):
    """A row of the views `answers` and `answers_private`, in their order."""

    session: int
    stage: str
    question: str
    text: str
    asked: str | None
    place: int
    coachee: str


class PrivateLine(NamedTuple):
    """A row of the view `sessions_private`: what only the coach sees."""

    number: int
    coachee: str
    private_note: str | None
    reflection: str | None


class DiscreetLine(NamedTuple):
    """A row of the view `sessions_discreet`: what only the page of the conversation itself has."""

    number: int
    coachee: str
    method: str | None
    method_version: int | None
    topic: str | None
    summary: str | None
    better: str | None
    reality_now: str | None
    reality_score: int | None
    reality_why_not_lower: str | None
    reality_tried: str | None
    reality_exceptions: str | None
    reality_people: str | None
    reality_obstacles: str | None
    reason: str | None
    private_note: str | None
    reflection: str | None


Part = TypeVar("Part", OptionLine, AnswerLine)

OPTIONS, PRIVATE_OPTIONS = View("options", OptionLine), View("options_private", OptionLine)
ANSWERS, PRIVATE_ANSWERS = View("answers", AnswerLine), View("answers_private", AnswerLine)
DISCREET_ANSWERS = View("answers_discreet", AnswerLine)
PRIVATE = View("sessions_private", PrivateLine)
DISCREET = View("sessions_discreet", DiscreetLine)


def parts(reader: "Reader", view: View[Part], number: int) -> list[Part]:
    """Return the options or answers of *view* that a conversation has, in their order."""
    return view.all(reader, "where session = :number order by place", number=number)


def parts_with_layer(
    reader: "Reader", number: int, shared: View[Part], private: Sequence[View[Part]]
) -> list[tuple[Part, dict[str, str]]]:
    """Return the options or answers of a conversation in their order.

    Beside each stands its `layer`: what is shared has none.
    """
    none: dict[str, str] = {}
    found = [(part, none) for part in parts(reader, shared, number)]
    for view in private:
        found += [(part, {"layer": "private"}) for part in parts(reader, view, number)]
    return sorted(found, key=lambda pair: pair[0].place)


def private(reader: "Reader", number: int) -> PrivateLine | None:
    """Return the private notes of a conversation; None if there is no such conversation."""
    return PRIVATE.first(reader, "where number = :number", number=number)


def discreet(reader: "Reader", number: int) -> DiscreetLine | None:
    """Return what no other page has of a conversation; None if the conversation is not discreet."""
    return DISCREET.first(reader, "where number = :number", number=number)


def communication(reader: "Reader", number: int) -> list[str]:
    """Return the forms of communication used in a conversation, in the order of their list."""
    sql = "select form from communication_forms where session = :number"
    return sorted(reader.rows(str, sql, number=number), key=[*COMMUNICATION_FORMS].index)

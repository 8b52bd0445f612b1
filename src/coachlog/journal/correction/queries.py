"""Reads corrections."""

from typing import NamedTuple

from coachlog.base.texts import N_
from coachlog.journal.coachee.lookup import PersonFilter
from coachlog.journal.common.reads import View, not_found


class CorrectionLine(NamedTuple):
    """A row of the view `corrections`, in its order.

    *coachee* is None for a record about nobody. *statement* is None for a text that was replaced,
    and for one of a discreet conversation, which stands on its own page only.
    """

    number: int
    coachee: str | None
    record: str
    record_number: int | None
    field: str
    how: str
    statement: str | None
    said_on: str


CORRECTIONS = View(
    "corrections",
    CorrectionLine,
    not_found("correction", N_("There is no correction {number}.")),
    PersonFilter(),
    order="said_on desc, number desc",
    table="correction",
)

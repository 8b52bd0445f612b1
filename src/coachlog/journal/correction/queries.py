"""Reads corrections."""

from typing import NamedTuple

from coachlog.base.texts import N_, _
from coachlog.journal.coachee.lookup import PersonFilter
from coachlog.journal.common.corrections import path_label
from coachlog.journal.common.reads import View, not_found
from coachlog.schema.lookup import find_table


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


def in_words(line: CorrectionLine) -> CorrectionLine:
    """Return *line* as people read it: “conversation” and “Topic” in place of the codes."""
    return line._replace(
        record=_record_word(line.record), field=path_label(line.record, line.field)
    )


def _record_word(record: str) -> str:
    """Return what people call a record, without its number."""
    table = find_table(record)
    if record == "coachee" or table is None:  # people go by their names
        return _("person")
    naming = table.naming
    return _(naming.brief or naming.one).format(n="", text="").replace("()", "").strip()

"""Parked topics on the command line: lists, one topic, dropping and removing."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from coachlog.base.errors import RefusedError
from coachlog.base.texts import N_, _
from coachlog.journal.common.close import Closing, close_numbered
from coachlog.journal.common.lists import by_number, handle_if_named, remove_numbered, show_filtered
from coachlog.journal.topic.fields import STATUSES
from coachlog.journal.topic.queries import TAKEN_UP, TOPICS, TopicFilter
from coachlog.schema.vocabulary import TOPIC_STATUSES
from coachlog.terminal.column import Column
from coachlog.terminal.confirm import Yes
from coachlog.terminal.context import context
from coachlog.terminal.output import (
    LIMIT,
    AsCsv,
    AsJson,
    Limit,
    OfPerson,
    On,
    OutputFormat,
    show_record,
)
from coachlog.values import parse

if TYPE_CHECKING:
    from coachlog.store.work import Work

COLUMNS = (
    Column("number", N_("No."), "number"),
    Column("coachee", N_("Person"), "person"),
    Column("text", N_("Topic")),
    Column("parked_on", N_("Parked on"), "day", 2),
    Column("status", N_("Status"), "choice", 2, TOPIC_STATUSES),
)
LABELS = {
    "coachee": N_("Person"),
    "status": N_("Status"),
    "parked_on": N_("Parked on"),
    "session": N_("Parked in conversation"),
    "taken_up_in": N_("Discussed in conversation"),
    "closed_on": N_("Closed on"),
}
DROP = Closing(
    "topic drop",
    TOPICS,
    "dropped",
    N_("Topic {n} is dropped."),
    N_("Topic {n} was already dropped."),
    "topic list",
)

Number = Annotated[str, typer.Argument(metavar="N", help=N_("The number of the topic."))]
Status = Annotated[
    str | None,
    typer.Option(
        "--status", metavar="WORD", help=N_("parked, taken_up or dropped."), show_default=False
    ),
]


def list_(
    coachee: OfPerson = None,
    status: Status = None,
    limit: Limit = LIMIT,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """List topics, waiting ones first.

    coachlog topic list --coachee amina
    """
    run = context()
    wanted = parse.choice(status, STATUSES)
    with run.reader() as reader:
        handle = handle_if_named(reader, coachee)
        empty = _("No topics yet.") if wanted is None else _("No topic with that status.")
        wish = OutputFormat(as_json, as_csv)
        show_filtered(run, reader, TOPICS, TopicFilter(handle, wanted), COLUMNS, empty, limit, wish)


def show(number: Number, as_json: AsJson = False, as_csv: AsCsv = False) -> None:
    """Show one topic.

    coachlog topic show 1
    """
    run = context()
    found = by_number(TOPICS, number)
    title = f"{_('Topic')} {found.number} · {found.text}"
    show_record(
        run, OutputFormat(as_json, as_csv), found, title, LABELS, words={"status": TOPIC_STATUSES}
    )


def drop(
    number: Number,
    on: On = None,
) -> None:
    """Mark a topic as no longer needed.

    coachlog topic drop 1
    """
    close_numbered(DROP, number, on, _refuse_taken_up)


def _refuse_taken_up(work: "Work", before: dict[str, Any]) -> dict[str, object]:
    if session := TOPICS.one(work, before["number"]).taken_up_in:
        raise RefusedError(*TAKEN_UP, number=before["number"], session=session)
    return {}


def remove(number: Number, yes: Yes = False) -> None:
    """Remove a topic.

    coachlog topic remove 1 --yes
    """
    found = by_number(TOPICS, number)
    title = f"{_('Topic')} {found.number} · {found.text}"
    remove_numbered("topic", found, title, yes)

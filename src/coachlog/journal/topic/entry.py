"""`topic park` and `topic edit`: by words, options, JSON or questions."""

from typing import Annotated

import typer

from coachlog.base.errors import MissingWordsError
from coachlog.base.texts import N_
from coachlog.journal.common.entry import Records, edit_command, save_and_show
from coachlog.journal.common.forms import new_questions
from coachlog.journal.topic.queries import TOPICS
from coachlog.schema.topic import TOPIC
from coachlog.terminal.collect import collect
from coachlog.terminal.command_options import JsonLines
from coachlog.terminal.context import context
from coachlog.terminal.output import AsJson
from coachlog.values import parse

RECORDS = Records(
    TOPIC,
    TOPICS,
    N_("Topic {n} of {name}"),
    N_("Topic {n} is parked."),
    N_("Topic {n} updated."),
    ["prep {whose}", "topic list"],
    "topic list",
)
WORDS = {"coachee": "COACHEE", "text": "TEXT"}
"""The arguments of `topic park`, by field, as its usage line shows them."""


def park(
    coachee: Annotated[
        str | None, typer.Argument(metavar="[COACHEE]", help=N_("Short name or full name."))
    ] = None,
    text: Annotated[
        list[str] | None, typer.Argument(metavar="[TEXT]...", help=N_("What it is about."))
    ] = None,
    source: JsonLines = None,
    as_json: AsJson = False,
) -> None:
    """Park a topic for a later conversation.

    coachlog topic park amina "Working with Koen"
    """
    run = context()
    arguments = {"coachee": parse.line(coachee), "text": parse.text(" ".join(text or ()))}
    given = {name: value for name, value in arguments.items() if value}
    missing = [word for name, word in WORDS.items() if name not in given]
    if missing and not (source or run.interactive):
        example = f"coachlog topic park {given.get('coachee', 'amina')} planning"
        raise MissingWordsError(missing, example)
    save_and_show(
        run, RECORDS, collect(run, new_questions(TOPIC), given, source), as_json, "topic park"
    )


@edit_command(RECORDS)
def edit() -> None:
    """Edit a topic: only what you give changes.

    coachlog topic edit 1 --text "Working with Koen and Jef"
    """

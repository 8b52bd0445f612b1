"""`topic park` and `topic edit`: by words, options, JSON or questions."""

from collections.abc import Callable
from typing import Annotated, Any

import typer

from coachlog.base.errors import MissingWordsError
from coachlog.base.texts import N_
from coachlog.journal.common.checks import somebody
from coachlog.journal.common.edit import Changing, change_numbered
from coachlog.journal.topic.fields import BY_HAND
from coachlog.journal.topic.queries import line
from coachlog.schema.topic import TOPIC
from coachlog.terminal.collect import Change, FormField, collect, with_options
from coachlog.terminal.command_options import JsonLines
from coachlog.terminal.context import context
from coachlog.terminal.created import tell_all_kept
from coachlog.terminal.output import AsJson
from coachlog.values import parse

COACHEE = FormField(
    "coachee", N_("Whose topic is it?"), N_("Short name or full name."), somebody, required=True
)
TEXT = FormField("text", N_("What is it about?"), check=parse.text, required=True)
CHANGED = (
    FormField("text", TOPIC.field("text").label, check=parse.text),
    FormField(
        "status",
        TOPIC.field("status").label,
        N_("parked or dropped."),
        lambda text: parse.choice(text, BY_HAND),
        words=TOPIC.field("status").words,
    ),
)
WORDS = {"coachee": "COACHEE", "text": "TEXT"}
"""What is typed in its place, without the name of an option."""


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
    said = {"coachee": parse.line(coachee), "text": parse.text(" ".join(text or ()))}
    given = {name: value for name, value in said.items() if value}
    missing = [word for name, word in WORDS.items() if name not in given]
    if missing and not (source or run.interactive):
        example = f"coachlog topic park {given.get('coachee', 'amina')} planning"
        raise MissingWordsError(missing, example)
    inputs = collect(run, (COACHEE, TEXT), given, source)
    from coachlog.journal.common.new import add_all
    from coachlog.journal.topic.model import TopicInput
    from coachlog.journal.topic.service import add

    numbers = add_all(
        run, "topic park", TopicInput, inputs, lambda work, data: add(work, data, run.today)
    )
    tell_all_kept(
        run,
        inputs,
        numbers,
        line,
        N_("Topic {n} is parked."),
        *("prep {whose}", "topic list"),
        as_json=as_json,
    )


@with_options(CHANGED, number="N", more={"as_json": AsJson})
def edit(
    which: str, given: dict[str, str], source: str | None, guided: bool, as_json: bool
) -> None:
    """Edit a topic: only what you give changes.

    coachlog topic edit 1 --text "Working with Koen and Jef"
    """
    change_numbered(CHANGING, CHANGED, which, Change(given, source, guided), as_json)


def _saving() -> tuple[Any, Callable[..., Any]]:
    from coachlog.journal.topic.model import TopicEdit
    from coachlog.journal.topic.service import edit as change

    return TopicEdit, change


CHANGING = Changing(
    "topic edit",
    N_("Topic {n} of {name}"),
    N_("Topic {n} updated."),
    "topic list",
    line,
    _saving,
)

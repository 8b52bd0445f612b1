"""`topic park` and `topic edit`: by words, options, JSON or questions."""

from typing import Annotated

import typer

from coachlog import kinds
from coachlog.errors import MissingAnswersError
from coachlog.journal.coachee.queries import find
from coachlog.journal.topic.fields import BY_HAND
from coachlog.journal.topic.queries import line
from coachlog.journal.words import TOPIC_STATUSES
from coachlog.terminal.collect import Asked, collect, collect_change, with_options
from coachlog.terminal.context import context
from coachlog.terminal.kept import tell_kept
from coachlog.terminal.output import AsJson, done, show_json
from coachlog.texts import N_, _


def _somebody(text: str) -> object:
    with context().reader() as reader:
        return find(reader, text)


COACHEE = Asked(
    "coachee", N_("Whose topic is it?"), N_("Handle or name."), _somebody, required=True
)
TEXT = Asked("text", N_("What is it about?"), check=kinds.text, required=True)
CHANGED = (
    Asked("text", N_("Topic"), check=kinds.text),
    Asked(
        "status",
        N_("Status"),
        N_("parked or dropped."),
        lambda text: kinds.choice(text, BY_HAND),
        words={status: TOPIC_STATUSES[status] for status in BY_HAND},
    ),
)
WORDS = {"coachee": "COACHEE", "text": "TEXT"}
"""What is typed in its place, without the name of an option."""


def park(
    coachee: Annotated[
        str | None, typer.Argument(metavar="[COACHEE]", help=N_("Handle or name."))
    ] = None,
    text: Annotated[
        list[str] | None, typer.Argument(metavar="[TEXT]...", help=N_("What it is about."))
    ] = None,
    source: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="FILE",
            help=N_("JSON or JSON Lines from a file; - reads a pipe."),
            show_default=False,
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Park a topic for a later conversation.

    coachlog topic park amina "Working with Koen"
    """
    run = context()
    said = {"coachee": kinds.line(coachee), "text": kinds.text(" ".join(text or ()))}
    given = {name: value for name, value in said.items() if value}
    missing = [word for name, word in WORDS.items() if name not in given]
    if missing and not (source or run.interactive):
        raise MissingAnswersError(missing)
    inputs = collect(run, (COACHEE, TEXT), given, source)
    from coachlog.journal.adding import add_all
    from coachlog.journal.topic.model import TopicInput
    from coachlog.journal.topic.service import add

    numbers = add_all(
        run, "topic park", TopicInput, inputs, lambda work, data: add(work, data, run.today)
    )
    with run.reader() as reader:
        for each, number in zip(inputs, numbers, strict=True):
            kept = line(reader, number)
            tell_kept(
                kept,
                N_("Topic {n} is parked."),
                *(f"prep {kept.coachee}", "topic list"),
                as_json=as_json,
                several=each.line is not None,
            )


@with_options(CHANGED, number="N", more={"as_json": AsJson})
def edit(which: str, given: dict[str, str], source: str | None, as_json: bool) -> None:
    """Change a topic: only what you give changes.

    coachlog topic edit 1 --text "Working with Koen and Jef"
    """
    run = context()
    number = kinds.number(which) or 0
    with run.reader() as reader:
        present = line(reader, number)._asdict()
        name = find(reader, present["coachee"]).name
    title = _("Topic {n} of {name}").format(n=number, name=name)
    changes = collect_change(run, CHANGED, given, source, present, title)
    if not changes:
        done(_("Nothing changed."))
        return
    from coachlog.journal.answer_types import checked
    from coachlog.journal.topic.model import TopicEdit
    from coachlog.journal.topic.service import edit as change

    data = checked(TopicEdit, changes, run.today)
    with run.work("topic edit") as work:
        change(work, number, data, run.today)
    if as_json:
        with run.reader() as reader:
            show_json(line(reader, number)._asdict())
    else:
        done(_("Topic {n} is changed.").format(n=number), "topic list")

"""For whom a page is: who may read what was released decides what stands on it."""

from typing import TYPE_CHECKING, Annotated

from coachlog.base.errors import UsageError
from coachlog.base.texts import N_, ngettext
from coachlog.journal.release.fields import is_same
from coachlog.journal.release.queries import of_person, spelled
from coachlog.journal.trajectory.queries import latest
from coachlog.terminal.command_options import option_info
from coachlog.terminal.context import Context, hint, say
from coachlog.terminal.fields import FormField, ask_in_turn
from coachlog.terminal.prompters import make_prompter
from coachlog.values import parse

if TYPE_CHECKING:
    from coachlog.journal.coachee.queries import Person
    from coachlog.store.connection import Reader

ForWhom = Annotated[
    str | None,
    option_info(
        "--for", N_("Who it is for; if left out, the sponsor of the trajectory."), "READER"
    ),
]


def reader_of(
    run: Context, reader: "Reader", person: "Person", given: str | None, command: str
) -> str:
    """The one who will read the page: *given*, the sponsor, or asked for on a terminal.

    The name is that of the trajectory, or else as this reader was called last. Raises UsageError
    where nobody can be asked.
    """
    trajectory = latest(reader, person.handle)
    sponsor = trajectory.sponsor if trajectory else None
    named = parse.line(given) or sponsor
    if not named and run.interactive:
        named = _asked(run, reader, person)
    if not named:
        raise UsageError(
            N_("It is not clear who this page is for: it shows only what that reader may see."),
            N_('For example: coachlog {command} {who} --for "Koen Maes"'),
            command=command,
            who=person.handle,
        )
    return sponsor if sponsor and is_same(named, sponsor) else spelled(reader, named)


def say_who_else(others: int) -> None:
    """Tell the coach, and not the page, that more was released than this reader may have."""
    if others:
        told = ngettext(
            "{n} text is for somebody else: {command}",
            "{n} texts are for somebody else: {command}",
            others,
        )
        say(told.format(n=others, command=hint("knows")))


def _asked(run: Context, reader: "Reader", person: "Person") -> str | None:
    known = dict.fromkeys(each.to_whom for each in of_person(reader, person.handle))
    question = FormField(
        "for",
        N_("Who is this page for?"),
        check=parse.line,
        required=True,
        hints=[f"  {name}" for name in known],
    )
    return parse.line(ask_in_turn(make_prompter(run), (question,), {}).get("for"))

"""The reader of a page, who decides what of the released texts may be on it."""

from typing import TYPE_CHECKING, Annotated

from coachlog.base.errors import UsageError
from coachlog.base.texts import N_, _, count_text
from coachlog.journal.release.fields import is_same
from coachlog.journal.release.queries import latest_spelling, of_person
from coachlog.journal.trajectory.queries import latest
from coachlog.terminal.command_options import option_info
from coachlog.terminal.context import Context, hint, say
from coachlog.terminal.fields import FormField, ask_in_turn
from coachlog.terminal.prompters import make_prompter
from coachlog.values import parse

if TYPE_CHECKING:
    from coachlog.journal.coachee.lookup import Person
    from coachlog.report.released import Released
    from coachlog.store.connection import Reader

ForWhom = Annotated[
    str | None,
    option_info(
        "--for", N_("Who it is for; if left out, the sponsor of the trajectory."), "READER"
    ),
]


def reader_of(
    run: Context, reader: "Reader", person: "Person", typed: str | None, command: str
) -> str:
    """Return the name of who will read the page: as *typed*, the sponsor, or asked on a terminal.

    It is spelled as in the trajectory, or else as in the latest release to this reader. Raises
    UsageError where nobody can be asked; *command* is for that message.
    """
    trajectory = latest(reader, person.handle)
    sponsor = trajectory.sponsor if trajectory else None
    name = parse.line(typed) or sponsor
    if not name and run.interactive:
        name = _ask_reader(run, reader, person)
    if not name:
        raise UsageError(
            N_("It is not clear who this page is for: it shows only what that reader may see."),
            N_('For example: coachlog {command} {who} --for "Koen Maes"'),
            command=command,
            who=person.handle,
        )
    if sponsor and is_same(name, sponsor):
        return sponsor
    return latest_spelling(reader, name)


def say_what_is_missing(texts: "Released", command: str) -> None:
    """Tell the coach which part of the page of *command* is empty, and how to fill it."""
    if texts.goals or (texts.texts and command != "report pop"):
        return
    text = _("No goal was released to {whom}, so the plan is empty. Release one: {command}")
    if command != "report pop":
        text = _("Nothing was released to {whom}: only questions are here. Release: {command}")
    goal_release = hint(f'goal release N --to "{texts.whom}"')
    say(text.format(whom=texts.whom, command=goal_release))


def say_who_else(others: int) -> None:
    """Tell the coach, on the screen only, how many texts were released to other readers."""
    if others:
        say(
            count_text(
                "{n} text is for somebody else: {command}",
                "{n} texts are for somebody else: {command}",
                others,
                command=hint("knows"),
            )
        )


def _ask_reader(run: Context, reader: "Reader", person: "Person") -> str | None:
    """Ask for whom the page is, and show the names of earlier readers; None without an answer."""
    earlier_readers = dict.fromkeys(release.to_whom for release in of_person(reader, person.handle))
    question = FormField(
        "for",
        N_("Who is this page for?"),
        check=parse.line,
        required=True,
        hints=[f"  {name}" for name in earlier_readers],
    )
    answers = ask_in_turn(make_prompter(run), (question,), {})
    return parse.line(answers.get("for"))

"""`session resume`: continue an unfinished conversation, or drop its draft."""

from typing import Annotated

import typer

from coachlog.base.errors import NotFoundError, StoppedError, UsageError
from coachlog.base.texts import N_, _, ngettext
from coachlog.guide.draft_details import descriptions
from coachlog.journal.session.option_fields import BOTH
from coachlog.store.drafts import Draft, DraftKeeper, drafts, take_back
from coachlog.store.expiry import KEPT_DAYS
from coachlog.store.unfinished import Unfinished, unfinished
from coachlog.terminal.command_options import Yes
from coachlog.terminal.confirm import confirm
from coachlog.terminal.context import Context, context, hint, say
from coachlog.terminal.prompt_commands import Command
from coachlog.terminal.prompter import Prompt, numbers_mark
from coachlog.terminal.prompters import make_prompter
from coachlog.values import parse

_NO_SUCH_DRAFT = (
    N_("There is no unfinished conversation {place}."),
    N_("See what is unfinished: coachlog session resume"),
)


def resume(
    which: Annotated[
        str | None, typer.Argument(metavar="[N]", help=N_("Which draft: its number in the list."))
    ] = None,
    drop: Annotated[bool, typer.Option("--drop", help=N_("Discard the draft."))] = False,
    dropped: Annotated[
        bool, typer.Option("--dropped", help=N_("Bring back one that was discarded."))
    ] = False,
    yes: Yes = False,
) -> None:
    """Continue an unfinished conversation at the question where it stopped.

    coachlog session resume
    """
    if drop and dropped:
        raise UsageError(*BOTH, one="--drop", other="--dropped")
    raise typer.Exit(_resume_or_drop(context(), which, drop=drop, dropped=dropped, yes=yes))


def _resume_or_drop(
    context: Context, which: str | None, *, drop: bool, dropped: bool, yes: bool
) -> int:
    """Continue, drop or bring back the chosen draft; return the exit code."""
    with context.reader() as reader:
        lines = unfinished(reader, dropped=dropped)
    if not lines and dropped:
        raise NotFoundError(
            N_("No unfinished conversation was discarded recently."),
            N_("See what is unfinished: coachlog session resume"),
        )
    if not lines:
        raise NotFoundError(
            N_("There is no unfinished conversation."), N_("Start one: coachlog session new")
        )
    chosen = _choose(context, lines, which)
    if dropped:
        _take_back(context, chosen, _description(context, lines, chosen))
    with context.reader() as reader:
        draft = next((draft for draft in drafts(reader) if draft.id == chosen.id), None)
    if draft is None:  # another window finished or dropped it meanwhile
        raise NotFoundError(*_NO_SUCH_DRAFT, place=chosen.place)
    if drop:
        return _drop(context, draft, _description(context, lines, chosen), yes)
    if not context.interactive:
        if dropped:  # to bring it back is enough
            return 0
        raise UsageError(
            N_("A conversation can only be resumed in a terminal."),
            N_("In a script: coachlog session new --from FILE"),
        )
    from coachlog.guide import dialogue

    return dialogue.resume(context, draft)


def _choose(context: Context, lines: list[Unfinished], which: str | None) -> Unfinished:
    """Return the draft with the number *which*, the only one, or else one that the coach picks."""
    number = parse.number(which)
    if number is None:
        number = 1 if len(lines) == 1 else _ask_which(context, lines)
    if number > len(lines):
        raise NotFoundError(*_NO_SUCH_DRAFT, place=number)
    return lines[number - 1]


def _ask_which(context: Context, lines: list[Unfinished]) -> int:
    """List the drafts and ask for one; return its number, from 1. Raises StoppedError."""
    texts = descriptions(lines, context.zone)
    for line, description in zip(lines, texts, strict=True):
        say(f"  {line.place}  {description}")
    if not context.interactive:
        raise UsageError(
            N_("Several conversations are unfinished."),
            N_("Choose one by its number: coachlog session resume 1"),
        )
    names = [(description,) for description in texts]
    prompt = Prompt(numbers_mark(len(lines)), check=lambda text: parse.pick(text, names))
    answer = make_prompter(context).ask(prompt)
    if isinstance(answer, Command):
        raise StoppedError
    index = parse.pick(answer, names) or 0  # None is Enter alone: the first one
    return index + 1


def _description(context: Context, lines: list[Unfinished], chosen: Unfinished) -> str:
    """Return what people call the draft that was *chosen* among *lines*."""
    return descriptions(lines, context.zone)[lines.index(chosen)]


def _take_back(context: Context, chosen: Unfinished, description: str) -> None:
    with context.work("session resume") as work:
        take_back(work, chosen.id)
    say(_("Brought back: {about}").format(about=description))


def _drop(context: Context, draft: Draft, description: str, yes: bool) -> int:
    """Drop the draft once that is confirmed; return the exit code."""
    question = _("Discard the draft of {about}?").format(about=description)
    if not confirm(context, (), question, yes):
        return 0
    DraftKeeper.resume(context.store, draft).drop()
    say(_("The draft is discarded."))
    command = hint("session resume --dropped")
    days = context.settings.log_days or KEPT_DAYS
    text = ngettext(
        "To take it back within {n} day of use: {command}",
        "To take it back within {n} days of use: {command}",
        days,
    )
    say("  " + text.format(n=days, command=command))
    return 0

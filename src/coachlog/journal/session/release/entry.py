"""`session release`: hand a text to somebody else, word for word, when the coachee agreed."""

import sys
from typing import Annotated, Any

import typer

from coachlog import kinds
from coachlog.errors import MissingAnswersError, UsageError
from coachlog.journal.coachee.queries import line as coachee_line
from coachlog.journal.session import queries as sessions
from coachlog.journal.session.release import queries
from coachlog.journal.session.release.queries import Copy
from coachlog.terminal.asking import Asked, ask_in_turn
from coachlog.terminal.context import Context, context
from coachlog.terminal.output import AsJson, On, done, show_json
from coachlog.terminal.prompter import make_prompter
from coachlog.texts import N_, _

FIELDS = (
    Asked(
        "text",
        N_("Which text may go, word for word?"),
        check=kinds.text,
        required=True,
        hints=(N_("Enter takes the text that stands here; :edit changes it."),),
    ),
    Asked("to_whom", N_("To whom?"), check=kinds.line, required=True, option="to"),
    Asked("agreed_by", N_("Who agreed to this very text?"), check=kinds.line, required=True),
)


class MissingOptionsError(MissingAnswersError):
    """Nobody can be asked to whom a text may go, or who agreed; nothing else can tell it."""

    remedy = N_("Give them as options, or run it in a terminal.")


class OneThingError(UsageError):
    """A release, a withdrawal and a handing over at once, or none of them."""

    cause = N_("Give the number of a conversation, or --withdraw R, or --handed-over R.")
    remedy = N_("For example: coachlog session release 2 --to Koen --agreed-by Amina")


def _option(flag: str, help_text: str, metavar: str = "TEXT") -> Any:
    return typer.Option(flag, help=help_text, metavar=metavar, show_default=False)


def release(
    number: Annotated[
        str | None, typer.Argument(metavar="[N]", help=N_("The number of the conversation."))
    ] = None,
    text: Annotated[
        str | None, _option("--text", N_("The exact text; the summary when left out."))
    ] = None,
    to_whom: Annotated[str | None, _option("--to", N_("To whom it may go."))] = None,
    agreed_by: Annotated[
        str | None, _option("--agreed-by", N_("Who agreed to this very text."))
    ] = None,
    withdraw: Annotated[
        str | None, _option("--withdraw", N_("Withdraw a text that was not handed over."), "R")
    ] = None,
    handed_over: Annotated[
        str | None, _option("--handed-over", N_("Note that a text was handed over."), "R")
    ] = None,
    on: On = None,
    as_json: AsJson = False,
) -> None:
    """Release a text to somebody else: a copy, with who agreed to it.

    coachlog session release 2 --to "Koen Maes" --agreed-by Amina
    """
    run = context()
    told = [each for each in (number, withdraw, handed_over) if each]
    said = {"text": text, "to_whom": to_whom, "agreed_by": agreed_by}
    if len(told) != 1 or (not number and any(said.values())):
        raise OneThingError
    day = run.past_day(on).isoformat()
    if number:
        kept = _release(run, kinds.number(number) or 0, said, day, quiet=as_json)
    else:
        which = kinds.number(withdraw or handed_over) or 0
        kept = _close(run, which, day, withdrawn=bool(withdraw), quiet=as_json)
    if as_json:
        with run.reader() as reader:
            show_json(queries.line(reader, kept)._asdict())
    elif number and not sys.stdout.isatty():
        sys.stdout.write(f"{kept}\n")


def _release(
    run: Context, number: int, said: dict[str, str | None], day: str, *, quiet: bool
) -> int:
    with run.reader() as reader:
        line = sessions.line(reader, number)
        name = coachee_line(reader, line.coachee).name
    given: dict[str, Any] = {
        field.name: value for field in FIELDS if (value := field.value(said[field.name] or ""))
    }
    summary = {"text": line.summary} if line.summary else {}
    left = [field for field in FIELDS if field.name not in given]
    if run.interactive and left:
        prompter = make_prompter(run)
        title = _("Conversation {n} with {name}").format(n=number, name=name)
        prompter.show(title, "heading")
        given |= _clean(ask_in_turn(prompter, left, summary))
    given = summary | given
    if missing := [field.flag for field in FIELDS if field.name not in given]:
        raise MissingOptionsError(missing)
    with run.work("session release") as work:
        kept = queries.release(work, number, Copy(released_on=day, **given))
    if not quiet:
        told = _("Released text {n} is kept, for {whom}; {who} agreed to it.")
        told = told.format(n=kept, whom=given["to_whom"], who=given["agreed_by"])
        done(told, f"session release --handed-over {kept}", f"session release --withdraw {kept}")
    return kept


def _clean(said: dict[str, str]) -> dict[str, Any]:
    return {field.name: field.value(said[field.name]) for field in FIELDS if field.name in said}


def _close(run: Context, number: int, day: str, *, withdrawn: bool, quiet: bool) -> int:
    with run.work("session release") as work:
        changed = (queries.withdraw if withdrawn else queries.hand_over)(work, number, day)
        session = queries.line(work, number).session
    told = {
        (True, True): _("Released text {n} is withdrawn."),
        (True, False): _("Released text {n} was withdrawn already."),
        (False, True): _("Released text {n} was handed over."),
        (False, False): _("That released text {n} was handed over was known already."),
    }[withdrawn, changed]
    if not quiet:
        done(told.format(n=number), f"session show {session}")
    return number

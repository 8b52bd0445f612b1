"""`workability new` and `workability edit`: by options, JSON or questions, for who wants it."""

from collections.abc import Callable
from typing import Annotated, Any

import typer

from coachlog.base.days import day_text
from coachlog.base.texts import N_, _, language
from coachlog.journal.coachee.consents.queries import given as agreed_on
from coachlog.journal.coachee.queries import find
from coachlog.journal.common.checks import past_day, somebody
from coachlog.journal.common.edit import Changing, change_numbered
from coachlog.journal.workability.fields import (
    CAUTION,
    FIGURES,
    HIGH,
    LENSES,
    LOW,
    QUESTIONS,
    SCALE,
    UP,
)
from coachlog.journal.workability.queries import line, refuse_appraiser
from coachlog.schema.workability import WORKABILITY
from coachlog.terminal.collect import Change, FormField, collect, put_over, with_options
from coachlog.terminal.confirm import sure
from coachlog.terminal.context import Context, context, hint, say
from coachlog.terminal.fields import ask_in_turn
from coachlog.terminal.inputs import Given
from coachlog.terminal.new_record import tell_all_kept
from coachlog.terminal.output import AsJson
from coachlog.terminal.prompters import make_prompter
from coachlog.values import parse


def _scale(text: str) -> object:
    return parse.scale(text, LOW, HIGH)


COACHEE = FormField(
    "coachee", N_("With whom?"), N_("Short name or full name."), somebody, required=True
)
ON = FormField(
    "checked_on",
    WORKABILITY.field("checked_on").label,
    N_("A day other than today."),
    past_day,
    option="on",
)
NOTE = FormField("note", WORKABILITY.field("note").label, UP, parse.text)
WEIGHS = N_("0 weighs heavily, 10 is fine")
FIELDS = (*(FormField(lens, label, WEIGHS, _scale) for lens, label in FIGURES.items()), NOTE)
OPTIONS = tuple(each._replace(help=each.label) if each.name in LENSES else each for each in FIELDS)
QUESTIONED = (
    *(FormField(lens, asked, N_("0 to 10"), _scale) for lens, asked in QUESTIONS.items()),
    FormField("note", UP, check=parse.text),
)
Wanted = Annotated[
    bool, typer.Option("--wanted", help=N_("The person agrees; saved with the date."))
]
Manager = Annotated[bool, typer.Option("--manager", hidden=True)]
"""It once left a question out; nothing depends on it any more."""


@with_options(
    (COACHEE._replace(label=COACHEE.help), ON, *OPTIONS),
    more={"wanted": Wanted, "manager": Manager, "as_json": AsJson},
)
def new(
    given: dict[str, str], source: str | None, wanted: bool, manager: bool, as_json: bool
) -> None:
    """Discuss how workable the work is, if the person agrees.

    coachlog workability new --coachee amina --wanted --learning 6 --autonomy 4
    """
    run = context()
    said = {name: True for name, yes in (("wanted", wanted), ("manager", manager)) if yes}
    inputs = _inputs(run, given, source, said)
    if not inputs:
        return
    from coachlog.journal.common.new import add_all
    from coachlog.journal.workability.model import CheckInInput
    from coachlog.journal.workability.service import add

    numbers = add_all(
        run,
        "workability new",
        CheckInInput,
        inputs,
        lambda work, data: add(work, data, run.today),
    )
    tell_all_kept(
        run,
        inputs,
        numbers,
        line,
        N_("Check-in {n} saved."),
        *("workability show {n}", "workability trend {whose}"),
        as_json=as_json,
    )


def _inputs(
    run: Context, given: dict[str, str], source: str | None, said: dict[str, bool]
) -> list[Given]:
    """What is to be kept; nothing where the person does not want it."""
    if run.interactive and not source and not {*LENSES, "note"} & {*given}:
        return _asked(run, given, said)
    found = collect(run, (COACHEE, *FIELDS), given, source)
    say(_(CAUTION))
    return [put_over(each, said) for each in found]


def _asked(run: Context, given: dict[str, str], said: dict[str, bool]) -> list[Given]:
    """The questions one by one, after the one that comes first: does the person agree to it?"""
    prompter = make_prompter(run)
    if "coachee" not in given:
        given = given | ask_in_turn(prompter, [COACHEE], {})
    with run.reader() as reader:
        person = find(reader, given["coachee"])
        refuse_appraiser(reader, person)
        agreed = agreed_on(reader, person.id)
    wants = _("Does {name} explicitly agree that you note this? It can be withdrawn at any time.")
    if agreed:
        told = _("Agreed on {day}. To withdraw it: {command}")
        command = hint(f"workability withdraw {person.handle}")
        prompter.show(told.format(day=day_text(agreed, language()), command=command), "quiet")
    elif not sure(run, [_(CAUTION)], wants.format(name=person.name), said.get("wanted", False)):
        return []
    prompter.show(_(SCALE), "quiet")
    figures = ask_in_turn(prompter, QUESTIONED, {})
    return [Given({**given, **figures, "wanted": True})]


@with_options((ON, *OPTIONS), number="N", more={"as_json": AsJson})
def edit(
    which: str, given: dict[str, str], source: str | None, guided: bool, as_json: bool
) -> None:
    """Edit a check-in: only what you give changes.

    coachlog workability edit 1 --learning 7
    """
    change_numbered(CHANGING, (ON, *FIELDS), which, Change(given, source, guided), as_json)


def _saving() -> tuple[Any, Callable[..., Any]]:
    from coachlog.journal.workability.model import CheckInEdit
    from coachlog.journal.workability.service import edit as change

    return CheckInEdit, change


CHANGING = Changing(
    "workability edit",
    N_("Check-in {n} of {name}"),
    N_("Check-in {n} updated."),
    "workability show {n}",
    line,
    _saving,
)

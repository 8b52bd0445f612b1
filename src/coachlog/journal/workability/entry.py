"""`workability new` and `workability edit`: by options, JSON or questions, with consent."""

from collections.abc import Sequence
from typing import Annotated

import typer

from coachlog.base.days import day_text
from coachlog.base.texts import N_, _, language
from coachlog.journal.coachee.consents.queries import consent_day as agreed_on
from coachlog.journal.coachee.lookup import find
from coachlog.journal.common.entry import Records, edit_numbered, save_and_show
from coachlog.journal.common.forms import edit_form, new_options, new_questions
from coachlog.journal.workability.fields import CAUTION, LENSES, SCALE
from coachlog.journal.workability.queries import CHECK_INS, refuse_appraiser
from coachlog.schema.workability import WORKABILITY
from coachlog.terminal.collect import (
    Change,
    collect,
    override_values,
    with_change,
    with_options,
)
from coachlog.terminal.confirm import confirm
from coachlog.terminal.context import Context, context, hint, say
from coachlog.terminal.fields import FormField, ask_in_turn
from coachlog.terminal.inputs import InputValue
from coachlog.terminal.output import AsJson
from coachlog.terminal.prompters import make_prompter

FIELDS = edit_form(WORKABILITY)
QUESTIONS = new_questions(WORKABILITY)
RECORDS = Records(
    WORKABILITY,
    CHECK_INS,
    N_("Check-in {n} of {name}"),
    N_("Check-in {n} saved."),
    N_("Check-in {n} updated."),
    ["workability show {n}", "workability trend {whose}"],
)


def _with_short_help(fields: Sequence[FormField]) -> tuple[FormField, ...]:
    """Return *fields* with the name of each figure as its help, since all have the same scale."""
    return tuple(
        field._replace(help=field.label) if field.name in LENSES else field for field in fields
    )


Wanted = Annotated[
    bool, typer.Option("--wanted", help=N_("The person agrees; saved with the date."))
]
Manager = Annotated[bool, typer.Option("--manager", hidden=True)]
"""Without effect: accepted because scripts may still give it."""


@with_options(
    _with_short_help(new_options(WORKABILITY)),
    more={"wanted": Wanted, "manager": Manager, "as_json": AsJson},
)
def new(
    given: dict[str, str], source: str | None, wanted: bool, manager: bool, as_json: bool
) -> None:
    """Discuss how workable the work is, if the person agrees.

    coachlog workability new --coachee amina --wanted --learning 6 --autonomy 4
    """
    run = context()
    # A flag that is not given must not replace what the JSON says.
    flags = {name: True for name, is_set in (("wanted", wanted), ("manager", manager)) if is_set}
    inputs = _collect_inputs(run, given, source, flags)
    if not inputs:
        return
    save_and_show(run, RECORDS, inputs, as_json)


def _collect_inputs(
    run: Context, options: dict[str, str], source: str | None, flags: dict[str, bool]
) -> list[InputValue]:
    """Return the check-ins to save; none if the person does not agree."""
    has_answers = any(name in options for name in (*LENSES, "note"))
    if run.interactive and not source and not has_answers:
        return _ask_check_in(run, options, flags)
    person_question = QUESTIONS[0]
    inputs = collect(run, (person_question, *FIELDS), options, source)
    say(_(CAUTION))
    return [override_values(item, flags) for item in inputs]


def _ask_check_in(
    run: Context, options: dict[str, str], flags: dict[str, bool]
) -> list[InputValue]:
    """Ask for consent unless it is in force, then for the figures; return [] without consent."""
    prompter = make_prompter(run)
    if "coachee" not in options:
        options = options | ask_in_turn(prompter, QUESTIONS[:1], {})
    with run.reader() as reader:
        person = find(reader, options["coachee"])
        refuse_appraiser(reader, person)
        agreed = agreed_on(reader, person.id)
    consent_question = _(
        "Does {name} explicitly agree that you note this? It can be withdrawn at any time."
    )
    if agreed:
        text = _("Agreed on {day}. To withdraw it: {command}")
        command = hint(f"workability withdraw {person.handle}")
        prompter.show(text.format(day=day_text(agreed, language()), command=command), "quiet")
    else:
        question = consent_question.format(name=person.name)
        if not confirm(run, [_(CAUTION)], question, flags.get("wanted", False)):
            return []
    prompter.show(_(SCALE), "quiet")
    figures = ask_in_turn(prompter, QUESTIONS[1:], {})
    return [InputValue({**options, **figures, "wanted": True})]


@with_change(_with_short_help(FIELDS), more={"as_json": AsJson})
def edit(which: str, change: Change, as_json: bool) -> None:
    """Edit a check-in: only what you give changes.

    coachlog workability edit 1 --learning 7
    """
    edit_numbered(RECORDS, FIELDS, which, change, as_json)

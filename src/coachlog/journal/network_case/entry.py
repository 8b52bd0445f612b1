"""`network case new` and `edit`: by options, JSON or questions, with warnings about names."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from coachlog.base.errors import MissingAnswersError
from coachlog.base.texts import N_, _
from coachlog.journal.common.entry import Records, edit_numbered, save_new
from coachlog.journal.common.forms import edit_form, new_options, new_questions
from coachlog.journal.common.reads import number_of
from coachlog.journal.network_case.output import (
    case_record,
    case_watch,
    say_warnings,
    warnings_about,
)
from coachlog.journal.network_case.prompts import ask_case
from coachlog.journal.network_case.queries import CASES
from coachlog.schema.network_case import NETWORK_CASE
from coachlog.terminal.collect import Change, collect, with_change, with_options
from coachlog.terminal.context import Context, context
from coachlog.terminal.inputs import InputValue
from coachlog.terminal.output import AsJson, say_done, show_json, show_json_line, show_rows
from coachlog.terminal.prompters import make_prompter

if TYPE_CHECKING:
    from coachlog.store.connection import Reader


def _flag_as_typed(reader: "Reader", number: int) -> Mapping[str, str]:
    """Return whether somebody could be guessed as it is typed, not as 1 or 0."""
    guessable = CASES.one(reader, number).guessable
    return {} if guessable is None else {"guessable": "yes" if guessable else "no"}


RECORDS = Records(
    NETWORK_CASE,
    CASES,
    N_("Case {n}"),
    N_("Case {n} saved. It is for you alone."),
    N_("Case {n} updated."),
    ["network case show {n}", "network intervision five_step --case {n}"],
    linked_values=_flag_as_typed,
)
QUESTIONS = new_questions(NETWORK_CASE)
FIELDS = edit_form(NETWORK_CASE)


@with_options(new_options(NETWORK_CASE), more={"as_json": AsJson})
def new(given: dict[str, str], source: str | None, as_json: bool) -> None:
    """Write a case for peer consultation. Names, teams and days of the journal are pointed out.

    coachlog network case new --question "How do I say no to a colleague?"
    """
    run = context()
    if source or "question" in given:
        inputs = collect(run, QUESTIONS, given, source)
    elif run.interactive:
        answers = ask_case(make_prompter(run), QUESTIONS, given, case_watch(run))
        inputs = [InputValue(given | answers)]
    else:
        raise MissingAnswersError(["--question"])
    _show(run, inputs, save_new(run, RECORDS, inputs), as_json)


def _show(run: Context, inputs: list[InputValue], numbers: list[int], as_json: bool) -> None:
    """Print the new cases with the warnings about them."""
    over = case_watch(run)
    for item, number in zip(inputs, numbers, strict=True):
        with run.reader() as reader:
            case = CASES.one(reader, number)
        warnings = warnings_about(over, case)
        if as_json:
            show_one = show_json if item.line is None else show_json_line
            show_one(case_record(case, warnings))
            continue
        if run.attended:
            commands = [command.format(n=number) for command in RECORDS.next_commands]
            say_done(_(RECORDS.saved).format(n=number), *commands)
        else:
            show_rows([(number, case.written_on)])
            say_warnings(warnings)


@with_change(FIELDS, more={"as_json": AsJson})
def edit(which: str, change: Change, as_json: bool) -> None:
    """Edit a case: only what you give changes.

    coachlog network case edit 1 --felt "I was angry"
    """
    run = context()
    edit_numbered(RECORDS, FIELDS, which, change, False)
    with run.reader() as reader:
        case = CASES.one(reader, number_of(reader, "network_case", which))
    warnings = warnings_about(case_watch(run), case)
    if as_json:
        show_json(case_record(case, warnings))
    else:
        say_warnings(warnings)

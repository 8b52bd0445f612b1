"""`coachlog rectify`: puts the words of a person beside a text, or in its place."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from coachlog.base.errors import MissingAnswersError
from coachlog.base.safe import shorten, visible_line
from coachlog.base.texts import N_, _, ngettext
from coachlog.journal.common.entry import save_and_show, save_new
from coachlog.journal.correction.entry import RECORDS
from coachlog.journal.correction.queries import CORRECTIONS
from coachlog.journal.correction.records import CorrectedRecord, find_record
from coachlog.journal.correction.texts import RecordText
from coachlog.schema.correction import BESIDE, HOWS, INSTEAD
from coachlog.store.expiry import KEPT_DAYS
from coachlog.terminal.command_options import JsonLines, option_info
from coachlog.terminal.context import Context, context, hint, say
from coachlog.terminal.fields import FormField, ask_in_turn
from coachlog.terminal.inputs import InputValue, read_inputs
from coachlog.terminal.output import AsJson, On, say_done, show_json, show_rows
from coachlog.terminal.prompters import make_prompter
from coachlog.values import parse

if TYPE_CHECKING:
    from coachlog.store.connection import Reader

EXCERPT = 60
"""The widest text in the list of a record's texts, in cells of the terminal."""


def rectify(
    what: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[RECORD]...", help=N_("session 12, goal 3, or the name of a person.")
        ),
    ] = None,
    field: Annotated[
        str | None, option_info("--field", N_("Which text: summary, option.2.text."), "FIELD")
    ] = None,
    text: Annotated[
        str | None, option_info("--text", N_("What the person says, or the right text."))
    ] = None,
    instead: Annotated[
        bool, typer.Option("--instead", help=N_("Replace the text; else both stand there."))
    ] = False,
    on: On = None,
    source: JsonLines = None,
    as_json: AsJson = False,
) -> None:
    """Put something right: the person's words beside a text, or instead of it.

    coachlog rectify session 1 --field summary --text "I did not say that I want to leave"
    """
    run = context()
    if source:
        _from_file(run, source, as_json=as_json)
        return
    if not what:
        raise MissingAnswersError(["RECORD"])
    day = run.past_day(on)
    with run.reader() as reader:
        record = find_record(reader, what)
    given = {"field": field, "way": INSTEAD if instead else None, "text": text}
    answers = _complete(run, record, given)
    corrected, how = record.find_text(answers["field"]), answers["way"]
    number = _save(run, record, corrected.path, how, answers["text"], day)
    _tell(run, record, corrected, number, how, as_json=as_json)


def _from_file(run: Context, source: str, *, as_json: bool) -> None:
    """Save the corrections of a file, all or none, and print each of them."""
    save_and_show(run, RECORDS, read_inputs(source), as_json, "rectify")


def _complete(
    run: Context, record: CorrectedRecord, given: dict[str, str | None]
) -> dict[str, str]:
    """Return all answers: those *given*, those that are asked. Raises MissingAnswersError."""
    answers = given
    if run.interactive and not (given["field"] and given["text"]):
        answers = _ask(run, record, given)
    missing = [f"--{name}" for name in ("field", "text") if not parse.text(answers[name])]
    if missing:
        raise MissingAnswersError(missing)
    return {name: str(answer or BESIDE) for name, answer in answers.items()}


def _save(run: Context, record: CorrectedRecord, path: str, how: str, words: str, day: date) -> int:
    values = {
        "record": record.table.command,
        "record_number": record.number,
        "coachee": record.handle,
        "field": path,
        "how": how,
        "statement": words,
        "said_on": day.isoformat(),
    }
    return save_new(run, RECORDS, [InputValue(values)], "rectify")[0]


def _tell(
    run: Context,
    record: CorrectedRecord,
    corrected: RecordText,
    number: int,
    how: str,
    *,
    as_json: bool,
) -> None:
    """Print what was done, and what is still to do: tell those who have a text (GDPR art. 19)."""
    with run.reader() as reader:
        line = CORRECTIONS.one(reader, number)
        copies = _handed_over(reader, line.coachee)
    if as_json:
        show_json(line._asdict())
        return
    if not run.attended:
        show_rows([(number, line.coachee)])
    text = _("{field} of {record}: {how}.")
    say_done(text.format(field=corrected.label, record=record.name, how=_(HOWS[how])))
    if how == INSTEAD:
        days = run.settings.log_days or KEPT_DAYS
        text = ngettext(
            "The old words stay in the history for another {n} day of use: {command}",
            "The old words stay in the history for another {n} days of use: {command}",
            days,
        )
        say(text.format(n=days, command=hint("history prune")))
    if copies:
        text = ngettext(
            "Somebody else has {n} text about this person: tell them. {command}",
            "Others have {n} texts about this person: tell them. {command}",
            copies,
        )
        say(text.format(n=copies, command=hint("knows")))


def _handed_over(reader: "Reader", coachee: str | None) -> int:
    sql = "select count(*) from releases where coachee = :coachee and handed_over_on is not null"
    return int(reader.value(sql, coachee=coachee))


def _ask(
    run: Context, record: CorrectedRecord, given: dict[str, str | None]
) -> dict[str, str | None]:
    """Ask for what is missing: which text, beside it or instead of it, and the words."""
    prompter = make_prompter(run)
    prompter.show(_("Put something right"), "heading")
    lines = [
        f"{place}  {text.label}: {shorten(visible_line(text.text), EXCERPT)}"
        for place, text in enumerate(record.texts, 1)
    ]
    fields = (
        FormField(
            "field",
            N_("Which text?"),
            N_("Its number."),
            check=lambda typed: record.find_text(typed).path,
            required=True,
            hints=lines,
        ),
        FormField(
            "way",
            N_("How?"),
            check=lambda typed: parse.choice(typed, HOWS),
            words=HOWS,
            proposed=BESIDE,
        ),
        FormField(
            "text", N_("In which words?"), N_("What the person says."), parse.text, required=True
        ),
    )
    missing = [field for field in fields if not given[field.name]]
    answers = ask_in_turn(prompter, missing, {})
    return {**given, **answers}

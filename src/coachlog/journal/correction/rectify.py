"""`coachlog rectify`: puts the words of a person beside a text, or in its place."""

from collections.abc import Sequence
from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from coachlog.base.errors import MissingAnswersError, NotFoundError, UsageError
from coachlog.base.folding import plain
from coachlog.base.safe import shorten, visible_line
from coachlog.base.texts import N_, _, ngettext
from coachlog.journal.coachee.queries import find
from coachlog.journal.common.reads import number_of
from coachlog.journal.correction.queries import CORRECTIONS
from coachlog.journal.correction.texts import RecordText, texts_of
from coachlog.schema.correction import BESIDE, HOWS, INSTEAD
from coachlog.schema.field import Table
from coachlog.schema.tables import TABLES
from coachlog.store.expiry import KEPT_DAYS
from coachlog.terminal.command_options import option_info
from coachlog.terminal.context import Context, context, hint, say
from coachlog.terminal.fields import FormField, ask_in_turn
from coachlog.terminal.output import AsJson, On, say_done, show_json, show_rows
from coachlog.terminal.prompters import make_prompter
from coachlog.values import parse

if TYPE_CHECKING:
    from coachlog.store.connection import Reader

EXCERPT = 60
"""The widest text in the list of a record's texts, in cells of the terminal."""


class _Record(NamedTuple):
    """The record that was typed: its table, number, id and texts; a person has a *handle*."""

    table: Table
    number: int | None
    handle: str
    id: str
    texts: list[RecordText]

    @property
    def typed(self) -> str:
        """What to type to mean it: `session 12`."""
        return f"{self.table.command} {self.number or self.handle}"


def rectify(
    what: Annotated[
        list[str],
        typer.Argument(metavar="RECORD", help=N_("session 12, goal 3, or the name of a person.")),
    ],
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
    as_json: AsJson = False,
) -> None:
    """Put something right: the person's words beside a text, or instead of it.

    coachlog rectify session 12 --field summary --text "I did not say that I want to leave"
    """
    run = context()
    day = run.past_day(on)
    with run.reader() as reader:
        record = _record(reader, what)
    answers = {"field": field, "how": INSTEAD if instead else None, "text": text}
    if run.interactive and not (field and text):
        answers = _ask(run, record, answers)
    missing = [f"--{name}" for name in ("field", "text") if not parse.text(answers[name])]
    if missing:
        raise MissingAnswersError(missing)
    found = _found(record, str(answers["field"]))
    number = _save(run, record, found, answers["how"] or BESIDE, str(answers["text"]), day)
    _tell(run, record, found, number, answers["how"] or BESIDE, as_json=as_json)


def _save(run: Context, record: _Record, found: RecordText, how: str, typed: str, day: date) -> int:
    # Loaded by name, as `Records` does: pydantic takes longer than the questions.
    service = import_module("coachlog.journal.correction.service")
    where, words = (record.table.name, record.number), parse.text(typed) or ""
    with run.work("rectify") as work:
        if how == INSTEAD:
            return int(service.instead(work, found, where, words, run.today, day.isoformat()))
        return int(service.beside(work, found, where, words, day.isoformat()))


def _tell(
    run: Context, record: _Record, found: RecordText, number: int, how: str, *, as_json: bool
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
    told = _("{field} of {record}: {how}.")
    say_done(told.format(field=found.label, record=record.typed, how=_(HOWS[how])))
    if how == INSTEAD:
        days = run.settings.log_days or KEPT_DAYS
        text = _("The old words stay in the history for another {n} days: {command}")
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


def _record(reader: "Reader", what: Sequence[str]) -> _Record:
    """Return the record that was typed, such as `session 12`, or a person by name.

    Raises UsageError for a noun that is not known, NotFoundError where there is no such record.
    """
    *noun_words, which = " ".join(what).replace(":", " ").split() or [""]
    table = _noun(" ".join(noun_words)) if noun_words else None
    if table is None and noun_words and which.isdigit():
        raise UsageError(
            N_("“{noun}” has no records with texts."),
            N_("For example: coachlog rectify session 12; known: {known}."),
            noun=visible_line(" ".join(noun_words))[:40],
            known=", ".join(each.command for each in _nouns()),
        )
    if table is None or table.name == "coachee":
        name = which if table else " ".join((*noun_words, which))
        person = find(reader, name)
        table = TABLES["coachee"]
        return _Record(table, None, person.handle, person.id, texts_of(reader, table, person.id))
    number = number_of(reader, table.name, which)
    sql = f'select id from "{table.name}" where number = :number'  # noqa: S608 - a name of our own
    record_id = reader.value(sql, number=number)
    if record_id is None:
        raise NotFoundError(
            N_("There is no {noun} {number}."),
            N_("Give the number as the list shows it."),
            noun=table.command,
            number=number,
        )
    return _Record(table, number, "", str(record_id), texts_of(reader, table, str(record_id)))


def _nouns() -> list[Table]:
    """Return the tables whose records people know by number, and that of people."""
    return [table for table in TABLES.values() if table.find("number") or table.name == "coachee"]


def _noun(typed: str) -> Table | None:
    """Return the table of a noun as typed, in any language; None where it is not known."""
    wanted = plain(typed).replace("_", " ")
    for table in _nouns():
        words = ",".join((table.command, *table.noun.typed)).split(",")
        if wanted in (word.strip() for word in words):
            return table
    return None


def _found(record: _Record, typed: str) -> RecordText:
    """Return the text of a *record* that was typed by number, path or label.

    Raises NotFoundError where it has no such text.
    """
    texts = record.texts
    if typed.strip().isdigit() and 1 <= int(typed) <= len(texts):
        return texts[int(typed) - 1]
    wanted = plain(typed)
    paths = [text for text in texts if wanted in _names(text)]
    if len(paths) != 1:
        raise NotFoundError(
            N_("{record} has no text “{typed}”."),
            N_("It has: {known}."),
            record=record.typed,
            typed=visible_line(typed)[:40],
            known=", ".join(text.path for text in texts) or "–",
        )
    return paths[0]


def _names(text: RecordText) -> set[str]:
    """Return what may be typed for a text; the table of a part may be in the plural."""
    part, dot, rest = text.path.partition(".")
    return {plain(text.path), plain(text.label), plain(f"{part}s{dot}{rest}"), text.column}


def _ask(run: Context, record: _Record, given: dict[str, str | None]) -> dict[str, str | None]:
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
            check=lambda typed: _found(record, typed).path,
            required=True,
            hints=lines,
        ),
        FormField(
            "how",
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

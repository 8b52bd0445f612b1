"""`export markdown`: a note for each conversation and each person, for Obsidian and the like."""

from collections import Counter
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from coachlog.admin.exporting.markdown.person_note import PersonNotes
from coachlog.admin.exporting.markdown.talk_note import talk_note
from coachlog.base.texts import N_, _, count_text
from coachlog.export.markdown.folder import CHANGED, LEFT, NEW, SAME, NoteFolder
from coachlog.export.markdown.names import fit_name
from coachlog.export.markdown.note import Note
from coachlog.export.markdown.text import link
from coachlog.journal.coachee.lookup import Person, find
from coachlog.journal.coachee.queries import line as coachee_line
from coachlog.report.dossier.records import read_records
from coachlog.terminal.context import Context, context, hint, say
from coachlog.terminal.output import OfPerson
from coachlog.terminal.patience import Patience
from coachlog.terminal.period import Since, Until, period_in_days

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coachlog.store.connection import Reader

LISTED = 10
"""The most notes that are named one by one."""


class OutgoingTalk(NamedTuple):
    """A conversation that goes out."""

    id: str
    number: int
    held_on: str
    coachee_id: str


def markdown(
    folder: Annotated[
        str, typer.Argument(metavar="FOLDER", help=N_("The folder for the notes, such as a vault."))
    ],
    coachee: OfPerson = None,
    since: Since = None,
    until: Until = None,
    private: Annotated[
        bool, typer.Option("--private", help=N_("With your private notes too."))
    ] = False,
    force: Annotated[
        bool,
        typer.Option("--force", help=N_("Write notes anew whose text you changed there.")),
    ] = False,
) -> None:
    """Write a note for each conversation and each person, for Obsidian; yours stay as they are.

    coachlog export markdown notes
    """
    run = context()
    days = period_in_days(since, until, run.today)
    with run.reader() as reader:
        people = _people(reader, coachee, private=private)
        talks = _talks(reader, people, days)
        notes = NoteFolder(folder)
        if private:
            say(_("Your private notes go out too: keep that folder to yourself."))
        outcomes: Counter[str] = Counter()
        left_alone: list[str] = []
        with Patience(str(notes.path)) as waiting:
            for note in waiting.each(_notes(run, reader, notes, people, talks, private=private)):
                outcome = notes.write(note, force=force)
                outcomes[outcome] += 1
                left_alone += [note.name] if outcome == LEFT else []
    _say_outcome(folder, outcomes, left_alone)


def _people(reader: "Reader", who: str | None, *, private: bool) -> list[Person]:
    """Return whose notes go out; those of the coach only if named, or with what is private."""
    if who:
        return [find(reader, who)]
    condition = "" if private else "where is_self is not 1"
    sql = f"select id, handle, name, archived_at from coachee {condition} order by handle"  # noqa: S608 - words of our own
    return list(reader.rows(Person, sql))


def _talks(
    reader: "Reader", people: list[Person], days: tuple[str | None, str | None]
) -> list[OutgoingTalk]:
    """Return the conversations of *people* in a period."""
    first, last = days
    sql = (
        "select id, number, held_on, coachee_id from session"
        " where held_on between :first and :last order by number"
    )
    ids = {person.id for person in people}
    talks = reader.rows(OutgoingTalk, sql, first=first or "", last=last or "9999-99-99")
    return [talk for talk in talks if talk.coachee_id in ids]


def _notes(
    run: Context,
    reader: "Reader",
    notes: NoteFolder,
    people: list[Person],
    talks: list[OutgoingTalk],
    *,
    private: bool,
) -> "Iterator[Note]":
    """Yield the notes; each has its name before the first is made, for they refer to each other."""
    called = {each.id: fit_name(each.name, each.handle) for each in people}
    names = {each.id: notes.name_of(each.id, called[each.id]) for each in people}
    for talk in talks:
        whom = called[talk.coachee_id]
        names[talk.id] = notes.name_of(talk.id, f"{talk.held_on} {whom}")

    def link_of(record_id: object) -> str:
        key = str(record_id)
        return link(notes.name_of(key, key)) if notes.has(key) else ""

    for talk in talks:
        person_note = names[talk.coachee_id]
        yield talk_note(reader, talk.id, talk.number, names[talk.id], person_note, private=private)
    for person in people:
        line = coachee_line(reader, person.handle)
        made = PersonNotes(line, run.zone, link_of, private=private)
        yield made.note(reader, person.id, names[person.id], read_records(reader, person.id))


def _say_outcome(folder: str, outcomes: "Counter[str]", left_alone: list[str]) -> None:
    """Say how many notes were written, and which were left because their text was changed."""
    written = outcomes[NEW] + outcomes[CHANGED]
    text = count_text("{n} note written", "{n} notes written", written)
    same = outcomes[SAME]
    also = count_text("{n} was the same", "{n} were the same", same) if same else ""
    say("; ".join(filter(None, (text, also))) + ".")
    if not left_alone:
        return
    names = ", ".join(left_alone[:LISTED]) + (" …" if len(left_alone) > LISTED else "")
    say(
        count_text(
            "{n} note was changed by you above the line and is left as it is: {names}",
            "{n} notes were changed by you above the line and are left as they are: {names}",
            len(left_alone),
            names=names,
        )
    )
    say(_("Take over what you ticked, then write them anew:"))
    say("  " + hint(f'import "{folder}"'))
    say("  " + hint(f'export markdown "{folder}" --force'))

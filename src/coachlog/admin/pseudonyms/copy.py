"""Makes a copy of a journal in which pseudonyms replace all names."""
# ruff: noqa: S608 - tables and columns come from our own schema, values are bound

import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from coachlog.admin.pseudonyms.tokens import SOMEBODY, Pseudonyms, read_pseudonyms
from coachlog.base.folding import plain
from coachlog.base.ids import new_id, slug
from coachlog.base.name_finder import NameFinder
from coachlog.schema.field import WORDS
from coachlog.schema.tables import TABLES
from coachlog.store.backups import check_sound, copy_database, open_store
from coachlog.store.connection import Writer
from coachlog.store.edited_copy import edited_copy
from coachlog.store.erasing.persons import records_of
from coachlog.store.faults import translate_errors
from coachlog.store.private_files import make_private_file, sync
from coachlog.store.removal import delete_records, unlink_records
from coachlog.store.wordforms import fold_documents

# It begins where a word does: tried at every character, a long word would take for ever.
_MAIL = re.compile(r"(?<![^\s@<>()\[\],;])[^\s@<>()\[\],;]+@[^\s@<>()\[\],;]+\.\w+")
_CALL = re.compile(r"(?<!\w)\+?\d(?:[ /.()-]{0,2}\d){7,}(?!\w)")
MAIL, CALL = "(e-mail)", "(tel.)"
_LEFT_OUT = (
    *("former_handle", "draft", "consultation", "published", "erasure"),
    *("acting", "change", "operation"),
)
"""Tables of which nothing is in the copy; the log last, to which deleting the others adds."""

_DIRECT = {"coachee": ("name", "handle", "reach"), "contact": ("name", "reach")}


class PseudonymisedCopy(NamedTuple):
    """How many people and contacts the copy has, and in how many texts a name was replaced."""

    people: int
    contacts: int
    texts: int


def pseudonymise(
    store: Path, output: Path, person_id: str | None, coach: str | None
) -> PseudonymisedCopy:
    """Make *output* a copy of the store without names; with *person_id* of one person alone.

    Raises FileExistsError, OSError or an UnavailableError; then there is no such file.
    """
    make_private_file(output)
    try:
        with translate_errors(store), closing(open_store(store)) as source:
            copy_database(source, output, store)
        with edited_copy(output) as copy:
            made = _replace_names(copy, person_id, coach)
        check_sound(output, store)
        sync(output)
    except BaseException:
        output.unlink(missing_ok=True)
        raise
    return made


def _replace_names(copy: Writer, person_id: str | None, coach: str | None) -> PseudonymisedCopy:
    """Replace all names in *copy*, in one transaction, and remove its history."""
    copy.execute("BEGIN IMMEDIATE")
    copy.execute("PRAGMA defer_foreign_keys=ON")
    names = read_pseudonyms(copy, coach)
    if person_id is not None:
        _leave_out_others(copy, person_id)
    texts = sum(_replace_in(copy, table, names) for table in TABLES)
    _name_people(copy, names)
    for table in _LEFT_OUT:
        copy.execute(f'delete from "{table}"')
    # Another journal: neither its log nor its backups may be taken for those of the first.
    copy.execute("update meta set value = :id where key = 'device'", id=new_id())
    copy.execute("delete from meta where key = 'log'")
    fold_documents(copy.connection)
    copy.execute("insert into search(search) values ('rebuild')")
    people = copy.value("select count(*) from coachee where is_self is not 1")
    contacts = copy.value("select count(*) from contact")
    copy.execute("COMMIT")
    return PseudonymisedCopy(people, contacts, texts)


def _leave_out_others(copy: Writer, person_id: str) -> None:
    """Take all others' records out of the copy."""
    others = list(copy.rows(str, "select id from coachee where id <> :id", id=person_id))
    records = records_of(copy, others)
    unlink_records(copy, records.unlinked)
    delete_records(copy, records.removed)
    copy.execute("delete from nameless_talk")


def _replace_in(copy: Writer, table: str, names: Pseudonyms) -> int:
    """Replace names in all texts of a table; return in how many."""
    direct = _DIRECT.get(table, ())
    columns = [
        field.name
        for field in TABLES[table].fields
        if field.kind in WORDS and field.name not in direct
    ]
    if not columns:
        return 0
    finder, count = names.finder, 0
    selected = ", ".join(f'"{column}"' for column in columns)
    for record_id, *texts in list(copy.plain(f'select id, {selected} from "{table}"')):
        for column, text in zip(columns, texts, strict=True):
            new_text = _replace_text(text, finder, names) if text else text
            if new_text != text:
                count += 1
                sql = f'update "{table}" set "{column}" = :text where id = :id'
                copy.execute(sql, text=new_text, id=record_id)
    return count


def _replace_text(text: str, finder: NameFinder, names: Pseudonyms) -> str:
    """Return a text without names, e-mail addresses and telephone numbers."""
    whole = names.of_text(text)
    if whole:
        return whole
    return "".join(_text_parts(_CALL.sub(CALL, _MAIL.sub(MAIL, text)), finder, names))


def _text_parts(text: str, finder: NameFinder, names: Pseudonyms) -> Iterator[str]:
    """Yield the parts of *text*, with a pseudonym in the place of each name."""
    end = 0
    for found in finder.find(text):
        yield text[end : found.start]
        yield names.by_phrase.get(found.phrase, SOMEBODY)
        end = found.end
    yield text[end:]


class _NamedRow(NamedTuple):
    id: str
    name: str


def _name_people(copy: Writer, names: Pseudonyms) -> None:
    """Replace the name of each person and contact by their pseudonym, and remove their address."""
    for person in list(copy.rows(_NamedRow, "select id, name from coachee")):
        token = names.by_text[plain(person.name)]
        copy.execute(
            "update coachee set name = :name, handle = :handle, name_sort = :sort, reach = null"
            " where id = :id",
            name=token,
            handle=_free_handle(copy, slug(token)),
            sort=plain(token),
            id=person.id,
        )
    for contact in list(copy.rows(_NamedRow, "select id, name from contact")):
        copy.execute(
            "update contact set name = :name, reach = null where id = :id",
            name=names.by_text[plain(contact.name)],
            id=contact.id,
        )


def _free_handle(copy: Writer, handle: str) -> str:
    """Return a handle that nobody has: two people of one name share their word."""
    found, n = handle, 1
    while copy.value("select 1 from coachee where handle = :handle", handle=found):
        n += 1
        found = f"{handle}-{n}"
    return found

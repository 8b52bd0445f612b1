"""Erasing people in one database, a journal or a copy of one: records, history, drafts, index."""
# ruff: noqa: S608 - tables come from our own schema, values are bound

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, NamedTuple

from coachlog.base.folding import plain
from coachlog.base.ids import new_id
from coachlog.base.name_finder import NameFinder, Names
from coachlog.store.bare import SIGN_LOG
from coachlog.store.connection import Reader, Writer
from coachlog.store.erasing import mentions, nameless
from coachlog.store.erasing.order import ErasureCounts, ErasureOrder, read_orders
from coachlog.store.erasing.persons import ids_with_fingerprints, names_of, records_of
from coachlog.store.removal import IN_IDS, delete_records, unlink_records
from coachlog.store.wordforms import fold_documents

_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_NO_NAMES = Names()


def erase_in(store: Writer, order: ErasureOrder, more_names: Names = _NO_NAMES) -> ErasureCounts:
    """Erase whom *order* is about, in the caller's transaction; return how much it was.

    *more_names* are those by which they are recognised in other copies. What was erased before is
    found no more, so that doing it again does nothing.
    """
    people = ids_with_fingerprints(store, order.persons)
    if not people and not more_names.phrases:
        return ErasureCounts({})
    names = names_of(store, people).joined(more_names)
    finder = NameFinder(names)
    records = records_of(store, people)
    hours = nameless.write_talks(store, order.id, records.removed) if order.keeps_hours else 0
    drafts = drafts_of(store, people)
    delete_records(store, {"draft": drafts})
    with _unlogged(store):
        unlink_records(store, records.unlinked)
        delete_records(store, records.removed)
        altered, with_contacts = mentions.apply_decisions(store, order, finder)
        _delete_origins(store, records.removed, records.logged, with_contacts)
        fold_documents(store.connection)
    gone = Counter({"draft": len(drafts)}) if drafts else Counter[str]()
    for by_table in (records.removed, with_contacts):
        gone.update({table: len(ids) for table, ids in by_table.items()})
    _delete_history(store, records.removed, records.logged, with_contacts)
    removed_ids = records.ids.union(*map(frozenset, with_contacts.values()))
    altered_steps = _clean_log(store, order, finder, removed_ids)
    if people or altered or altered_steps:
        # Words that are only marked as gone stay in the index until it is made again.
        store.execute("insert into search(search) values ('rebuild')")
    return ErasureCounts(gone, altered, hours)


def erase_again(store: Writer) -> None:
    """Erase people who were erased before and are in the *store* again; it is rewritten then."""
    found = [order for order in read_orders(store) if ids_with_fingerprints(store, order.persons)]
    if not found:
        return
    for setting in ("secure_delete=ON", "temp_store=MEMORY"):
        store.value(f"PRAGMA {setting}")
    store.execute("BEGIN IMMEDIATE")
    for order in found:
        erase_in(store, order)
    store.execute("COMMIT")
    store.execute("VACUUM")


def drafts_of(reader: Reader, person_ids: list[str]) -> list[str]:
    """Return the ids of the unfinished conversations with people, by any name or short name."""
    ids = json.dumps(person_ids)
    called = {
        plain(text)
        for text in reader.rows(
            str,
            f"select name from coachee where id {IN_IDS} union select handle from coachee"
            f" where id {IN_IDS} union select handle from former_handle where coachee_id {IN_IDS}"
            " union select json_extract(old, '$.name') from change where noun = 'coachee'"
            f" and record_id {IN_IDS} and verb = 'delete' union"
            " select json_extract(old, '$.handle') from change where noun = 'coachee'"
            f" and record_id {IN_IDS} and verb = 'delete'",
            ids=ids,
        )
        if text
    }
    others = {
        plain(text)
        for text in reader.rows(
            str,
            f"select name from coachee where id not {IN_IDS} union select handle from coachee"
            f" where id not {IN_IDS}",
            ids=ids,
        )
    }
    drafts = reader.rows(_DraftOf, "select id, coachee from draft where coachee is not null")
    return sorted(draft.id for draft in drafts if plain(draft.coachee) in called - others)


class _DraftOf(NamedTuple):
    id: str
    coachee: str


@contextmanager
def _unlogged(store: Writer) -> Iterator[None]:
    """Within the block, keep changes out of the history.

    The triggers log them under a step of their own, which is deleted at the end.
    """
    step_id = new_id()
    store.execute("PRAGMA defer_foreign_keys=ON")
    store.execute(
        "insert into operation(id, device_id, stamp, command, schema, origin)"
        " select :id, value, coalesce((select max(stamp) from operation),"
        " '2000-01-01T00:00:00.000Z'), 'erase', 0, 'coachlog' from meta where key = 'device'",
        id=step_id,
    )
    store.execute(SIGN_LOG)
    store.execute("insert into acting(one, operation) values (1, :id)", id=step_id)
    yield
    store.execute("delete from acting")
    store.execute("delete from change where operation = :id", id=step_id)
    store.execute("delete from operation where id = :id", id=step_id)


def _delete_history(store: Writer, *ids_by_table: Mapping[str, Any]) -> None:
    """Delete the history of records, and the steps of which nothing is left."""
    for by_table in ids_by_table:
        for table, ids in by_table.items():
            store.execute(
                f"delete from change where noun = :table and record_id {IN_IDS}",
                table=table,
                ids=json.dumps(list(ids)),
            )
    store.execute(
        "delete from operation where id not in (select operation from change)"
        " and id not in (select operation from acting)"
    )


def _delete_origins(store: Writer, *ids_by_table: Mapping[str, Any]) -> None:
    """Delete where records came from, and what the history says of it."""
    ids = [
        record_id for by_table in ids_by_table for each in by_table.values() for record_id in each
    ]
    store.execute(
        "delete from change where noun = 'origin' and (json_extract(old, '$.record_id')"
        f" {IN_IDS} or record_id in (select id from origin where record_id {IN_IDS}))",
        ids=json.dumps(ids),
    )
    store.execute(f"delete from origin where record_id {IN_IDS}", ids=json.dumps(ids))


class _Logged(NamedTuple):
    seq: int
    noun: str
    record_id: str
    old: str | None
    new: str | None


def _clean_log(
    store: Writer, order: ErasureOrder, finder: NameFinder, removed_ids: frozenset[str]
) -> int:
    """Take names, and links to removed records, out of the remaining history.

    Return how many changes were altered. The records were altered in the same way, so that an undo
    finds them as the history says.
    """
    changes = store.rows(_Logged, "select seq, noun, record_id, old, new from change")
    altered = 0
    for change in list(changes):
        rows = {"old": change.old, "new": change.new}
        cleaned = {
            name: _clean_logged_row(change, text, order, finder, removed_ids) if text else None
            for name, text in rows.items()
        }
        if cleaned != rows:
            altered += 1
            store.execute(
                "update change set old = :old, new = :new where seq = :seq",
                seq=change.seq,
                **cleaned,
            )
    return altered


def _clean_logged_row(
    change: _Logged, text: str, order: ErasureOrder, finder: NameFinder, removed_ids: frozenset[str]
) -> str:
    """Return a row of the log without names and links to removed records."""
    has_link = bool(removed_ids) and not removed_ids.isdisjoint(_ID.findall(text))
    if not has_link and not finder.may_find(text):
        return text
    row = json.loads(text)
    without_links = {
        column: None if value in removed_ids else value for column, value in row.items()
    }
    cleaned = mentions.apply_to_logged_row(
        change.noun, change.record_id, without_links, order, finder
    )
    return text if cleaned == row else json.dumps(cleaned, ensure_ascii=False)

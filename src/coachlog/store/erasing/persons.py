"""Finds the ids, names and records of a person in a store, the present and past ones."""
# ruff: noqa: S608 - tables and columns come from our own table of references, values are bound

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from coachlog.base.name_finder import Names
from coachlog.store.connection import Reader
from coachlog.store.erasing.order import fingerprint
from coachlog.store.removal import IN_IDS, LINKS, Link, plan_removal

# Somebody who was merged is no longer there, but left traces in the log: in the links that were
# changed to the other person, and in the handle that the other person took over.
_MERGED_BY_LINKS = (
    "select distinct json_extract(c.old, '$.coachee_id') from change c"
    " join operation o on o.id = c.operation"
    " where o.command = 'coachee merge' and c.verb = 'update'"
    f" and json_extract(c.new, '$.coachee_id') {IN_IDS}"
    " and not exists (select 1 from coachee p where p.id = json_extract(c.old, '$.coachee_id'))"
)
_FORMER_HOLDERS = (
    "select distinct c.record_id from change c"
    " where c.noun = 'coachee' and c.verb = 'delete' and json_extract(c.old, '$.handle') in"
    f" (select handle from former_handle where coachee_id {IN_IDS})"
    " and not exists (select 1 from coachee p where p.id = c.record_id)"
)
_ALL_EVER = "select id from coachee union select record_id from change where noun = 'coachee'"


class PersonRecords(NamedTuple):
    """The ids of all records of a person by table: those to remove, and those in the log only.

    *unlinked* are the records that stay but lose a link.
    """

    removed: Mapping[str, Sequence[str]]
    unlinked: Mapping[Link, Sequence[str]]
    logged: Mapping[str, Sequence[str]]

    @property
    def ids(self) -> frozenset[str]:
        """All ids, of whatever table."""
        tables = (*self.removed.values(), *self.logged.values())
        return frozenset(record_id for ids in tables for record_id in ids)


def with_merged_ids(reader: Reader, person_id: str) -> frozenset[str]:
    """Return the ids of a person, with those of people who were merged into them.

    Also of those who had been merged into these before.
    """
    known_ids, ids = frozenset[str](), frozenset({person_id})
    while known_ids != ids:  # until nobody more is found
        known_ids = ids
        parameter = json.dumps(sorted(known_ids))
        for sql in (_MERGED_BY_LINKS, _FORMER_HOLDERS):
            ids = ids.union(each for each in reader.rows(str, sql, ids=parameter) if each)
    return known_ids


def ids_with_fingerprints(reader: Reader, fingerprints: frozenset[str]) -> list[str]:
    """Return the ids of the people with these fingerprints, of whom the store has a trace.

    An order to erase keeps no id, only its fingerprint: it must not tell who was there.
    """
    ids = reader.rows(str, _ALL_EVER)
    return sorted(person_id for person_id in ids if fingerprint(person_id) in fingerprints)


def names_of(reader: Reader, person_ids: Iterable[str]) -> Names:
    """Return the names, handles and addresses of people, past ones too, and the names of others."""
    ids = json.dumps(sorted(person_ids))
    logged_names, logged_handles, logged_reaches = (
        f"select json_extract(value, '$.{column}') from change, json_each(json_array(old, new))"
        f" where noun = 'coachee' and record_id {IN_IDS} and value is not null"
        for column in ("name", "handle", "reach")
    )
    names = f"select name from coachee where id {IN_IDS} union {logged_names}"
    exact = (
        f"select handle from coachee where id {IN_IDS} union {logged_handles}"
        f" union select reach from coachee where id {IN_IDS} union {logged_reaches}"
        f" union select handle from former_handle where coachee_id {IN_IDS}"
        " union select json_extract(old, '$.handle') from change where noun = 'former_handle'"
        f" and verb = 'delete' and json_extract(old, '$.coachee_id') {IN_IDS}"
    )
    others = f"select name from coachee where id not {IN_IDS} and is_self is not 1"
    return Names.of(
        [name for name in reader.rows(str, names, ids=ids) if name],
        [text for text in reader.rows(str, exact, ids=ids) if text],
        list(reader.rows(str, others, ids=ids)),
        list(reader.rows(str, "select name from contact")),
    )


def records_of(reader: Reader, person_ids: Sequence[str]) -> PersonRecords:
    """Return all records of people by what refers to them, and of what they once were."""
    removed: dict[str, list[str]] = {}
    unlinked: dict[Link, list[str]] = {}
    for person_id in person_ids:
        if reader.value("select 1 from coachee where id = :id", id=person_id):
            plan = plan_removal(reader, "coachee", person_id)
            for table, ids in plan.removed_ids.items():
                removed.setdefault(table, []).extend(ids)
            for link, ids in plan.unlinked_ids.items():
                unlinked.setdefault(link, []).extend(ids)
    return PersonRecords(removed, unlinked, _logged_only(reader, person_ids, removed))


def _logged_only(
    reader: Reader, person_ids: Sequence[str], removed: Mapping[str, Sequence[str]]
) -> dict[str, list[str]]:
    """Return the ids of the records in the log only, by what they referred to there."""
    logged = {"coachee": sorted(set(person_ids).difference(removed.get("coachee", ())))}
    for table in dict.fromkeys(link.table for link in LINKS):
        found: set[str] = set()
        for link in LINKS:
            if link.table == table and link.cascades:
                owners = [*removed.get(link.to, ()), *logged.get(link.to, ())]
                found.update(_once_referring(reader, link, owners) if owners else ())
        logged[table] = sorted(found)
    return {table: ids for table, ids in logged.items() if ids}


def _once_referring(reader: Reader, link: Link, owners: Sequence[str]) -> Iterable[str]:
    """Return the ids of the records that are gone, and once referred to one of *owners*."""
    referred = " or ".join(
        f"""json_extract({row}, '$."{link.column}"') in (select value from json_each(:owners))"""
        for row in ("old", "new")
    )
    return reader.rows(
        str,
        f"select distinct record_id from change c where noun = :table and ({referred})"
        f' and not exists (select 1 from "{link.table}" r where r.id = c.record_id)',
        table=link.table,
        owners=json.dumps(list(owners)),
    )

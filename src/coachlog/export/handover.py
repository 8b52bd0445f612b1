"""What of a person goes into a journal file: all of it, or what another coach may be given."""

import json
from collections.abc import Collection, Mapping

from coachlog.export.journal import Row
from coachlog.schema.field import BY_ROW, PRIVATE, PROGRAM, SHARED
from coachlog.schema.tables import TABLES, find
from coachlog.store.connection import Reader
from coachlog.store.person_records import records_of, with_referred, with_referring

Ids = Mapping[str, Collection[str]]

STAYS_HERE = ("workability", "goal_lens", "release", "consent", "request", "referral")
"""What the coach has under an agreement of their own with the person, or a reader, or a service:
it may tell of health, or is for one reader alone."""


def ids_of_person(reader: Reader, person_id: str) -> dict[str, list[str]]:
    """Return the ids of all that is about a person, and of all that this refers to, by table."""
    return with_referred(reader, records_of(reader, person_id))


def ids_of_trajectory(reader: Reader, person_id: str, trajectory_id: str) -> dict[str, list[str]]:
    """Return the ids of what another coach may be given of one trajectory, by table.

    Without what belongs to other trajectories, what is the coach's own, and discreet talks.
    """
    of_person = records_of(reader, person_id)
    left_out = with_referring(reader, _not_to_be_given(reader, of_person, trajectory_id))
    passed_on = {
        table: sorted(set(ids) - set(left_out.get(table, ())))
        for table, ids in of_person.items()
        if _may_be_given(table)
    }
    with_others = with_referred(reader, passed_on)
    return {
        table: ids
        for table, ids in with_others.items()
        if _may_be_given(table) and (table in passed_on or table == "objective")
    }


def for_coach(ids: Ids) -> "_ForCoach":
    """Return what keeps of each row that is among *ids* what another coach may read."""
    return _ForCoach(ids)


class _ForCoach:
    """Keeps the shared columns of rows, and of references those that lead to what goes along."""

    def __init__(self, ids: Ids) -> None:
        self._ids = {table: frozenset(of_table) for table, of_table in ids.items()}

    def __call__(self, table: str, row: Row) -> Row | None:
        """Return the shared part of a row; None where nothing of it is passed on."""
        if table not in TABLES or row.get("layer", SHARED) != SHARED:
            return None
        if table == "correction" and not self._is_of_what_goes(row):
            return None
        kept: Row = {}
        for field in TABLES[table].fields:
            if field.name not in row:
                continue
            leads_away = field.of and row[field.name] not in self._ids.get(field.of, ())
            if leads_away and field.required:
                return None
            is_needed = field.layer == PROGRAM and field.required  # without it there is no record
            if (field.layer in (SHARED, BY_ROW) or is_needed) and not leads_away:
                kept[field.name] = row[field.name]
        return kept

    def _is_of_what_goes(self, correction: Row) -> bool:
        """Whether what was corrected goes along."""
        noun = correction["noun"]
        field = find(noun, correction["field"])
        is_shared = field is not None and field.layer == SHARED
        return is_shared and correction["record_id"] in self._ids.get(noun, ())


def _may_be_given(table: str) -> bool:
    description = TABLES.get(table)
    if description is None or table in STAYS_HERE or description.noun.of_coach:
        return False
    owner = description.owner
    has_shared = any(field.layer not in (PRIVATE, PROGRAM) for field in description.fields)
    return has_shared and (owner is None or _may_be_given(owner[0]))


def _not_to_be_given(reader: Reader, of_person: Ids, trajectory_id: str) -> dict[str, list[str]]:
    """Return the other trajectories of a person, and the talks that are discreet."""
    others = [each for each in of_person.get("trajectory", ()) if each != trajectory_id]
    discreet = reader.rows(
        str,
        "select id from session where discreet = 1 and id in (select value from json_each(:ids))",
        ids=json.dumps(list(of_person.get("session", ()))),
    )
    return {"trajectory": others, "session": list(discreet)}

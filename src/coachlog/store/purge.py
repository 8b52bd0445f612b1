"""Deleting records for good, with every trace of them in the history."""
# ruff: noqa: S608 - tables are names of our own, values are bound

import json
from collections.abc import Iterable, Mapping

from coachlog.store.removal import IN_IDS, delete_records
from coachlog.store.work import Work


def ids_ever_referring(work: Work, table: str, column: str, owners: Iterable[str]) -> list[str]:
    """Return the ids of records of *table* whose *column* has, or once had, an id of *owners*.

    They are sorted. Records that were removed are among them, as far as the history goes back.
    """
    owner_ids = json.dumps([*owners])
    in_owners = "in (select value from json_each(:owners))"
    current_ids = work.rows(
        str, f'select id from "{table}" where "{column}" {in_owners}', owners=owner_ids
    )
    # What the column was before a change, or became by it.
    is_logged = " or ".join(
        f"""json_extract({logged_row}, '$."{column}"') {in_owners}"""
        for logged_row in ("old", "new")
    )
    logged_ids = work.rows(
        str,
        f"select distinct record_id from change where noun = :table and ({is_logged})",
        table=table,
        owners=owner_ids,
    )
    return sorted({*current_ids, *logged_ids})


def purge(
    work: Work, records: Mapping[str, Iterable[str]], forget: Mapping[str, Iterable[str]]
) -> None:
    """Delete *records*, and the history of these and of *forget*; both are ids by table."""
    delete_records(work, records)
    for table, ids in (*records.items(), *forget.items()):
        _delete_history(work, table, json.dumps([*ids]))


def _delete_history(work: Work, table: str, ids: str) -> None:
    """Delete the history of the records in *ids*, a JSON array, and steps that did nothing else."""
    is_of_records = f"noun = :table and record_id {IN_IDS}"
    sql = f"select distinct operation from change where {is_of_records}"
    steps = list(work.rows(str, sql, table=table, ids=ids))
    work.execute(f"delete from change where {is_of_records}", table=table, ids=ids)
    work.execute(
        "delete from operation where id in (select value from json_each(:steps))"
        " and id not in (select operation from change)"
        " and id not in (select operation from acting)",
        steps=json.dumps(steps),
    )

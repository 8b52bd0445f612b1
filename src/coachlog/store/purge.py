"""Deleting records for good, with every trace of them in the history."""
# ruff: noqa: S608 - tables are names of our own, values are bound

import json
from collections.abc import Iterable, Mapping

from coachlog.store.work import Work


def ids_ever_referring(work: Work, table: str, column: str, owners: Iterable[str]) -> list[str]:
    """The ids, sorted, of the records of *table* whose *column* names one of *owners*, or ever did.

    Records that were removed are among them, as far as the history goes back.
    """
    owner_ids = json.dumps([*owners])
    among = "in (select value from json_each(:owners))"
    current = work.rows(str, f'select id from "{table}" where "{column}" {among}', owners=owner_ids)
    is_logged = " or ".join(
        f"""json_extract({side}, '$."{column}"') {among}""" for side in ("old", "new")
    )
    logged = work.rows(
        str,
        f"select distinct record_id from change where noun = :table and ({is_logged})",
        table=table,
        owners=owner_ids,
    )
    return sorted({*current, *logged})


def purge(
    work: Work, records: Mapping[str, Iterable[str]], forget: Mapping[str, Iterable[str]]
) -> None:
    """Delete *records*, ids by table, and the history of them and of *forget*, ids by table too."""
    for table, ids in records.items():
        among = "in (select value from json_each(:ids))"
        work.execute(f'delete from "{table}" where id {among}', ids=json.dumps([*ids]))
    for table, ids in (*records.items(), *forget.items()):
        _delete_history(work, table, json.dumps([*ids]))


def _delete_history(work: Work, table: str, ids: str) -> None:
    """Delete the history of the records in *ids*, a JSON array, and steps that did nothing else."""
    is_of_records = "noun = :table and record_id in (select value from json_each(:ids))"
    steps = list(
        work.rows(
            str,
            f"select distinct operation from change where {is_of_records}",
            table=table,
            ids=ids,
        )
    )
    work.execute(f"delete from change where {is_of_records}", table=table, ids=ids)
    work.execute(
        "delete from operation where id in (select value from json_each(:steps))"
        " and id not in (select operation from change)"
        " and id not in (select operation from acting)",
        steps=json.dumps(steps),
    )

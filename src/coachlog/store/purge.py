"""Taking records away for good, with every trace of them in the history."""
# ruff: noqa: S608 - tables are names of our own, values are bound

import json
from collections.abc import Iterable, Mapping

from coachlog.store.work import Work


def ever(work: Work, table: str, column: str, owners: Iterable[str]) -> list[str]:
    """The ids of the records of *table* that belong to one of *owners*, or did before they went."""
    owned = json.dumps([*owners])
    among = "in (select value from json_each(:owners))"
    kept = work.rows(str, f'select id from "{table}" where "{column}" {among}', owners=owned)
    told = " or ".join(
        f"""json_extract({side}, '$."{column}"') {among}""" for side in ("old", "new")
    )
    gone = work.rows(
        str,
        f"select distinct record_id from change where noun = :table and ({told})",
        table=table,
        owners=owned,
    )
    return sorted({*kept, *gone})


def purge(
    work: Work, records: Mapping[str, Iterable[str]], forget: Mapping[str, Iterable[str]]
) -> None:
    """Take away *records*, ids by table, and what the history holds of them and of *forget*."""
    for table, ids in records.items():
        among = "in (select value from json_each(:ids))"
        work.execute(f'delete from "{table}" where id {among}', ids=json.dumps([*ids]))
    for table, ids in (*records.items(), *forget.items()):
        _forget(work, table, json.dumps([*ids]))


def _forget(work: Work, table: str, ids: str) -> None:
    """Forget the changes of some records, and the steps in which nothing else was done."""
    told = "noun = :table and record_id in (select value from json_each(:ids))"
    steps = list(
        work.rows(str, f"select distinct operation from change where {told}", table=table, ids=ids)
    )
    work.execute(f"delete from change where {told}", table=table, ids=ids)
    work.execute(
        "delete from operation where id in (select value from json_each(:steps))"
        " and id not in (select operation from change)"
        " and id not in (select operation from acting)",
        steps=json.dumps(steps),
    )

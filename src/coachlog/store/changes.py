"""The triggers of the change log: what each record was and became, in which operation.

An insert logs its id, an update the columns it changed, a delete the whole row.
"""
# ruff: noqa: S608 - the SQL is put together from the names of our own columns, never from values

from coachlog.store.things import Columns, Thing, trigger

# Another program sets no operation: each row it writes gets one, later than all before it.
_NOW = "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')"
_AFTER_LAST = "(select strftime('%Y-%m-%dT%H:%M:%fZ', max(stamp), '+0.001 seconds') from operation)"
_MILLISECONDS = "printf('%012x', cast(round((julianday('now') - 2440587.5) * 86400000) as integer))"
_UUID7 = (
    f"substr({_MILLISECONDS}, 1, 8) || '-' || substr({_MILLISECONDS}, 9) || '-7'"
    " || substr(lower(hex(randomblob(2))), 1, 3) || '-' || substr('89ab', 1 + (random() & 3), 1)"
    " || substr(lower(hex(randomblob(2))), 1, 3) || '-' || lower(hex(randomblob(6)))"
)
_NEWEST = "(select id from operation order by rowid desc limit 1)"
# One place writes into the log: SQLite reads each trigger when it opens a store, so they are short.
_DOOR = Thing(
    "view",
    "log",
    "create view log as select noun, record_id, verb, old, new from change",
)
_ENTER = trigger(
    "log_enter",
    "instead of insert on log",
    [
        f"""insert into operation(id, device_id, stamp, command, schema, origin)
    select {_UUID7}, (select value from meta where key = 'device'),
      max({_NOW}, coalesce({_AFTER_LAST}, '')), '',
      (select user_version from pragma_user_version), 'other'
    where not exists (select 1 from acting)""",
        f"""insert into change(operation, noun, record_id, verb, old, new)
    values (coalesce((select operation from acting), {_NEWEST}),
      new.noun, new.record_id, new.verb, new.old, new.new)""",
    ],
)


# Nearly every step undoes nothing, so these two stay small.
_UNDOING = (
    Thing(
        "index",
        "log_undoes",
        "create index log_undoes on operation (undoes, stamp) where undoes is not null",
    ),
    Thing(
        "index",
        "log_undone",
        "create index log_undone on operation (stamp) where undoes is not null",
    ),
)


def indexes() -> list[Thing]:
    """What finds the undoing of a step, and the latest one, in however long a log."""
    return list(_UNDOING)


def triggers(columns: Columns) -> list[Thing]:
    """Three triggers a table, and what they write into."""
    return [
        _DOOR,
        _ENTER,
        *(thing for table, names in columns.items() for thing in _of(table, names)),
    ]


def _of(table: str, columns: list[str]) -> list[Thing]:
    insert = (
        f"insert into log values ('{table}', new.id, 'insert', null, json_object('id', new.id))"
    )
    sides = ", ".join(f"""('{column}', old."{column}", new."{column}")""" for column in columns)
    update = (
        f"insert into log select '{table}', new.id, 'update',\n"
        "    json_group_object(k, o), json_group_object(k, n)\n"
        f"  from (select '' as k, '' as o, '' as n union all values {sides})\n"
        "  where o is not n having count(*) > 0"
    )
    row = ", ".join(f"""'{column}', old."{column}\"""" for column in columns)
    delete = f"insert into log values ('{table}', old.id, 'delete', json_object({row}), null)"
    return [
        trigger(f"log_{table}_{verb}", f'after {verb} on "{table}"', [statement])
        for verb, statement in (("insert", insert), ("update", update), ("delete", delete))
    ]

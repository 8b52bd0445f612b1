"""The triggers of the change log: what each record was and became, in which operation.

An insert logs its id, an update the columns it changed, a delete the whole row. The triggers of
a table pass on a row as it was and is, value by value; the log knows the columns by their place.
"""
# ruff: noqa: S608 - the SQL is put together from the names of our own columns, never from values

from coachlog.store.schema_objects import Columns, SchemaObject, trigger, values

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
# SQLite reads each trigger when it opens a store, for a list too: they say only what they must.
# What all have in common stands in one place, behind a view that is written to.
_DOOR = SchemaObject(
    "view",
    "log",
    "create view log as select noun, record_id, verb, old, new from change",
)
_OPERATION = f"coalesce((select operation from acting), {_NEWEST})"
_ENTER = trigger(
    "log_enter",
    "instead of insert on log when new.verb = 'insert' or new.old is not new.new",
    [
        f"""insert into operation(id, device_id, stamp, command, schema, origin)
    select {_UUID7}, (select value from meta where key = 'device'),
      max({_NOW}, coalesce({_AFTER_LAST}, '')), '',
      (select user_version from pragma_user_version), 'other'
    where not exists (select 1 from acting)""",
        f"""insert into change(operation, noun, record_id, verb, old, new)
    select {_OPERATION}, new.noun, new.record_id, new.verb, null, json_object('id', new.record_id)
    where new.verb = 'insert'""",
        f"""insert into change(operation, noun, record_id, verb, old, new)
    select {_OPERATION}, new.noun, new.record_id, new.verb,
      json_group_object(k, o), iif(new.verb = 'update', json_group_object(k, n), null)
    from (
      select name as k, json_extract(new.old, place) as o, json_extract(new.new, place) as n
      from (select name, '$[' || cid || ']' as place from pragma_table_info(new.noun))
    )
    where new.verb <> 'insert' and (new.verb = 'delete' or o is not n)
    having count(*) > 0""",
    ],
)


# Nearly every step undoes nothing, so these two stay small.
_UNDOING = (
    SchemaObject(
        "index",
        "log_undoes",
        "create index log_undoes on operation (undoes, stamp) where undoes is not null",
    ),
    SchemaObject(
        "index",
        "log_undone",
        "create index log_undone on operation (stamp) where undoes is not null",
    ),
)


def indexes() -> list[SchemaObject]:
    """What finds the undoing of a step, and the latest one, in however long a log."""
    return list(_UNDOING)


def triggers(columns: Columns) -> list[SchemaObject]:
    """Three triggers a table, and what they write into."""
    return [
        _DOOR,
        _ENTER,
        *(thing for table, names in columns.items() for thing in _of(table, names)),
    ]


def _of(table: str, columns: list[str]) -> list[SchemaObject]:
    old, new = values("old", columns), values("new", columns)
    passed = {
        "insert": "new.id, 'insert', null, null",
        "update": f"new.id, 'update', {old}, {new}",
        "delete": f"old.id, 'delete', {old}, null",
    }
    return [
        trigger(
            f"log_{table}_{verb}",
            f'after {verb} on "{table}"',
            [f"insert into log values ('{table}', {said})"],
        )
        for verb, said in passed.items()
    ]

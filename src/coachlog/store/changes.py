"""The triggers of the change log: what each record was and became, in which operation.

An insert logs its id, an update the columns it changed, a delete the whole row. The triggers of
a table pass on the old and the new row as arrays of values; the log looks up the columns by their
index.
"""
# ruff: noqa: S608 - the SQL is put together from the names of our own columns, never from values

from coachlog.store.schema_objects import Columns, SchemaObject, trigger, values

# Another program starts no operation: each row it writes gets one, stamped after all earlier ones.
_NOW = "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')"
_AFTER_LAST = "(select strftime('%Y-%m-%dT%H:%M:%fZ', max(stamp), '+0.001 seconds') from operation)"
_MILLISECONDS = "printf('%012x', cast(round((julianday('now') - 2440587.5) * 86400000) as integer))"
_UUID7 = (
    f"substr({_MILLISECONDS}, 1, 8) || '-' || substr({_MILLISECONDS}, 9) || '-7'"
    " || substr(lower(hex(randomblob(2))), 1, 3) || '-' || substr('89ab', 1 + (random() & 3), 1)"
    " || substr(lower(hex(randomblob(2))), 1, 3) || '-' || lower(hex(randomblob(6)))"
)
_NEWEST = "(select id from operation order by rowid desc limit 1)"
# SQLite parses every trigger whenever it opens a store, even to list records. So the triggers of
# tables stay short: they insert into the view `log`, whose trigger does what they have in common.
_LOG_VIEW = SchemaObject(
    "view",
    "log",
    "create view log as select noun, record_id, verb, old, new from change",
)
_OPERATION = f"coalesce((select operation from acting), {_NEWEST})"
_LOG_INSERT = trigger(
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


# Nearly no step undoes another, so these two indexes stay small.
_UNDO_INDEXES = (
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
    """Return indexes that find the undo of a step, and the latest undo, in a log of any length."""
    return list(_UNDO_INDEXES)


def triggers(columns: Columns) -> list[SchemaObject]:
    """Return the log triggers, three for each table of *columns*, and the view they write to."""
    result = [_LOG_VIEW, _LOG_INSERT]
    for table, names in columns.items():
        result += _table_triggers(table, names)
    return result


def _table_triggers(table: str, columns: list[str]) -> list[SchemaObject]:
    """Return the triggers that log each insert, update and delete of a row of *table*."""
    old_values, new_values = values("old", columns), values("new", columns)
    log_values = {
        "insert": "new.id, 'insert', null, null",
        "update": f"new.id, 'update', {old_values}, {new_values}",
        "delete": f"old.id, 'delete', {old_values}, null",
    }
    return [
        trigger(
            f"log_{table}_{verb}",
            f'after {verb} on "{table}"',
            [f"insert into log values ('{table}', {row})"],
        )
        for verb, row in log_values.items()
    ]

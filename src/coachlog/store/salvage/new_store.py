"""Fills a new, sound store with the rows that were found, and lists what is lost."""
# ruff: noqa: S608 - the SQL is put together from the names of our own tables, never from values

import sqlite3
from datetime import datetime

from coachlog.base.ids import new_id
from coachlog.schema.tables import TABLES
from coachlog.store.salvage.cells import Value
from coachlog.store.salvage.contradictions import doubtful_places, settle_reference
from coachlog.store.salvage.evidence import Fields
from coachlog.store.salvage.losses import DOUBTFUL, UNLINKED, LossList, RecordLoss
from coachlog.store.salvage.reading import Salvage
from coachlog.store.salvage.repair import RepairedRow, RowRepair
from coachlog.store.salvage.table_shapes import Shape, make_tables

_MADE_ANEW = ("derived", "derived_names", "log")
_MOST_ROUNDS = 10
_MOST_NUMBERS = 100_000
_HIGHEST_NUMBER = 100_000_000


class NewStore:
    """A store that is being filled on *connection*, with the list of what is lost."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        reading: Salvage,
        moment: datetime,
    ) -> None:
        self._connection = connection
        self._reading = reading
        self._schema, self._found, self._evidence = reading.schema, reading.found, reading.evidence
        self._repair = RowRepair(reading.found, reading.evidence, moment)
        self._stand_ins: dict[str, Value] = {}
        self._losses = LossList()
        self.kept = 0
        """How many records were kept, whole or half."""

    def fill(self) -> list[RecordLoss]:
        """Make the tables, keep all that can be kept, and return what is lost."""
        connection = self._connection
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute("BEGIN IMMEDIATE")
        make_tables(connection, self._schema.version)
        for name, found in self._found.items():
            for key, values in found.rows.items():
                self._keep_found(name, found.shape, key, values)
        for name, expected in self._evidence.expected.items():
            for key in expected:
                if key not in self._found[name].rows:
                    self._rebuild(self._found[name].shape, key)
        for name, nameless in self._evidence.nameless.items():
            for place, known in enumerate(nameless):
                if "number" in known and not self._is_known(name, known):
                    self._losses.add_missing(self._found[name].shape, f"?{place}", known)
        self._repair_references()
        self._set_counters()
        self._note_numbers()
        self._name_device()
        connection.execute("COMMIT")
        return self._losses.all()

    def _keep_found(self, name: str, shape: Shape, key: Value, values: list[Value]) -> None:
        """Insert a row that was found, repaired where it has to be, and note what is lost of it."""
        if name == "meta" and key in _MADE_ANEW:
            return
        if name == "counter" and not self._is_count(key, values):
            return
        is_gone = (name, str(key)) in self._evidence.removed
        if is_gone and key not in self._evidence.expected.get(name, {}):
            return  # found in a page that nothing leads to: the history tells that it was removed
        for place in shape.parents:
            settle_reference(shape, key, place, values, self._found, self._evidence)
        doubtful = doubtful_places(shape, key, values, self._evidence)
        repaired = self._repair.repaired(shape, key, values)
        if repaired is None or not self._store(shape, repaired):
            self._losses.add_missing(shape, key, dict(zip(shape.columns, values, strict=True)))
        elif repaired.lost:
            self._losses.add_half(shape, repaired)
        elif doubtful:
            columns = tuple(shape.columns[place] for place in sorted(doubtful))
            self._losses.add(
                shape, key, dict(zip(shape.columns, values, strict=True)), DOUBTFUL, columns
            )

    def _is_count(self, noun: Value, values: list[Value]) -> bool:
        """Whether a row of the table of last numbers can be believed."""
        last = values[1]
        return noun in self._schema.shapes and isinstance(last, int) and last < _HIGHEST_NUMBER

    def _is_known(self, name: str, known: Fields) -> bool:
        """Whether a record without a key is one that was found: its entry was harmed."""
        shape = self._found[name].shape
        places = [shape.columns.index(column) for column in known]
        return any(
            all(row[place] == known[shape.columns[place]] for place in places)
            for row in self._found[name].rows.values()
        )

    def _rebuild(self, shape: Shape, key: Value, beside: Fields | None = None) -> bool:
        """Insert a record whose row is gone, from what is known of it; return whether it could be.

        *beside* are values from a record that refers to it, which needs one to refer to: then
        unknown references are filled in as well.
        """
        stand_in = self._stand_in if beside is not None else None
        repaired = self._repair.repaired(shape, key, None, stand_in, beside)
        if repaired is None or not self._store(shape, repaired):
            self._losses.add_missing(shape, key, self._evidence.known(shape.name, key))
            return False
        self._losses.add_half(shape, repaired)
        return True

    def _store(self, shape: Shape, repaired: RepairedRow) -> bool:
        """Insert a row, at worst without the values that the table does not take."""
        if self._insert(shape, repaired.values):
            return True
        known = self._evidence.known(shape.name, repaired.values[shape.key])
        replaced = list(repaired.values)
        for place in range(len(replaced)):
            if place == shape.key or (replaced[place] is None and not shape.required[place]):
                continue
            one = list(repaired.values)
            one[place] = replaced[place] = self._replacement(shape, place, repaired.values, known)
            if self._insert(shape, one):
                repaired.values = one
                repaired.lost.add(place)
                return True
        if not self._insert(shape, replaced):
            return False
        repaired.lost |= {n for n, value in enumerate(replaced) if value != repaired.values[n]}
        repaired.values = replaced
        return True

    def _replacement(self, shape: Shape, place: int, row: list[Value], known: Fields) -> Value:
        """Return a replacement for a value that the table does not accept."""
        value = known.get(shape.columns[place], row[place])
        if value != row[place]:
            return value
        if place in shape.parents:
            return row[place]
        return self._repair.placeholder(shape, place, row) if shape.required[place] else None

    def _insert(self, shape: Shape, values: list[Value]) -> bool:
        """Insert a row; return False where the table does not take it."""
        marks = ", ".join("?" * len(values))
        try:
            self._connection.execute(f'insert into "{shape.name}" values ({marks})', values)
        except (sqlite3.IntegrityError, sqlite3.InterfaceError, sqlite3.ProgrammingError):
            return False
        self.kept += shape.name in TABLES
        return True

    def _repair_references(self) -> None:
        """Repair references to records that are not there; delete a record as a last resort."""
        for _round in range(_MOST_ROUNDS):
            broken = self._connection.execute("PRAGMA foreign_key_check").fetchall()
            if not broken:
                return
            for table, rowid, _parent, which in broken:
                self._repair_reference(self._schema.shapes[str(table)], rowid, which)
        for table, rowid, _parent, _which in self._connection.execute("PRAGMA foreign_key_check"):
            self._connection.execute(f'delete from "{table}" where rowid = ?', (rowid,))

    def _repair_reference(self, shape: Shape, rowid: int, which: int) -> None:
        """Repair the reference number *which* of a row to a record that is not there.

        The record it refers to is rebuilt where it is known, or else a stand-in takes its place. If
        neither is possible, the reference becomes null, or the row is deleted where it needs one.
        """
        foreign = self._connection.execute(f'PRAGMA foreign_key_list("{shape.name}")').fetchall()
        column = next(str(row[3]) for row in foreign if row[0] == which)
        place = shape.columns.index(column)
        sql = f'select * from "{shape.name}" where rowid = ?'
        row = self._connection.execute(sql, (rowid,)).fetchone()
        if row is None or row[place] is None:
            return  # repaired together with another one
        known = dict(zip(shape.columns, row, strict=True))
        parent = self._schema.shapes[shape.parents[place]]
        if self._is_there(parent, row[place]):
            return
        has_substance = "created_at" in shape.columns or bool(shape.words)
        if shape.required[place] and has_substance and parent.name in TABLES:
            common = {name: known[name] for name in shape.parents_named() if name != column}
            if str(row[place]).isascii():  # not one with letters that could not be read
                if self._rebuild(parent, row[place], common):
                    return
            elif (stand_in := self._stand_in(parent.name)) is not None:
                self._refer(shape, rowid, column, stand_in)
                self._losses.add(shape, row[shape.key], known, UNLINKED, (column,))
                return
        if shape.required[place] or self._is_sole_reference(shape, known):
            self._connection.execute(f'delete from "{shape.name}" where rowid = ?', (rowid,))
            self.kept -= shape.name in TABLES
            self._losses.add_missing(shape, row[shape.key], known)
        else:
            self._refer(shape, rowid, column, None)
            self._losses.add(shape, row[shape.key], known, UNLINKED, (column,))

    def _refer(self, shape: Shape, rowid: int, column: str, key: Value) -> None:
        sql = f'update "{shape.name}" set "{column}" = ? where rowid = ?'
        self._connection.execute(sql, (key, rowid))

    def _is_there(self, shape: Shape, key: Value) -> bool:
        sql = f'select 1 from "{shape.name}" where "{shape.columns[shape.key]}" = ?'
        return self._connection.execute(sql, (key,)).fetchone() is not None

    def _is_sole_reference(self, shape: Shape, known: Fields) -> bool:
        """Whether a record only links others, and has no reference but one."""
        is_link = not shape.words and "created_at" not in shape.columns
        return is_link and sum(known[name] is not None for name in shape.parents_named()) == 1

    def _stand_in(self, table: str) -> Value:
        """Return the key of one record that stands for all unknown ones of a table, or None."""
        if table not in self._stand_ins:
            shape, key = self._schema.shapes[table], new_id()
            self._stand_ins[table] = key  # before the row is made, which may refer to its own table
            repaired = self._repair.repaired(shape, key, None, self._stand_in)
            if repaired is None or not self._store(shape, repaired):
                self._stand_ins[table] = None
            else:
                self._losses.add_half(shape, repaired)
        return self._stand_ins[table]

    def _set_counters(self) -> None:
        """Set the counters above all numbers, so that none is given again."""
        for name, shape in self._schema.shapes.items():
            if "number" in shape.columns:
                self._connection.execute(
                    f'insert into counter select ?, max(number) from "{name}"'
                    " where number is not null having count(*) > 0"
                    " on conflict (noun) do update set last = max(last, excluded.last)",
                    (name,),
                )

    def _note_numbers(self) -> None:
        """Note each number that was given and is not found, in tables with a gap."""
        listed = {(loss.noun, loss.number) for loss in self._losses.all()}
        explained = self._evidence.removed_numbers | listed
        for noun, last in self._connection.execute("select noun, last from counter").fetchall():
            shape = self._schema.shapes.get(noun)
            if noun not in self._reading.broken or not shape or "number" not in shape.columns:
                continue
            existing = {n for (n,) in self._connection.execute(f'select number from "{noun}"')}
            for number in range(1, min(last, _MOST_NUMBERS) + 1):
                if number not in existing and (noun, number) not in explained:
                    self._losses.add_number(noun, number)

    def _name_device(self) -> None:
        """Take the id of the journal from its history where it is lost."""
        self._connection.execute(
            "insert into meta select 'device', device_id from operation where 1"
            " order by stamp desc limit 1 on conflict (key) do nothing"
        )

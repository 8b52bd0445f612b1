"""Somebody of whom there is a marked word in every text of every table, and a search for these."""

import string
from collections.abc import Iterator
from pathlib import Path
from random import Random

from coachlog.schema.field import WORDS
from coachlog.schema.tables import TABLES
from coachlog.store.removal import LINKS
from coachlog.store.work import Work
from tests.store.conftest import RECORDS

OF_OTHERS = ("contact", "objective", "network", "network_meeting", "network_case", "growth")
"""Tables whose records are nobody's, or the coach's."""


class Marks:
    """Words that stand nowhere else, each made once."""

    def __init__(self) -> None:
        self._letters = Random(7)
        self.words: list[str] = []

    def new(self) -> str:
        word = "".join(self._letters.choices(string.ascii_lowercase, k=14))
        self.words.append(word)
        return word

    def found(self, *folders: Path) -> dict[str, list[str]]:
        """The marked words that stand in a file, by the name of the file."""
        found: dict[str, list[str]] = {}
        for path in files(*folders):
            data = path.read_bytes().lower()
            words = [word for word in self.words if word.encode() in data]
            if words:
                found[path.name] = words
        return found


def files(*folders: Path) -> Iterator[Path]:
    for folder in folders:
        yield from (path for path in sorted(folder.rglob("*")) if path.is_file())


def tables_of_person() -> list[str]:
    """The tables whose records go with a person, in an order in which each can be made."""
    found = ["coachee"]
    for table in dict.fromkeys(link.table for link in LINKS):
        if any(link.table == table and link.to in found and link.cascades for link in LINKS):
            found.append(table)
    return found


def texts(table: str) -> list[str]:
    """The columns in which somebody writes words of their own."""
    return [
        field.name
        for field in TABLES[table].fields
        if (field.kind in WORDS or (table, field.name) == ("former_handle", "handle"))
    ]


def fill(store: Path, marks: Marks, changes: int = 1) -> None:
    """Write a record in every table of a person, and change each of its texts so many times."""
    needed = [*OF_OTHERS, *tables_of_person()]
    with Work(store, "new") as work:
        for table in TABLES:
            if table in needed and table in RECORDS:
                row = dict(RECORDS[table])
                if table not in OF_OTHERS:
                    row |= {column: marks.new() for column in texts(table)}
                names = ", ".join(f'"{name}"' for name in row)
                values = ", ".join(f":{name}" for name in row)
                work.execute(f'insert into "{table}" ({names}) values ({values})', **row)
    for _each in range(changes):
        with Work(store, "edit") as work:
            for table in tables_of_person():
                for column in texts(table) if table in RECORDS else ():
                    sql = f'update "{table}" set "{column}" = :mark where id = :id'
                    work.execute(sql, mark=marks.new(), id=RECORDS[table]["id"])
    with Work(store, "edit") as work:
        work.execute("delete from observation")

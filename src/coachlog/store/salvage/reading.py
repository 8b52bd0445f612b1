"""Reading all that can be read of a store: through SQLite where it is sound, else page by page."""

import os
import sqlite3
from contextlib import ExitStack, closing, suppress
from pathlib import Path
from typing import NamedTuple

from coachlog.base.errors import CoachlogError, UnavailableError
from coachlog.store import checkup
from coachlog.store.bare import connect, refuse_newer
from coachlog.store.copy_aside import temporary_copy
from coachlog.store.expected import SCHEMA
from coachlog.store.faults import StrangeLogError
from coachlog.store.files import BESIDE
from coachlog.store.salvage.contradictions import settle_keys
from coachlog.store.salvage.evidence import Evidence, gather
from coachlog.store.salvage.page_rows import PageRows
from coachlog.store.salvage.pages import MAGIC, FilePages, read_what_can_be_read
from coachlog.store.salvage.sources import FoundTable, Source, found_in
from coachlog.store.salvage.sql_rows import SqlRows
from coachlog.store.salvage.table_shapes import Schema, schema_of

GOOD, NO_LOG, FOREIGN, BROKEN = "good", "none", "foreign", "broken"
"""What became of a write-ahead log: it was used whole; there is none; it was left out, as it is of
another journal or another day; it was used as far as it can be read."""

BY_SQL, BY_PAGES = "sql", "pages"


class Salvage(NamedTuple):
    """All that was read of a store, *by* SQL or by pages, and what became of its *log*.

    *broken* are the tables with gaps, *gaps* is the number of places that could not be read.
    """

    schema: Schema
    found: dict[str, FoundTable]
    evidence: Evidence
    by: str
    log: str
    broken: set[str]
    gaps: int

    @property
    def total(self) -> int:
        """Return the number of rows of all tables."""
        return sum(len(each.rows) for each in self.found.values())

    def keys(self, table: str) -> set[object]:
        """Return the keys of the rows of a table."""
        return set(self.found[table].rows)

    def latest_step(self) -> object:
        """Return the key of the latest step of the history; None without one."""
        shape = self.schema.shapes["operation"]
        stamp = shape.columns.index("stamp")
        rows = self.found["operation"].rows
        return max(rows, key=lambda key: str(rows[key][stamp]), default=None)

    def meta(self, key: str) -> str:
        """Return what a store notes about itself; empty where that cannot be read."""
        row = self.found["meta"].rows.get(key)
        return str(row[1]) if row else ""


def read_store(path: Path) -> Salvage:
    """Return all that can be read of the store at *path*, which is not altered.

    Raises an UnavailableError for a store of a newer version, OSError where nothing can be read.
    """
    with ExitStack() as resources:
        try:
            copy = resources.enter_context(temporary_copy(path))
        except OSError:  # the disk fails in places
            return _read_pages(path)
        reading = _read_copy(copy)
        is_copy_there = copy.parent.is_dir()  # some programs tidy up what is not theirs
    return reading if is_copy_there else _read_pages(path)


def _read_copy(copy: Path) -> Salvage:
    """Return what can be read of a copy of a store and its logs."""
    sound = _read_sound(copy)
    if sound is not None:
        return sound
    by_pages = _read_pages(copy)
    is_plain = by_pages.total or (copy.exists() and copy.read_bytes().startswith(MAGIC))
    return by_pages if is_plain else _read_through_sqlite(copy) or by_pages


def read_through_sqlite(connection: sqlite3.Connection, version: int, log: str) -> Salvage:
    """Return what SQLite can read on *connection*, around what it cannot."""
    connection.execute("PRAGMA cell_size_check=ON")
    return _read(SqlRows(connection), schema_of(version), BY_SQL, log)


def _read_sound(copy: Path) -> Salvage | None:
    """Return what SQLite reads of a store that it finds sound; None of any other."""
    log = GOOD if _log_of(copy).exists() else NO_LOG
    try:
        with closing(checkup.open_copy(copy)) as reader:
            if checkup.integrity_problems(reader):
                return None
            version = _supported_version(checkup.schema_version(reader), copy)
            return read_through_sqlite(reader.connection, version, log)
    except StrangeLogError:
        for suffix in BESIDE:  # of the copy
            Path(f"{copy}{suffix}").unlink(missing_ok=True)
        reading = _read_sound(copy)
        return reading._replace(log=FOREIGN) if reading else None
    except (UnavailableError, sqlite3.Error, UnicodeDecodeError):
        return None


def _read_through_sqlite(copy: Path) -> Salvage | None:
    """Return what SQLite reads of a protected store that is damaged; None if it reads nothing."""
    log = GOOD if _log_of(copy).exists() else NO_LOG
    unreadable = (CoachlogError, sqlite3.Error, UnicodeDecodeError)
    with suppress(*unreadable), closing(connect(copy, "mode=rw")) as connection:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        return read_through_sqlite(connection, _supported_version(version, copy), log)
    return None


def _read_pages(path: Path) -> Salvage:
    """Return what the pages of a store hold, with its log if that belongs to it."""
    target = Path(os.path.realpath(path))
    data, log = read_what_can_be_read(target), read_what_can_be_read(_log_of(target))
    with_log = FilePages(data, log)
    reading = _read_versioned(with_log, path)
    if not with_log.has_log:
        return reading._replace(log=BROKEN if log else NO_LOG)
    without = _read_versioned(FilePages(data), path) if data else None
    if without and _is_foreign(reading, without):
        return without._replace(log=FOREIGN)
    return reading._replace(log=BROKEN if with_log.is_log_broken else GOOD)


def _is_foreign(reading: Salvage, without: Salvage) -> bool:
    """Whether the log in *reading* is of another journal, or of another day than the store."""
    device, signed = without.meta("device"), reading.meta("log")
    if device and signed and not signed.startswith(device):
        return True
    step = without.latest_step()
    is_step_lost = step is not None and step not in reading.keys("operation")
    return is_step_lost and reading.total < without.total


def _read_versioned(pages: FilePages, path: Path) -> Salvage:
    """Return what pages hold, read as a store of the version that they state, or seem to have."""
    first = pages.page(1) or b""
    stated = int.from_bytes(first[60:64], "big") if first.startswith(MAGIC) else 0
    version = stated if 1 <= stated <= SCHEMA else SCHEMA
    reading = _read_by_pages(pages, version)
    logged = _logged_version(reading)
    refuse_newer(logged, path)
    is_unsure = version != stated or logged > stated
    return _read_by_pages(pages, logged) if is_unsure and 1 <= logged != version else reading


def _read_by_pages(pages: FilePages, version: int) -> Salvage:
    source = PageRows(pages, version)
    return _read(source, source.schema, BY_PAGES, GOOD)


def _read(source: Source, schema: Schema, by: str, log: str) -> Salvage:
    """Return what *source* yields of all tables, with the evidence from elsewhere."""
    found = {name: found_in(source, shape) for name, shape in schema.shapes.items()}
    evidence = gather(source, schema, found)
    settle_keys(found, evidence)
    return Salvage(schema, found, evidence, by, log, source.broken, source.gaps)


def _logged_version(reading: Salvage) -> int:
    """Return the highest version at which a step of the history was done; 0 without one."""
    place = reading.schema.shapes["operation"].columns.index("schema")
    versions = [row[place] for row in reading.found["operation"].rows.values()]
    return max((version for version in versions if isinstance(version, int)), default=0)


def _supported_version(version: int, path: Path) -> int:
    refuse_newer(version, path)
    return version if version >= 1 else SCHEMA


def _log_of(path: Path) -> Path:
    return Path(f"{path}-wal")

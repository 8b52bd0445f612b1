"""What can be wrong with a store, and the translation of SQLite's own errors into that."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from coachlog.base.errors import CoachlogError, RefusedError, UnavailableError, system_problem
from coachlog.base.texts import N_, _
from coachlog.store.integrity import is_undecodable


class StoreIsFolderError(UnavailableError):
    """The path of the store is a folder."""

    cause = N_("The journal {path} is a folder.")
    remedy = N_("Give the name of a file: --store FILE")


class NotADatabaseError(UnavailableError):
    """The file is no SQLite database at all."""

    cause = N_("The file {path} is not a coachlog journal, nor any other database.")
    remedy = N_(
        "It was left unchanged. Give another file: --store FILE. If it was your journal, put a"
        " backup in its place: coachlog restore. To read what can be read of it into a new one:"
        " coachlog doctor --rescue FILE"
    )


STORE_LINKED = (
    N_("The journal {path} has a second name (a hard link), and would lose what is written."),
    N_("Make a real copy of it (cp), and remove one of the two names."),
)


WAY_BACK = N_(
    "To put a backup in its place: coachlog restore. It shows first what differs, and keeps what is"
    " there now. To read what can be read of it into a new one: coachlog doctor --rescue FILE. What"
    " is wrong: coachlog doctor"
)
"""The way on from every damaged journal."""


class StoreDamagedError(UnavailableError):
    """SQLite finds the file inconsistent. *problem* is SQLite's description."""

    cause = N_("The journal {path} is damaged: {problem}.")
    remedy = WAY_BACK


class StoreEmptyError(UnavailableError):
    """The file has no bytes: no journal ever starts like that, so something emptied it."""

    cause = N_("The journal {path} is damaged: the file is empty.")
    remedy = StoreDamagedError.remedy


STORE_GONE = (
    N_("The journal {path} is not there."),
    N_(
        "Is the USB stick or the drive connected? To put a backup in its place: coachlog restore. "
        "To start a new journal: coachlog --new-journal --store {path}"
    ),
)


STORE_REPLACED = (
    N_("There is now another journal at {path}."),
    N_("Put the earlier one back in its place."),
)


class StrangeLogError(UnavailableError):
    """The log beside a store belongs to another journal, or to another day of this one."""

    cause = N_(
        "The file {log} does not belong to the journal {path}: together they do not make one "
        "journal."
    )
    remedy = N_(
        "Nothing was changed. To put a backup in their place, with both kept: coachlog restore. "
        "To read what can be read of them into a new one: coachlog doctor --rescue FILE. "
        "Or make a copy of both; once {log} is moved elsewhere, the journal can be used."
    )


class StoreLockedError(UnavailableError):
    """Another program locked the store for longer than we are willing to wait."""

    cause = N_("The journal {path} is in use by another program.")
    remedy = N_("Wait until it is done, or close that program, then try again.")


class StoreReadOnlyError(UnavailableError):
    """The store has to be written and cannot be."""

    cause = N_("The journal {path} is read-only.")
    remedy = N_("Make the file and its folder writable, or use another journal: --store FILE")


class StorePermissionError(UnavailableError):
    """The file system denies this user access."""

    cause = N_("You have no permission to use the journal {path}.")
    remedy = N_("Ask for access to the file and its folder, or use another journal: --store FILE")


class StoreFolderError(UnavailableError):
    """The folder of the store cannot be made, for example because a file has its name."""

    cause = N_("The journal {path} cannot be created: {problem}.")
    remedy = N_("Choose a place in a folder: --store FILE")


class DiskFullError(UnavailableError):
    """The disk has no room for what has to be written."""

    cause = N_("The disk is full: nothing more fits in the journal {path}.")
    remedy = N_("Free some space and try again. What was saved before is safe.")


class DiskFaultError(UnavailableError):
    """The disk or a network drive fails. *problem* is the description of the system."""

    cause = N_("The journal {path} cannot be read or written: {problem}.")
    remedy = N_("Check the disk or the network drive, then try again.")


STORE_NEWER = (
    N_("The journal {path} belongs to a newer coachlog (schema {found}; this one knows {known})."),
    N_("Upgrade coachlog. The journal was left unchanged."),
)


class RefusedByStoreError(RefusedError):
    """A record breaks a constraint of the schema. *problem* is SQLite's description."""

    cause = N_("The journal refuses this: {problem}.")
    remedy = N_("Nothing was saved. Check what was entered.")


class StoreFailedError(CoachlogError):
    """A bug in the program, or a store that another program has altered."""

    cause = N_("The journal {path} did not do what was asked: {problem}.")
    remedy = N_(
        "Nothing was saved. Please report this; if another program changed the journal, put a "
        "backup in its place: coachlog restore. To read what can be read of it into a new one: "
        "coachlog doctor --rescue FILE"
    )


_TRANSLATED_MESSAGES = (
    N_("database disk image is malformed"),
    N_("file is not a database"),
    N_("disk I/O error"),
    N_("unable to open database file"),
)
"""The usual messages of SQLite; others are shown in English, as SQLite gives them."""

_UNREADABLE_TEXT = N_("a text in it cannot be read")
_DAMAGE_MESSAGES = ("malformed JSON", "malformed database schema")
"""How messages begin that mean damage, though SQLite gives them a general code."""

_BY_CODE: dict[int, type[CoachlogError]] = {
    sqlite3.SQLITE_BUSY: StoreLockedError,
    sqlite3.SQLITE_LOCKED: StoreLockedError,
    sqlite3.SQLITE_CORRUPT: StoreDamagedError,
    sqlite3.SQLITE_NOTADB: NotADatabaseError,
    sqlite3.SQLITE_FULL: DiskFullError,
    sqlite3.SQLITE_READONLY: StoreReadOnlyError,
    sqlite3.SQLITE_PERM: StorePermissionError,
    sqlite3.SQLITE_IOERR: DiskFaultError,
    sqlite3.SQLITE_CANTOPEN: DiskFaultError,
    sqlite3.SQLITE_CONSTRAINT: RefusedByStoreError,
}
_BY_ERRNO: dict[int | None, type[CoachlogError]] = {
    errno.EAGAIN: StoreLockedError,  # not our turn to write
    errno.EACCES: StorePermissionError,
    errno.EPERM: StorePermissionError,
    errno.EROFS: StoreReadOnlyError,
    errno.ENOSPC: DiskFullError,
    errno.EDQUOT: DiskFullError,
    errno.EISDIR: StoreIsFolderError,
    errno.ENOTDIR: StoreFolderError,
    errno.EEXIST: StoreFolderError,
}


@contextmanager
def translate_errors(path: Path) -> Iterator[None]:
    """In a `with` block: turn an error of SQLite or the disk into the CoachlogError it means."""
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        raise fault_of(error, path) from error
    except UnicodeDecodeError:  # in a message of SQLite or the name of a column
        raise StoreDamagedError(path=path, problem=_(_UNREADABLE_TEXT)) from None


class _Closable(Protocol):
    def close(self) -> None: ...


@contextmanager
def close_on_failure(resource: _Closable) -> Iterator[None]:
    """In a `with` block: close *resource*, such as a connection, if the block fails."""
    try:
        yield
    except BaseException:
        resource.close()
        raise


def fault_of(error: sqlite3.Error | OSError, path: Path) -> CoachlogError:
    """Return the CoachlogError that an *error* of SQLite or the disk means for this store."""
    if isinstance(error, OSError):
        error_type = _BY_ERRNO.get(error.errno, DiskFaultError)
        return error_type(path=path, problem=system_problem(error))
    if is_undecodable(error):
        return StoreDamagedError(path=path, problem=_(_UNREADABLE_TEXT))
    if str(error).startswith(_DAMAGE_MESSAGES):
        return StoreDamagedError(path=path, problem=error)
    if primary_code(error) == sqlite3.SQLITE_CANTOPEN and path.exists():
        # The store itself could be opened before, so it is the log beside it that cannot be made.
        return StoreReadOnlyError(path=path)
    if _full_code(error) == sqlite3.SQLITE_IOERR_SHMSIZE:
        # SQLite could not make its index of the log as large as it has to be.
        return DiskFullError(path=path)
    error_type = _BY_CODE.get(primary_code(error), StoreFailedError)
    message = str(error)
    problem = _(message) if message in _TRANSLATED_MESSAGES else message
    return error_type(path=path, problem=problem)


def lacks_room_beside(error: sqlite3.Error) -> bool:
    """Whether SQLite could not make or write the files that it puts beside a store."""
    general_codes = (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_FULL)
    # Codes for the index of the log, which SQLite keeps in shared memory (-shm).
    index_codes = (
        sqlite3.SQLITE_IOERR_SHMSIZE,
        sqlite3.SQLITE_IOERR_SHMOPEN,
        sqlite3.SQLITE_IOERR_SHMMAP,
    )
    return primary_code(error) in general_codes or _full_code(error) in index_codes


def primary_code(error: sqlite3.Error) -> int:
    """Return SQLite's primary result code; 0 for an error of the sqlite3 module itself."""
    return _full_code(error) & 0xFF  # the higher bits tell more of the same error


def _full_code(error: sqlite3.Error) -> int:
    code: int = getattr(error, "sqlite_errorcode", 0)
    return code

"""Finding the key of a protected journal by the ways there are.

In this order: the file that COACHLOG_KEY_FILE names, the command of COACHLOG_KEY_COMMAND or of the
setting `key_command`, the key file beside the journal, which a passphrase opens, the keyring of
this computer. What is slow to load is loaded when its turn has come.
"""

import os
from pathlib import Path

from coachlog import settings
from coachlog.store.protection import key_command
from coachlog.store.protection.keys import (
    KEY_COMMAND,
    KEY_FILE,
    is_key,
    key_file_at,
    note_key,
    raw_key_in,
    read_raw_key,
    wrong_key,
)

TRIES = 3
"""How often a passphrase is asked."""


def find_key(wanted_id: str, path: Path) -> bytes:
    """Return the key of that id, which opens the file at *path*; it is looked for once a run.

    Raises UnavailableError where it cannot be had.
    """
    known = settings.known_keys.get(wanted_id)
    return known or note_key(wanted_id, _look_up(wanted_id, path))


def way_of(wanted_id: str, path: Path) -> str:
    """Return by which way the key is found: `file`, `command`, `passphrase` or `keyring`."""
    if os.environ.get(KEY_FILE):
        return "file"
    if settings.owners and chosen_command():  # TAB runs none
        return "command"
    return "passphrase" if key_file_of(wanted_id, path) else "keyring"


def _look_up(wanted_id: str, path: Path) -> bytes:
    """Return the key of that id by the first way there is; see `find_key`."""
    way = way_of(wanted_id, path)
    if way == "file":
        return read_raw_key(settings.whole_path(os.environ[KEY_FILE]))
    if way == "command":
        return _of_command(chosen_command(), wanted_id, path)
    sealed = key_file_of(wanted_id, path)
    if sealed:
        return _of_passphrase(sealed, wanted_id, path)
    from coachlog.store.protection import key_ring  # slow to load

    return key_ring.read(wanted_id, path, may_wait=bool(settings.owners))


def key_file_of(wanted_id: str, path: Path) -> Path | None:
    """Return the key file that a passphrase opens, of the store at *path* or of one of its copies.

    It is looked for beside that file, beside the store that it is a backup of, and beside the
    store of this run.
    """
    stores = [path, Path(str(path.parent).removesuffix(".backups"))]
    stores += [owner.store for owner in settings.owners]
    paths = (key_file_at(store, wanted_id) for store in stores)
    return next((path for path in paths if path.is_file()), None)


def remove(old_id: str, store: Path) -> None:
    """Remove a key that is no longer used from the key file or keyring that coachlog put it in."""
    sealed = key_file_at(store, old_id)
    if sealed.is_file():
        sealed.unlink()
    elif not (os.environ.get(KEY_FILE) or chosen_command()):
        from coachlog.store.protection import key_ring  # as above

        key_ring.remove(old_id)


def chosen_command() -> str:
    """Return the command that gives the key; empty where none was chosen."""
    return os.environ.get(KEY_COMMAND) or settings.load().key_command or ""


def _of_command(command: str, wanted_id: str, path: Path) -> bytes:
    """Return the key that a command gives: as itself, in words, or by the passphrase."""
    text = key_command.output_of(command)
    key = raw_key_in(text.encode()) or key_command.key_in_words(text)
    if key is None and (sealed := key_file_of(wanted_id, path)):
        return _open_sealed(sealed, text)
    if key is None or not is_key(key, wanted_id):
        raise wrong_key(path)
    return key


def _of_passphrase(sealed: Path, wanted_id: str, path: Path) -> bytes:
    """Return the key in a key file, by the passphrase, which is asked again if it is wrong."""
    if not settings.owners:  # TAB asks nothing
        raise wrong_key(path)
    from coachlog.store.protection import key_file  # as above

    owner = settings.owners[0]
    for tries_left in reversed(range(TRIES)):
        try:
            key = key_file.read(sealed, owner.ask_passphrase(path))
        except key_file.WrongPassphraseError as error:
            if not tries_left:
                raise
            owner.tell(error.cause_text())
        else:
            break
    if not is_key(key, wanted_id):
        raise wrong_key(path)
    return key


def _open_sealed(sealed: Path, passphrase: str) -> bytes:
    from coachlog.store.protection import key_file  # as above

    return key_file.read(sealed, passphrase)

"""The key of a protected journal: 32 random bytes, and the id by which its files name it."""

import os
import re
from pathlib import Path

from coachlog import settings
from coachlog.base.errors import UnavailableError, system_problem
from coachlog.base.own_files import file_bytes
from coachlog.base.texts import N_

KEY_SIZE = 32
KEY_FILE, KEY_COMMAND = "COACHLOG_KEY_FILE", "COACHLOG_KEY_COMMAND"
_ID_SIZE = 7
_HEX = re.compile(rb"\s*([0-9a-fA-F]{64})\s*")

WAY_ON = N_("With the recovery key it opens all the same: coachlog protect recovery")
"""The way on wherever a key cannot be had."""


WAYS = {
    "file": N_("in a file of your own (COACHLOG_KEY_FILE)"),
    "command": N_("by a command (key_command)"),
    "passphrase": N_("opened by a passphrase"),
    "keyring": N_("in the keyring of this computer"),
}
"""The ways by which a key is found, with the words for people."""


def new_key() -> bytes:
    """Return a new random key."""
    return os.urandom(KEY_SIZE)


def key_id(key: bytes) -> str:
    """Return the id of a key, a hash with which each file that it opens begins."""
    import hashlib  # a key of a file is used without

    return hashlib.sha256(b"coachlog key id" + key).digest()[:_ID_SIZE].hex()


def is_key(key: bytes, wanted_id: str) -> bool:
    """Whether the id of *key* is the one that is wanted."""
    return key_id(key) == wanted_id


def key_file_at(store: Path, wanted_id: str) -> Path:
    """Return the path of the key file of a store, which need not exist; each key has its own."""
    return Path(f"{os.path.realpath(store)}.{wanted_id}.key")


def read_raw_key(path: Path) -> bytes:
    """Return the key in a file: 64 hexadecimal digits, or 32 bytes. Raises UnavailableError."""
    try:
        data = file_bytes(path)
    except OSError as error:
        raise UnavailableError(
            N_("The key file {path} cannot be read: {problem}."),
            N_("{variable} names it. Is the stick or the drive with it connected?"),
            path=path,
            problem=system_problem(error),
            variable=KEY_FILE,
        ) from error
    key = raw_key_in(data)
    if key is None:
        raise UnavailableError(
            N_("The file {path} holds no key."),
            N_("A key is 64 digits and letters from a to f, or 32 bytes. {variable} names it."),
            path=path,
            variable=KEY_FILE,
        )
    return key


def raw_key_in(data: bytes) -> bytes | None:
    """Return the key that *data* is; None where it is none."""
    if match := _HEX.fullmatch(data):
        return bytes.fromhex(match[1].decode())
    return data if len(data) == KEY_SIZE else None


def missing_library(error: ImportError, name: str) -> UnavailableError:
    """Return the error for a library that is not there, or is broken; *name* installs it."""
    return UnavailableError(
        N_("The library that opens protected journals cannot be loaded: {problem}."),
        N_("Nothing was changed. Install coachlog anew, or only the library: pip install {name}"),
        problem=error,
        name=name,
    )


def wrong_key(path: Path) -> UnavailableError:
    """Return the error for a key that is not that of the file at *path*."""
    return UnavailableError(
        N_("The key that was given is not that of the journal {path}."), WAY_ON, path=path
    )


def note_key(known_id: str, key: bytes) -> bytes:
    """Note a key for the rest of this run; return it."""
    settings.known_keys[known_id] = key
    return key

"""The key file beside a protected journal: the key, closed by a passphrase.

A line of JSON: a version, the salt and cost of Argon2id, which makes a key of the passphrase, what
AES-GCM made of the journal's key with that, and a hash of all this. So a passphrase that is wrong
and a file that was damaged are told apart.
"""

import hashlib
import json
import os
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from coachlog.base.errors import UnavailableError, system_problem
from coachlog.base.own_files import file_bytes
from coachlog.base.texts import N_
from coachlog.store.private_files import sync, write_private_file
from coachlog.store.protection.keys import KEY_SIZE, WAY_ON, missing_library

try:
    from argon2.low_level import Type, hash_secret_raw
    from argon2.profiles import RFC_9106_LOW_MEMORY
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM
except ImportError as error:
    raise missing_library(error, "argon2-cffi cryptography") from error

VERSION = 1
_SALT_SIZE, _NONCE_SIZE = 16, 12
_MOST_MEMORY_KIB, _MOST_TIME, _MOST_LANES = 4 * 1024 * 1024, 100, 64
"""A file that asks for more was not written by coachlog, and could keep it busy for ever."""


class Cost(NamedTuple):
    """How much work Argon2id makes of a passphrase: RFC 9106, its choice for little memory."""

    time: int = RFC_9106_LOW_MEMORY.time_cost
    memory_kib: int = RFC_9106_LOW_MEMORY.memory_cost
    lanes: int = RFC_9106_LOW_MEMORY.parallelism


class WrongPassphraseError(UnavailableError):
    """The passphrase is not the one that closed the key file."""

    cause = N_("The passphrase is wrong.")
    remedy = N_("Try again. With the recovery key it opens as well: coachlog protect recovery")


def write(path: Path, key: bytes, passphrase: str) -> None:
    """Write *key* to the file at *path*, closed by *passphrase*. Raises OSError."""
    salt, nonce, cost = os.urandom(_SALT_SIZE), os.urandom(_NONCE_SIZE), Cost()
    fields: dict[str, object] = {"version": VERSION, "kdf": "argon2id", **cost._asdict()}
    fields |= {"salt": salt.hex(), "nonce": nonce.hex()}
    cipher = AESGCM(_stretched(passphrase, salt, cost))
    fields["closed"] = cipher.encrypt(nonce, key, _header(fields)).hex()
    fields["sha256"] = _digest(fields)
    write_private_file(path, (json.dumps(fields) + "\n").encode())
    sync(path.parent)


def read(path: Path, passphrase: str) -> bytes:
    """Return the key in the file at *path*.

    Raises WrongPassphraseError, or UnavailableError where the file is damaged or cannot be read.
    """
    try:
        fields = json.loads(file_bytes(path))
        cost = Cost(*(int(fields[name]) for name in Cost._fields))
        salt, nonce, closed = (bytes.fromhex(fields[name]) for name in ("salt", "nonce", "closed"))
        is_whole = fields["sha256"] == _digest(fields) and _is_bearable(cost)
    except OSError as error:
        raise _damaged(path, system_problem(error)) from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise _damaged(path, type(error).__name__) from None
    if fields.get("version") != VERSION:
        raise UnavailableError(
            N_("The key file {path} belongs to a newer coachlog."),
            N_("Upgrade coachlog."),
            path=path,
        )
    if not is_whole:
        raise _damaged(path, "sha256")
    try:
        key = AESGCM(_stretched(passphrase, salt, cost)).decrypt(nonce, closed, _header(fields))
    except InvalidTag:
        raise WrongPassphraseError from None
    return key


def _stretched(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    """Return the key that Argon2id makes of a passphrase."""
    return hash_secret_raw(
        unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass"),
        salt,
        time_cost=cost.time,
        memory_cost=cost.memory_kib,
        parallelism=cost.lanes,
        hash_len=KEY_SIZE,
        type=Type.ID,
    )


def _is_bearable(cost: Cost) -> bool:
    """Whether the work that a key file asks for is within bounds."""
    return all(
        0 < asked <= most
        for asked, most in zip(cost, (_MOST_TIME, _MOST_MEMORY_KIB, _MOST_LANES), strict=True)
    )


def _header(fields: Mapping[str, object]) -> bytes:
    """Return what is authenticated along with the key: all that says how it was closed."""
    names = sorted(set(fields) - {"closed", "sha256"})
    return json.dumps([[name, fields[name]] for name in names]).encode()


def _digest(fields: Mapping[str, object]) -> str:
    return hashlib.sha256(_header(fields) + str(fields["closed"]).encode()).hexdigest()


def _damaged(path: Path, problem: str) -> UnavailableError:
    return UnavailableError(
        N_("The key file {path} is damaged, or cannot be read: {problem}."),
        WAY_ON,
        path=path,
        problem=problem,
    )

"""The keyring of this computer: where the key of a protected journal lies, if there is one.

That is the Keychain of macOS, the Credential Locker of Windows, the Secret Service or KWallet of a
Linux desktop. Each key has its id as its name, so that copies of a journal are opened too.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from coachlog.base.errors import UnavailableError
from coachlog.base.texts import N_
from coachlog.store.protection.keys import WAY_ON, is_key, missing_library, raw_key_in, wrong_key

try:
    import keyring
    from keyring import core, errors
    from keyring.backend import KeyringBackend
except ImportError as error:
    raise missing_library(error, "keyring") from error

SERVICE = "coachlog"
_LEAST_PRIORITY = 1
"""Below this a keyring keeps what it is given in a file that anybody can read, or not at all."""

_USUAL = {
    "darwin": "keyring.backends.macOS.Keyring",
    "linux": "keyring.backends.SecretService.Keyring",
    "win32": "keyring.backends.Windows.WinVaultKeyring",
}
"""The keyring of most computers: looking for all kinds takes longer than all the rest."""

Answer = TypeVar("Answer")


def is_there() -> bool:
    """Whether this computer has a keyring that keeps a secret."""
    return _keeps_secrets(_backend())


def require() -> None:
    """Raise UnavailableError where this computer has no keyring that keeps a secret."""
    if not is_there():
        raise _unusable(errors.NoKeyringError(""))


def read(key_id: str, path: Path, *, may_wait: bool) -> bytes:
    """Return the key of that id, of the file at *path*.

    A locked keyring asks for its password in a window; with *may_wait* False it is left alone.
    Raises UnavailableError where the keyring is locked, absent, or does not have the key.
    """
    if not (may_wait or _is_unlocked()):
        raise _unusable(errors.KeyringLocked(""))
    text = _ask_keyring(lambda: _backend().get_password(SERVICE, key_id))
    if not text:
        raise UnavailableError(
            N_("The key of the journal {path} is not on this computer."), WAY_ON, path=path
        )
    key = raw_key_in(text.encode())
    if key is None or not is_key(key, key_id):
        raise wrong_key(path)
    return key


def write(key_id: str, key: bytes) -> None:
    """Put a key into the keyring, and check that it can be read. Raises UnavailableError."""
    require()
    _ask_keyring(lambda: _backend().set_password(SERVICE, key_id, key.hex()))
    if _ask_keyring(lambda: _backend().get_password(SERVICE, key_id)) != key.hex():
        raise _unusable(errors.KeyringError(""))


def remove(key_id: str) -> None:
    """Remove a key from the keyring; nothing happens where it is not there, or there is none."""
    try:
        _backend().delete_password(SERVICE, key_id)
    except (errors.KeyringError, RuntimeError, OSError):
        return


def _ask_keyring(question: Callable[[], Answer]) -> Answer:
    """Return the answer of the keyring. Raises UnavailableError."""
    try:
        return question()
    except (errors.KeyringError, RuntimeError, OSError) as error:
        raise _unusable(error) from error


def _unusable(error: Exception) -> UnavailableError:
    """Return the error for a keyring that gives no answer. What it says may hold secrets."""
    remedy = N_(
        "Unlock it, or log in on the screen of this computer. Over ssh and in scripts a key file"
        " opens the journal, named by COACHLOG_KEY_FILE; with the recovery key:"
        " coachlog protect recovery"
    )
    if isinstance(error, errors.KeyringLocked | errors.InitError):
        return UnavailableError(N_("The keyring of this computer is locked."), remedy)
    if isinstance(error, errors.NoKeyringError):
        return UnavailableError(N_("There is no keyring on this computer, or none here."), remedy)
    return UnavailableError(
        N_("The keyring of this computer does not answer: {problem}."),
        remedy,
        problem=type(error).__name__,
    )


def _backend() -> KeyringBackend:
    """Return the keyring that was chosen for Python, or the usual one, or whatever there is."""
    chosen = core.load_env() or core.load_config()
    if chosen is not None:
        return chosen
    try:
        usual = core.load_keyring(_USUAL[sys.platform])
    except (KeyError, ImportError, AttributeError, RuntimeError):
        return keyring.get_keyring()
    return usual if _keeps_secrets(usual) else keyring.get_keyring()


def _keeps_secrets(backend: KeyringBackend) -> bool:
    """Whether a keyring keeps a secret."""
    try:
        return float(backend.priority) >= _LEAST_PRIORITY
    except (errors.KeyringError, RuntimeError, OSError, TypeError):
        return False


def _is_unlocked() -> bool:
    """Whether the keyring can be read without a window; on Linux alone one may be locked."""
    if sys.platform != "linux" or "SecretService" not in type(_backend()).__module__:
        return True
    try:
        import secretstorage  # of a Linux desktop only
    except ImportError:
        return False
    try:
        bus = secretstorage.dbus_init()
        return not secretstorage.collection.get_collection_by_alias(bus, "default").is_locked()
    except (secretstorage.exceptions.SecretStorageException, OSError, ValueError):
        return False

"""Protecting the journal, step by step: why, the recovery key, where the key goes, and doing it."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from coachlog import settings
from coachlog.base.errors import RefusedError, UsageError
from coachlog.base.texts import N_, _, ngettext
from coachlog.guide.protection.passphrase import choose_passphrase
from coachlog.guide.protection.sheet import show_sheet, type_back
from coachlog.store import journals
from coachlog.store.backup_places import folder_of
from coachlog.store.connection import open_writer
from coachlog.store.files import key_id_of
from coachlog.store.protection import conversion, key_file, key_ring, keys
from coachlog.store.protection.recovery_day import note_recovery_day
from coachlog.store.protection.rewriting import shred, unreadable_backups
from coachlog.terminal import rescue, scratch
from coachlog.terminal.context import Context, hint, say
from coachlog.terminal.patience import Patience
from coachlog.terminal.prompter import Prompter, ask_no_yes

KEYRING, PASSPHRASE, OWN_FILE = "keyring", "passphrase", "file"

_NO_WAY_BACK = {
    KEYRING: N_(
        "If this computer is gone and the paper with your recovery key too, nobody can open"
        " the journal any more: not you, not IT, not the makers of coachlog."
    ),
    PASSPHRASE: N_(
        "If you forget your passphrase and the paper with your recovery key is gone too, nobody"
        " can open the journal any more: not you, not IT, not the makers of coachlog."
    ),
    OWN_FILE: N_(
        "If your key file is gone and the paper with your recovery key too, nobody can open the"
        " journal any more: not you, not IT, not the makers of coachlog."
    ),
}
"""The warning that nobody can help, by where the key goes."""


def protect(context: Context, prompter: Prompter, way: str | None, *, discard: bool) -> bool:
    """Protect the journal of *context*, with the key in the keyring or closed by a passphrase.

    *way* is None where coachlog chooses. Raises StoppedError; then nothing was changed. Return
    whether it was done.
    """
    refuse_protected(context)
    chosen = way or usual_way()
    if chosen == KEYRING:
        key_ring.require()
    lost = list(unprotectable(context.store))
    if lost and not discard:
        _show_lost(prompter, lost)
        if ask_no_yes(prompter, _("Remove them, and protect the journal?")) is not True:
            return False
    return protect_anew(context, prompter, chosen)


def protect_anew(context: Context, prompter: Prompter, chosen: str) -> bool:
    """Give the journal a key whose words are shown and typed back first; see `protect`."""
    key = own_key() if chosen == OWN_FILE else keys.new_key()
    no_way_back = _(_NO_WAY_BACK[chosen])
    prompter.show(no_way_back)
    show_sheet(prompter, key)
    type_back(prompter, key)
    passphrase = choose_passphrase(prompter) if chosen == PASSPHRASE else ""
    prompter.show()
    prompter.show(_("Once more: ") + no_way_back, "note")
    if ask_no_yes(prompter, _("Protect the journal now?")) is not True:
        return False
    convert(context, key, chosen, passphrase)
    note_recovery_day(context.store, context.today)
    return True


def convert(context: Context, key: bytes, way: str, passphrase: str = "") -> None:
    """Put the key where it belongs, protect the journal with it, and say what was done."""
    key_id = keys.key_id(key)
    keys.note_key(key_id, key)
    save_key(context.store, key, way, passphrase)
    with Patience(_("Protecting the journal …")):
        if not context.store.exists():
            open_writer(context.store).close()
            journals.note_journal(context.store)
        remove_plain_texts()
        done = conversion.convert(context.store, key_id)
    say(_("The journal is protected, and so are its backups."))
    say_rest(done)


def save_key(store: Path, key: bytes, way: str, passphrase: str) -> None:
    """Put a key into the keyring, or into a file that a passphrase opens."""
    key_id = keys.key_id(key)
    if way == KEYRING:
        key_ring.write(key_id, key)
    elif way == PASSPHRASE:
        path = keys.key_file_at(store, key_id)
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        key_file.write(path, key, passphrase)


def usual_way() -> str:
    """Return where the key goes if nobody says: a key of one's own, the keyring, a passphrase."""
    if os.environ.get(keys.KEY_FILE):
        return OWN_FILE
    return KEYRING if key_ring.is_there() else PASSPHRASE


def own_key() -> bytes:
    """Return the key that COACHLOG_KEY_FILE names. Raises UnavailableError, UsageError."""
    named = os.environ.get(keys.KEY_FILE)
    if not named:
        raise UsageError(
            N_("Without a terminal the journal is only protected with a key of your own."),
            N_("Name a file with 32 random bytes in COACHLOG_KEY_FILE, and keep a copy elsewhere."),
        )
    return keys.read_raw_key(settings.whole_path(named))


def refuse_protected(context: Context) -> None:
    """Raise RefusedError where the journal is protected already, or only a demonstration."""
    if context.thrown_away:
        raise RefusedError(
            N_("The journal of the demonstration is made up."), N_("Protect your own journal.")
        )
    if key_id_of(context.store):
        raise RefusedError(
            N_("The journal {path} is protected already."),
            N_("To change how it is opened: coachlog protect change"),
            path=context.store,
        )


def unprotectable(store: Path) -> Iterator[Path]:
    """Yield the files with words of the journal that cannot be protected, but only removed."""
    scratch.clear()
    yield from unreadable_backups(folder_of(store))
    yield from (file.path for file in rescue.rescued_files(""))


def remove_plain_texts() -> None:
    """Remove what was typed and not saved, and the log of errors: both may quote the journal."""
    for file in list(rescue.rescued_files("")):
        with suppress(FileNotFoundError):
            shred(file.path)
    with suppress(FileNotFoundError):
        shred(settings.state_place("error.log"))


def lost_text(lost: list[Path]) -> str:
    """Return which files would be removed."""
    text = ngettext(
        "{n} file cannot be protected and has to be removed: {paths}.",
        "{n} files cannot be protected and have to be removed: {paths}.",
        len(lost),
    )
    return text.format(n=len(lost), paths=", ".join(map(str, lost)))


def say_rest(done: conversion.Converted) -> None:
    """Say what could not be converted."""
    for path in done.unreadable:
        say(_("{path} was damaged and could not be converted.").format(path=path))
    for place in done.absent:
        text = _("{place} is not there now. Connect it, then its copies follow: {command}")
        say(text.format(place=place, command=hint("backup now")))


def _show_lost(prompter: Prompter, lost: list[Path]) -> None:
    prompter.show(lost_text(lost), "late")
    prompter.show(
        _("They hold what was typed and is not in the journal, or a damaged backup."), "quiet"
    )

"""`coachlog protect change`: another passphrase, the keyring instead, or another key."""

from pathlib import Path
from typing import Annotated

import typer

from coachlog.admin.protection.commands import Keyring, Passphrase, chosen_way, refuse_plain
from coachlog.base.errors import UnavailableError, UsageError
from coachlog.base.texts import N_, _
from coachlog.guide.protection import protecting
from coachlog.guide.protection.passphrase import choose_passphrase
from coachlog.store.backup_places import folder_of, places
from coachlog.store.files import key_id_of
from coachlog.store.protection import key_ring, key_search, keys
from coachlog.terminal.context import Context, context, say
from coachlog.terminal.prompters import make_prompter

NewKey = Annotated[
    bool, typer.Option("--new-key", help=N_("Another key: nobody can use the old one any more."))
]


def change(
    passphrase: Passphrase = False, keyring: Keyring = False, new_key: NewKey = False
) -> None:
    """Change the passphrase, where the key is kept, or the key itself.

    coachlog protect change --passphrase
    """
    run = context()
    refuse_plain(run)
    key_id = key_id_of(run.store)
    key, way_now = key_search.find_key(key_id, run.store), key_search.way_of(key_id, run.store)
    way = chosen_way(passphrase=passphrase, keyring=keyring) or way_now
    if way not in (protecting.KEYRING, protecting.PASSPHRASE) or (
        way == way_now == protecting.KEYRING and not new_key
    ):
        raise UsageError(
            N_("Say what is to change."),
            N_("A passphrase: --passphrase. The keyring: --keyring. Another key: --new-key"),
        )
    if not run.interactive and (new_key or way == protecting.PASSPHRASE):
        raise UsageError(
            N_("Without a terminal nobody can type a passphrase or a recovery key."), ""
        )
    if new_key:
        _change_key(run, way)
    else:
        _move(run, key, way)


def _change_key(run: Context, way: str) -> None:
    """Encrypt the journal and its copies with a new key."""
    for place in places(folder_of(run.store)):
        if place.folder and not Path(place.path, place.folder).is_dir():
            raise UnavailableError(
                N_("{place} is not there now, and its copies would keep the old key."),
                N_("Connect it, then try again."),
                place=place.path,
            )
    if not protecting.protect_anew(run, make_prompter(run), way):
        say(_("Nothing changed."))


def _move(run: Context, key: bytes, way: str) -> None:
    """Keep the same key in another place, or behind another passphrase."""
    key_id = keys.key_id(key)
    chosen = choose_passphrase(make_prompter(run)) if way == protecting.PASSPHRASE else ""
    protecting.save_key(run.store, key, way, chosen)
    if way == protecting.PASSPHRASE:
        key_ring.remove(key_id)
        say(_("From now on your new passphrase opens the journal."))
    else:
        keys.key_file_at(run.store, key_id).unlink(missing_ok=True)
        say(_("From now on the keyring of this computer opens the journal."))

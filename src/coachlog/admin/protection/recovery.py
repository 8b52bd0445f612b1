"""`coachlog protect recovery`: the words on paper open the journal again, or are shown anew."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from coachlog.admin.protection.commands import Keyring, Passphrase, chosen_way, refuse_plain
from coachlog.base.errors import RefusedError, UsageError, system_problem
from coachlog.base.texts import N_, _
from coachlog.guide.protection import protecting
from coachlog.guide.protection.passphrase import choose_passphrase
from coachlog.guide.protection.sheet import ask_words, show_sheet, type_back
from coachlog.settings import whole_path
from coachlog.store import journals
from coachlog.store.files import key_id_of
from coachlog.store.private_files import write_new_file
from coachlog.store.protection import key_search, keys
from coachlog.store.protection.key_words import key_of_words, words_of_key
from coachlog.store.protection.recovery_day import note_recovery_day
from coachlog.terminal.context import Context, context, hint, say, write_line
from coachlog.terminal.prompters import make_prompter

Show = Annotated[bool, typer.Option("--show", help=N_("Show the words of the key again."))]
Check = Annotated[
    bool, typer.Option("--check", help=N_("Only see whether the words on your paper are right."))
]
ToFile = Annotated[
    str | None,
    typer.Option("--to-file", metavar="FILE", help=N_("Write the key to a new file, for scripts.")),
]


def recovery(
    show: Show = False,
    check: Check = False,
    passphrase: Passphrase = False,
    keyring: Keyring = False,
    to_file: ToFile = None,
) -> None:
    """Open the journal with the words on your paper where the key is lost, and keep it anew.

    coachlog protect recovery
    """
    run = context()
    key_id = key_id_of(run.store)
    if show or check:
        refuse_plain(run)
    if show:
        _show(run)
        return
    way = chosen_way(passphrase=passphrase, keyring=keyring)
    key = _typed_key(run)
    if not key_id:
        _keep(run, key, way, to_file)
        say(
            _("The key is kept. Protected backups can be opened now: {command}").format(
                command=hint("restore " + _("FILE"))
            )
        )
        return
    if not keys.is_key(key, key_id):
        raise RefusedError(
            N_("These words are right, but they are those of another journal than {path}."),
            N_("Is there another sheet? After a change of the key only the newest one counts."),
            path=run.store,
        )
    keys.note_key(key_id, key)
    if not check:
        _keep(run, key, way, to_file)
    note_recovery_day(run.store, run.today)
    journals.note_journal(run.store)
    say(_("These are the right words: they open the journal."))


def _show(run: Context) -> None:
    """Show the words; on a terminal they are typed back."""
    key = key_search.find_key(key_id_of(run.store), run.store)
    with run.reader():  # a wrong key would have words too
        pass
    if run.attended:
        prompter = make_prompter(run)
        show_sheet(prompter, key)
        type_back(prompter, key)
        note_recovery_day(run.store, run.today)
    else:
        write_line(" ".join(words_of_key(key)))


def _typed_key(run: Context) -> bytes:
    """Return the key whose words are typed, or come in from a pipe."""
    if run.interactive:
        prompter = make_prompter(run)
        prompter.show(_("Type the words of your recovery key, row by row, as on your paper."))
        return ask_words(prompter)
    return key_of_words(sys.stdin.read(10_000))


def _keep(run: Context, key: bytes, way: str | None, to_file: str | None) -> None:
    """Keep the key where it is found from now on."""
    if to_file:
        _write(whole_path(to_file), key)
        return
    chosen = way or protecting.usual_way()
    if chosen == protecting.PASSPHRASE and not run.interactive:
        raise UsageError(
            N_("Without a terminal no passphrase can be chosen, and there is no keyring here."),
            N_("Write the key to a file: --to-file FILE, which COACHLOG_KEY_FILE then names."),
        )
    typed = choose_passphrase(make_prompter(run)) if chosen == protecting.PASSPHRASE else ""
    protecting.save_key(run.store, key, chosen, typed)


def _write(path: Path, key: bytes) -> None:
    """Write the key to a new file that only its owner can read."""
    try:
        write_new_file(path, f"{key.hex()}\n")
    except OSError as error:
        raise RefusedError(
            N_("The file {path} cannot be made: {problem}."),
            N_("Give the name of a file that is not there yet."),
            path=path,
            problem=system_problem(error),
        ) from error

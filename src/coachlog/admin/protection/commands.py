"""`coachlog protect`, `unprotect` and `protect status`."""

from typing import Annotated, NamedTuple

import typer

from coachlog.base.errors import RefusedError, UsageError
from coachlog.base.texts import N_, _
from coachlog.guide.protection import protecting
from coachlog.guide.protection.offer import show_what_it_does
from coachlog.store.backup_names import listed
from coachlog.store.backup_places import folder_of
from coachlog.store.files import key_id_of
from coachlog.store.protection import conversion, key_search, keys
from coachlog.store.protection.recovery_day import recovery_day
from coachlog.terminal.command_options import Yes
from coachlog.terminal.confirm import confirm
from coachlog.terminal.context import Context, context, hint, say
from coachlog.terminal.output import AsCsv, AsJson, OutputFormat
from coachlog.terminal.patience import Patience
from coachlog.terminal.prompters import make_prompter
from coachlog.terminal.record_output import record_page, show_page

Passphrase = Annotated[
    bool, typer.Option("--passphrase", help=N_("Open the journal with a passphrase."))
]
Keyring = Annotated[
    bool, typer.Option("--keyring", help=N_("Keep the key in the keyring of this computer."))
]
Discard = Annotated[
    bool,
    typer.Option("--discard", help=N_("Remove what cannot be protected: rescued texts and such.")),
]


class ProtectionLine(NamedTuple):
    """How a journal is protected, as `protect status --json` gives it.

    *key* is by which way the key was found; *recovery_on* is the day on which the words of the
    recovery key were last typed; *plain_backups* are those that anybody can read.
    """

    protected: int
    key: str | None
    key_id: str | None
    recovery_on: str | None
    backups: int
    plain_backups: int


_LABELS = {
    "protected": N_("Protected"),
    "key": N_("Key"),
    "recovery_on": N_("Recovery key typed"),
    "backups": N_("Backups"),
    "plain_backups": N_("Backups that anybody can read"),
}
_WORDS = {
    "protected": {"0": N_("no"), "1": N_("yes")},
    "key": keys.WAYS,
}


def protect(
    passphrase: Passphrase = False,
    keyring: Keyring = False,
    discard: Discard = False,
    yes: Yes = False,
) -> None:
    """Encrypt the journal and its backups: nobody can read them without your key.

    coachlog protect
    """
    run = context()
    way = chosen_way(passphrase=passphrase, keyring=keyring)
    if run.interactive and not yes:
        prompter = make_prompter(run)
        protecting.refuse_protected(run)
        show_what_it_does(prompter)
        if not protecting.protect(run, prompter, way, discard=discard):
            say(_("Nothing changed."))
        return
    if way:
        raise UsageError(
            N_("Without a terminal nobody can type a passphrase or a recovery key."), ""
        )
    key = protecting.own_key()
    protecting.refuse_protected(run)
    if not yes:
        raise UsageError(N_("Without a terminal this is only done with --yes."), "")
    lost = list(protecting.unprotectable(run.store))
    if lost and not discard:
        raise RefusedError(
            N_("{problem}"),
            N_("Enter what is missing and remove them, or have them removed: --discard"),
            problem=protecting.lost_text(lost),
        )
    protecting.convert(run, key, protecting.OWN_FILE)
    say(
        _("To print the words of its recovery key: {command}").format(
            command=hint("protect recovery --show")
        )
    )


def unprotect(yes: Yes = False) -> None:
    """Make the journal and its backups readable again for whoever can open the files.

    coachlog unprotect
    """
    run = context()
    refuse_plain(run)
    old_id = key_id_of(run.store)
    key_search.find_key(old_id, run.store)
    announcement = [
        _("From then on whoever can open {path} can read the journal.").format(path=run.store)
    ]
    if not confirm(run, announcement, _("Take the protection off?"), yes):
        return
    with Patience(_("Taking the protection off …")):
        done = conversion.convert(run.store, "")
    say(_("The journal is no longer protected, and neither are its backups."))
    protecting.say_rest(done)


def status(as_json: AsJson = False, as_csv: AsCsv = False) -> None:
    """Tell whether the journal is protected, and by which way it is opened.

    coachlog protect status
    """
    run = context()
    key_id = key_id_of(run.store)
    way = key_search.way_of(key_id, run.store) if key_id else None
    recovery_on = None
    if key_id:
        with run.reader() as reader:
            recovery_on = recovery_day(reader)
    folder = folder_of(run.store)
    backups = [key_id_of(folder / backup.name) for backup in listed(folder)]
    line = ProtectionLine(
        int(bool(key_id)),
        way,
        key_id or None,
        recovery_on,
        len(backups),
        plain_backups=sum(not each for each in backups),
    )
    show_page(
        run,
        OutputFormat(as_json, as_csv),
        [line],
        line._asdict(),
        lambda: record_page(run, line, _("Protection"), _LABELS, _WORDS),
    )


def chosen_way(*, passphrase: bool, keyring: bool) -> str | None:
    """Return where the key is to go; None where nobody said. Raises UsageError for both."""
    if passphrase and keyring:
        raise UsageError(
            N_("--passphrase and --keyring do not go together."), N_("Leave one of the two out.")
        )
    if passphrase:
        return protecting.PASSPHRASE
    return protecting.KEYRING if keyring else None


def refuse_plain(run: Context) -> None:
    """Raise RefusedError where the journal is not protected."""
    if not key_id_of(run.store):
        raise RefusedError(
            N_("The journal {path} is not protected."),
            N_("To protect it: coachlog protect"),
            path=run.store,
        )

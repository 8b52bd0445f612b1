"""`coachlog config set`."""

from pathlib import Path
from typing import Annotated

import typer

from coachlog import settings
from coachlog.admin.commands import UNKNOWN_KEY, Key, value_text
from coachlog.base.errors import NotFoundError
from coachlog.base.texts import N_, _
from coachlog.settings_file import keep
from coachlog.store import journals
from coachlog.terminal.context import context, say


def config_set(
    key: Key, value: Annotated[str, typer.Argument(metavar="VALUE", help=N_("The new value."))]
) -> None:
    """Change one setting; an empty value removes it.

    coachlog config set language nl
    """
    if key not in settings.KEYS:
        raise NotFoundError(*UNKNOWN_KEY, key=key, meant=settings.suggestion(key))
    run = context()
    before = run.store
    kept = keep(key, value)
    run.settings = settings.load()
    if kept is None:
        say(_("{key} is no longer set.").format(key=key))
    else:
        say(_("{key} is now {value}.").format(key=key, value=value_text(kept)))
    if key == "store":
        _tell_which_journal(before, run.store, kept)
        if kept and not Path(kept).exists():
            journals.begin(Path(kept))


def _tell_which_journal(before: Path, now: Path, kept: str | None) -> None:
    """Say what a person would wonder about later: why the journal is empty, or still the same."""
    if kept and kept != str(now):
        say(_("For now {path} is used, because --store or COACHLOG_STORE is set.").format(path=now))
    elif before != now and before.exists():
        told = _("The journal at {old} stays where it is; from now on {new} is used.")
        say(told.format(old=before, new=now))

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
from coachlog.terminal.context import Context, context, say


def config_set(
    key: Key, value: Annotated[str, typer.Argument(metavar="VALUE", help=N_("The new value."))]
) -> None:
    """Change one setting; an empty value removes it.

    coachlog config set language nl
    """
    if key not in settings.KEYS:
        raise NotFoundError(*UNKNOWN_KEY, key=key, meant=settings.did_you_mean(key))
    run = context()
    old_store = run.store
    saved = keep(key, _as_day(run, value) if key.endswith("_on") else value)
    run.settings = settings.load()
    if saved is None:
        say(_("{key} is no longer set.").format(key=key))
    else:
        say(_("{key} is now {value}.").format(key=key, value=value_text(saved)))
    if key == "store":
        _say_which_journal(old_store, run.store, saved)
        if saved and not Path(saved).exists():
            journals.create_journal(Path(saved))


def _as_day(run: Context, value: str) -> str:
    """A day in the past as the settings have it, in whatever way it was typed."""
    return run.past_day(value).isoformat() if value.strip() else value


def _say_which_journal(old: Path, new: Path, saved: str | None) -> None:
    """Say if the *saved* path is not in use yet, or if another journal is used from now on.

    *old* and *new* are the journals in use before and after; *saved* is None if it was removed.
    """
    if saved and saved != str(new):
        say(_("For now {path} is used, because --store or COACHLOG_STORE is set.").format(path=new))
    elif old != new and old.exists():
        message = _("The journal at {old} stays where it is; from now on {new} is used.")
        say(message.format(old=old, new=new))

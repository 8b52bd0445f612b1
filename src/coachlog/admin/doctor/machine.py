"""Checks of the settings and the computer: terminal, time zone and language, versions."""

import platform
import shutil
from importlib.metadata import PackageNotFoundError, version

from coachlog import __version__
from coachlog.admin.doctor.case import Case
from coachlog.admin.doctor.finding import NOTICE, Trouble, no_trouble
from coachlog.base.machine_zone import machine_zone
from coachlog.base.texts import _, language
from coachlog.display import signs
from coachlog.settings import config_path, load
from coachlog.store.checkup import SQLITE_VERSION
from coachlog.terminal.context import hint

LIBRARIES = ("typer", "rich", "sqlmodel", "pydantic", "questionary", "platformdirs")
NARROW = 60
"""Below this number of columns, tables leave out columns."""


def settings(_case: Case) -> list[Trouble]:
    """Whether the settings can be read: with a mistake in them, no other command runs."""
    load()  # raises an error with a remedy
    path = config_path()
    if not path.exists():
        return no_trouble(_("Nothing was chosen in the settings yet."))
    return no_trouble(_("The settings in {path} can be read.").format(path=path))


def terminal(case: Case) -> list[Trouble]:
    """Whether the terminal shows all letters and signs, and is wide enough."""
    encoding = signs.encoding().upper()
    columns = shutil.get_terminal_size().columns
    found = []
    if encoding.replace("-", "") != "UTF8":
        text = _("The terminal is set to {encoding}: not every letter and sign can be shown.")
        remedy = _("Set it to UTF-8, for example: {command}")
        command = "export LANG=C.UTF-8"
        found.append(
            Trouble(NOTICE, text.format(encoding=encoding), remedy.format(command=command))
        )
    if case.run.rich and columns < NARROW:
        text = _("The terminal has {n} columns: tables leave something out below {least}.")
        remedy = _("Make the window wider, or the letters smaller.")
        found.append(Trouble(NOTICE, text.format(n=columns, least=NARROW), remedy))
    kind = _("in colour") if case.run.rich else _("plain lines")
    text = _("Terminal: {encoding}, {n} columns, {kind}.")
    return found or no_trouble(text.format(encoding=encoding, n=columns, kind=kind))


def locale(case: Case) -> list[Trouble]:
    """Whether days are counted in the time zone of this computer."""
    zone, here = case.run.zone, machine_zone()
    if zone == here:
        text = _("Time zone {zone}, language {language}.")
        return no_trouble(text.format(zone=zone, language=language()))
    text = _("Days are counted in {zone}, while this computer is in {here}.")
    remedy = _("If you stay there: {command}")
    command = hint(f"config set time_zone {here}")
    return [Trouble(NOTICE, text.format(zone=zone, here=here), remedy.format(command=command))]


def versions(_case: Case) -> list[Trouble]:
    """Which versions are at work, for a report of a fault."""
    own = f"coachlog {__version__}, Python {platform.python_version()}, SQLite {SQLITE_VERSION}"
    others = (f"{name} {_version(name)}" for name in LIBRARIES)
    return no_trouble(f"{', '.join((own, *others))}; {platform.system()} {platform.release()}.")


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "?"

"""Configuration and folders: what a coach chose once, and where things lie."""

import os
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from platformdirs import PlatformDirs

from coachlog.base.clock import zone
from coachlog.base.errors import RefusedError, UnavailableError, system_problem
from coachlog.base.folding import closest
from coachlog.base.machine_zone import machine_zone
from coachlog.base.own_files import file_bytes, refuse_long_name, toml_problem
from coachlog.base.safe import visible_line
from coachlog.base.texts import LANGUAGES, N_, _
from coachlog.values.roles import role_kind
from coachlog.values.text import flag, line, whole_days


class Settings(NamedTuple):
    """What `config.toml` holds; None where the coach chose nothing."""

    language: str | None = None
    name: str | None = None
    time_zone: str | None = None
    method: str | None = None
    role: str | None = None
    short: bool | None = None
    mirror: bool | None = None
    communication: bool | None = None
    pager: bool | None = None
    sensitive_words: bool | None = None
    log_days: int | None = None
    retention_days: int | None = None
    store: str | None = None
    backup_to: str | None = None
    controller: str | None = None
    key_command: str | None = None
    credential: str | None = None
    training_started_on: str | None = None
    credential_granted_on: str | None = None
    credential_partner: str | None = None
    address: str | None = None


CREDENTIALS = (
    *("acc", "pcc", "mcc"),
    *("eia_foundation", "eia_practitioner", "eia_senior", "eia_master"),
)
"""The credentials whose hours can be counted, lowest first within each body."""

_CHOICES = {
    "controller": ("employer", "me"),
    "credential": CREDENTIALS,
    "credential_partner": ("nobco",),
}
_FLAGS = ("short", "mirror", "communication", "pager", "sensitive_words")
MOST_LOG_DAYS = 36500
_NUMBERS = ("log_days", "retention_days")
_DAYS = ("training_started_on", "credential_granted_on")

KEYS = Settings._fields

owners: list[Any] = []
"""The run, for its `store` and to `ask_passphrase`; TAB is none, so it is never asked."""
known_keys: dict[str, bytes] = {}
"""The keys of protected journals that this run knows already, by their ids."""

_SETTINGS_MISTAKE = (
    N_("There is a mistake in the configuration {path}: {problem}."),
    N_("Correct the file, or remove it to start afresh."),
)


REFUSED_SETTING = (
    N_("{key} cannot be “{value}”."),
    N_(
        "Known keys: language (nl, fr, en), name, time_zone, method, role;"
        " short, mirror, communication, pager and sensitive_words (yes or no);"
        " log_days and retention_days (a number from 1 to 36500); store (a file);"
        " backup_to (a folder); key_command (a command); controller (employer or me);"
        " credential (acc, pcc, mcc, eia_foundation, eia_practitioner, eia_senior, eia_master),"
        " training_started_on and credential_granted_on (a day), credential_partner (nobco);"
        " address (your e-mail addresses)."
    ),
)


def config_path() -> Path:
    """The configuration file: `COACHLOG_CONFIG`, or `config.toml` in the platform's folder."""
    chosen = os.environ.get("COACHLOG_CONFIG")
    return whole_path(chosen) if chosen else _folder("config") / "config.toml"


def own_methods() -> Path:
    """The folder with the coach's own methods; it need not exist."""
    return config_path().parent / "methods"


def store_path(option: str | None, configured: str | None) -> Path:
    """The store: by *option*, `COACHLOG_STORE`, the configuration, or in the platform's folder."""
    if named := option or os.environ.get("COACHLOG_STORE"):
        store = whole_path(named)
        refuse_long_name(store)
        return store
    if configured:
        # A relative path in the file is meant from there, wherever the program is started.
        return config_path().parent / _at_home(configured)
    return usual_store()


def backup_place(configured: str | None) -> str | None:
    """The second place for backups, as an absolute path; None if none was chosen."""
    return str(config_path().parent / _at_home(configured)) if configured else None


def usual_store() -> Path:
    """The store where nobody chose another: in the platform's data folder."""
    return _folder("data") / "journal.sqlite"


def whole_path(path: str) -> Path:
    """Return *path* as an absolute one; a tilde is the home. Raises UnavailableError."""
    return _at_home(path).absolute()


def _at_home(path: str) -> Path:
    try:
        return Path(path).expanduser()
    except RuntimeError as error:
        raise UnavailableError(
            N_("The home folder in {path} is not known here."),
            N_("Write the whole path."),
            path=path,
        ) from error


def state_path(name: str) -> Path:
    """The file *name* in the folder for logs; the folder is made."""
    folder = _folder("log")
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder / name


def state_place(name: str) -> Path:
    """The path of the file *name* in the folder for logs, which need not exist."""
    return _folder("log") / name


def cache_path(name: str) -> Path:
    """The file *name* in the folder for what can be made anew; the folder is made.

    Raises UnavailableError.
    """
    folder = _folder("cache")
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise UnavailableError(
            N_("The folder {path} cannot be created: {problem}."),
            N_("Make the folder above it writable, or name another one in XDG_CACHE_HOME."),
            path=folder,
            problem=system_problem(error),
        ) from error
    return folder / name


def demo_store() -> Path:
    """The throw-away journal of the demonstration. Raises UnavailableError."""
    return cache_path("demo.sqlite")


def load() -> Settings:
    """Read the settings from the configuration file.

    Raises RefusedError for a mistake in it, UnavailableError where it cannot be read.
    """
    return parse_settings(read_config())


def read_config() -> dict[str, Any]:
    """Return all keys of the configuration file, unchecked; no keys where there is no file.

    Raises RefusedError for a mistake in it, UnavailableError where it cannot be read.
    """
    path = config_path()
    try:
        return tomllib.loads(file_bytes(path).decode("utf-8-sig"))
    except FileNotFoundError:
        return {}
    except PermissionError as error:
        raise UnavailableError(
            N_("The configuration {path} cannot be read: {problem}."),
            N_("Make it readable for you, or name another file in COACHLOG_CONFIG."),
            path=path,
            problem=system_problem(error),
        ) from error
    except OSError as error:
        raise RefusedError(*_SETTINGS_MISTAKE, path=path, problem=system_problem(error)) from error
    except (ValueError, RecursionError) as error:
        raise RefusedError(*_SETTINGS_MISTAKE, path=path, problem=toml_problem(error)) from error


def parse_settings(config: Mapping[str, Any]) -> Settings:
    """Check the keys of a configuration that are settings. Raises RefusedError."""
    try:
        return Settings(**{key: check_setting(key, config[key]) for key in KEYS if key in config})
    except RefusedError as error:
        raise RefusedError(
            *_SETTINGS_MISTAKE, path=config_path(), problem=error.cause_text().rstrip(".")
        ) from error


def unknown_key_warnings(config: Mapping[str, Any]) -> Iterator[str]:
    """Yield a sentence for each key of the configuration that is no setting, with what was meant.

    A warning, not an error: another version of coachlog may know the key.
    """
    path = config_path()
    for key, value in config.items():
        if key in KEYS:
            continue
        if isinstance(value, dict):
            warning = _("In {path} the section [{key}] does nothing.")
            misplaced = ", ".join(name for name in value if name in KEYS)
            advice = " " + _("Write {names} above it.").format(names=misplaced) if misplaced else ""
        else:
            warning = _("In {path} “{key}” is not a setting, and does nothing.")
            advice = did_you_mean(key)
        yield visible_line(warning.format(path=path, key=key) + advice)


def did_you_mean(key: str) -> str:
    """Return " Did you mean …?" with the setting that looks like *key*; "" if none does."""
    close = closest(key.casefold().replace("-", "_"), KEYS, 1)
    return " " + _("Did you mean {names}?").format(names=close[0]) if close else ""


def check_setting(key: str, value: Any) -> Any:
    """Return *value* as the setting *key* is saved. Raises RefusedError."""
    if key in (*_NUMBERS, *_FLAGS):
        text = value if isinstance(value, bool) else str(value)
        return whole_days(text, 1, MOST_LOG_DAYS) if key in _NUMBERS else flag(text)
    if key in _DAYS and isinstance(value, date):  # in the file a day needs no quotes
        value = value.isoformat()
    if key == "name" and value == "":  # it was asked for once, and left empty
        return value
    if key not in KEYS or not isinstance(value, str) or not value.strip():
        raise RefusedError(*REFUSED_SETTING, key=key, value=value)
    if key in ("store", "backup_to"):
        return _path(key, value)
    value = line(value)
    if key == "language" and value not in LANGUAGES:
        raise RefusedError(*REFUSED_SETTING, key=key, value=value)
    if key == "time_zone":
        zone(value)
    if key == "role":
        return role_kind(value)
    if key in _CHOICES:
        return _choice(key, value)
    return _day(key, value) if key in _DAYS else value


def _choice(key: str, value: str) -> str:
    """One of the words that *key* knows: `ACC` and `eia-senior` will do."""
    word = value.casefold().replace("-", "_").replace(" ", "_")
    if word not in _CHOICES[key]:
        raise RefusedError(*REFUSED_SETTING, key=key, value=value)
    return word


def _day(key: str, value: str) -> str:
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError as error:
        raise RefusedError(*REFUSED_SETTING, key=key, value=value) from error


def _path(key: str, value: str) -> str:
    """Return a path as it was typed: white space within it belongs to it. Raises RefusedError."""
    path = value.strip()
    if visible_line(path) != path:
        raise RefusedError(*REFUSED_SETTING, key=key, value=value)
    return path


def time_zone(settings: Settings) -> str:
    """The coach's time zone: chosen, or the machine's."""
    return settings.time_zone or machine_zone()


def _folder(purpose: str) -> Path:
    """Return the folder of coachlog for *purpose*: config, data, log or cache."""
    return Path(getattr(PlatformDirs("coachlog", appauthor=False), f"user_{purpose}_dir"))

"""Writing the configuration: one key at a time, the rest of the file as it was."""

import os
from pathlib import Path
from typing import Any

import tomlkit

from coachlog import settings
from coachlog.errors import UnavailableError
from coachlog.texts import N_


class ConfigurationUnwritableError(UnavailableError):
    """The configuration cannot be written."""

    cause = N_("The configuration {path} cannot be written: {problem}.")
    remedy = N_("Choose another place with COACHLOG_CONFIG.")


def keep(key: str, value: str) -> Any:
    """Set *key*, checked, or take it away where *value* is empty; comments in the file stay.

    The result is the value as it is kept.
    """
    kept = settings.checked(key, value) if value.strip() else None
    path = settings.config_path()
    settings.load()
    try:
        document = (
            tomlkit.parse(path.read_text(encoding="utf-8")) if path.exists() else tomlkit.document()
        )
        if kept is None:
            document.pop(key, None)
        else:
            document[key] = kept
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _replace(path, tomlkit.dumps(document))
    except OSError as error:
        raise ConfigurationUnwritableError(path=path, problem=error.strerror or error) from error
    return kept


def _replace(path: Path, text: str) -> None:
    """Write beside the file and then take its place, so that it is never half written."""
    beside = path.with_suffix(".new")
    beside.write_text(text, encoding="utf-8")
    beside.chmod(0o600)
    os.replace(beside, path)  # noqa: PTH105 - a symbolic link is kept by neither

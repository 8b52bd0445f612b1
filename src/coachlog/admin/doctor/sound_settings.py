"""The settings that can be read of a configuration with a mistake: enough to check the rest."""

import tomllib
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from coachlog.base.errors import CoachlogError
from coachlog.base.own_files import file_bytes
from coachlog.settings import KEYS, Settings, check_setting, config_path

_UNREADABLE = "�"
_MISTAKES = (tomllib.TOMLDecodeError, RecursionError)


def sound_settings() -> Settings:
    """Return each setting that can be read; those of a file that cannot be read are not chosen."""
    found = {}
    with suppress(OSError):
        text = file_bytes(config_path()).decode("utf-8-sig", "replace")
        for key, value in _values(text):
            if key in KEYS and _UNREADABLE not in str(value):
                with suppress(CoachlogError):
                    found[key] = check_setting(key, value)
    return Settings(**found)


def _values(text: str) -> Iterator[tuple[str, Any]]:
    """Yield the keys of a file; where it has a mistake, those of each line that has none."""
    with suppress(*_MISTAKES):
        yield from tomllib.loads(text).items()
        return
    for line in text.splitlines():
        if line.lstrip().startswith("["):
            return  # what follows belongs to a section, and is no setting
        with suppress(*_MISTAKES):
            yield from tomllib.loads(line).items()

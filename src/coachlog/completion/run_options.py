"""The language and the journal of a run, from options and from the configuration, for TAB."""

import os
from contextlib import suppress
from functools import cache
from pathlib import Path

from coachlog import settings
from coachlog.base.errors import CoachlogError
from coachlog.base.texts import language_of, wanted_language
from coachlog.settings import Settings


def language(option: str | None) -> str:
    """Return the language of the help texts; *option* is the value of `--lang`."""
    return wanted_language(language_of(option), _settings().language)


def store(option: str | None) -> Path:
    """Return the path of the journal; *option* is the value of `--store`, as it was typed."""
    if option:  # the shell has not yet replaced variables, such as $HOME
        return settings.store_path(os.path.expandvars(option), None)
    return settings.store_path(None, _settings().store)


@cache
def _settings() -> Settings:
    """Return the settings in the configuration, or the usual ones if it cannot be read.

    TAB reports no errors: the next command says what is wrong with the configuration.
    """
    with suppress(CoachlogError, OSError):
        if settings.config_path().is_file():  # reading a pipe or a device might never end
            return settings.load()
    return Settings()

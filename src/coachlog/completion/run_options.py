"""What the coach chose in the configuration, as far as it can be read at once."""

import os
from contextlib import suppress
from functools import cache
from pathlib import Path

from coachlog import settings
from coachlog.base.errors import CoachlogError
from coachlog.base.texts import language_of, wanted_language
from coachlog.settings import Settings


def language(option: str | None) -> str:
    """The language that help is told in; *option* is what `--lang` said."""
    return wanted_language(language_of(option), _settings().language)


def store(option: str | None) -> Path:
    """The journal; *option* is what `--store` said, before the shell made anything of it."""
    if option:
        return settings.store_path(os.path.expandvars(option), None)
    return settings.store_path(None, _settings().store)


@cache
def _settings() -> Settings:
    # The next command tells what is wrong with it. Only a real file is sure to come to an end.
    with suppress(CoachlogError, OSError):
        if settings.config_path().is_file():
            return settings.load()
    return Settings()

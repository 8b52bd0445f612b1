"""Reads the data files that come with the program, most of their texts in three languages."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from coachlog.base.texts import language

Words = Mapping[str, str]
"""A text by language."""


@cache
def read_data_file(path: Path) -> dict[str, Any]:
    """Return what the TOML file at *path* holds; shared by all callers, who leave it as it is."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


def in_user_language(words: Words) -> str:
    """Return a text in the language of the run, or else in English."""
    return words.get(language()) or words["en"]

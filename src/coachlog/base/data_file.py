"""Reads the data files that come with the program, most of their texts in three languages."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any


@cache
def read_data_file(path: Path) -> dict[str, Any]:
    """Return what the TOML file at *path* holds; shared by all callers, who leave it as it is."""
    return tomllib.loads(path.read_text(encoding="utf-8"))

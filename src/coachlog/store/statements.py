"""Splitting a script of SQL into statements: `executescript` of sqlite3 would commit first."""

import re
import sqlite3
from collections.abc import Iterator


def statements(script: str) -> Iterator[str]:
    """Yield the statements of *script* one by one; triggers and quoted semicolons stay whole."""
    statement = ""
    for part in re.split(r"(?<=;)", script):
        statement += part
        # Not at a semicolon within quotes or within a trigger.
        if sqlite3.complete_statement(statement):
            yield statement.strip()
            statement = ""
    if statement.strip():  # the last one may have no semicolon
        yield statement.strip()

"""A column of a list as people see it."""

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, NamedTuple


class Column(NamedTuple):
    """A column that people see: a field of a line, its heading, and how it is shown.

    A *seldom* filled column is for people only, and only in a list where some row has a value.

    *kind* is one of text, phrase (a text that is never cut), day, moment, instant, number, person,
    method, choice (with its *words* by code), and standing. For a standing, *describe_status*
    takes the line, today and the language; it may return more than the word.

    *keep* is the width of the terminal from which the column is shown: 1 always, 2 from 60
    columns, 3 from 90, 4 from 120.
    """

    field: str
    heading: str
    kind: str = "text"
    keep: int = 1
    words: Mapping[str, str] = MappingProxyType({})
    seldom: bool = False
    describe_status: Callable[[Any, date, str], Any] | None = None

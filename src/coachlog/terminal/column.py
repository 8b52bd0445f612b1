"""A column of a list as people see it."""

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, NamedTuple


class Column(NamedTuple):
    """A column that people see: a field of a line, its heading, and how it is shown.

    One that is *seldom* filled is for people only, in a list where some row has it.

    *kind*: text, phrase (a text that is never cut), day, moment, instant, number, person, method,
    choice (with its *words*), standing (which *stands* tells, where it has more to say than the
    word; it takes the line, today and the language). *keep* tells how long it stays in a narrow
    terminal: 1 always, 2 from 60 columns on, 3 from 90, 4 from 120.
    """

    field: str
    heading: str
    kind: str = "text"
    keep: int = 1
    words: Mapping[str, str] = MappingProxyType({})
    seldom: bool = False
    stands: Callable[[Any, date, str], Any] | None = None

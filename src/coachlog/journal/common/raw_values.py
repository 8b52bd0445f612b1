"""Values of an input before pydantic checks them, and errors of the parsers that it calls."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from coachlog.base.errors import CoachlogError


def replace_surrogates(value: Any) -> Any:
    """Return a text, or a list of texts, with each lone surrogate replaced by `?`.

    A lone surrogate is half a character, which no message and no file can hold.
    """
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    if isinstance(value, list):
        return [replace_surrogates(item) for item in value]
    return value


def is_blank(value: Any) -> bool:
    """Return whether *value* is a text that is empty or only white space."""
    return isinstance(value, str) and not value.strip()


@contextmanager
def as_value_error() -> Iterator[None]:
    """Raise a ValueError in place of a CoachlogError: pydantic makes it the problem of a field."""
    try:
        yield
    except CoachlogError as error:
        raise ValueError(f"{error.cause_text()} {error.remedy_text()}".strip()) from error

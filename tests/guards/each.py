"""One test for many cases that need no fixtures: each is tried, and all that fail are told.

Thousands of tests of a few microseconds cost a suite more than what they try.
"""

from collections.abc import Callable, Iterable
from typing import Any

import pytest


def for_each(cases: Iterable[Any]) -> Callable[[Callable[..., None]], Callable[[], None]]:
    """Return a decorator that calls a test with each of the *cases*; a tuple is its arguments."""
    all_cases = [case if isinstance(case, tuple) else (case,) for case in cases]
    assert all_cases

    def decorate(test: Callable[..., None]) -> Callable[[], None]:
        def each() -> None:
            failed = []
            for case in all_cases:
                try:
                    test(*case)
                except (AssertionError, pytest.fail.Exception) as error:
                    failed.append(f"{', '.join(map(str, case))}: {error}")
            if failed:
                pytest.fail("\n\n".join(failed))

        each.__name__, each.__doc__ = test.__name__, test.__doc__
        return each

    return decorate

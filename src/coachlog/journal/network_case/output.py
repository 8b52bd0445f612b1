"""What is told of a case beside its text: the warnings, and what coachlog cannot find."""

from collections.abc import Mapping
from typing import Any

from coachlog.base.texts import _, ngettext
from coachlog.journal.network_case.known_words import known_words
from coachlog.journal.network_case.queries import CaseLine
from coachlog.journal.network_case.warning import (
    CHECK,
    RECOGNISABLE,
    CaseWarning,
    CaseWatch,
    warning_records,
)
from coachlog.schema.network_case import HEADINGS
from coachlog.terminal.context import Context, say
from coachlog.terminal.output import say_done


def case_watch(run: Context) -> CaseWatch:
    """Return the watch for the names, teams, days and contacts that the journal has now."""
    with run.reader() as reader:
        return CaseWatch(known_words(reader, run.settings.name))


def warnings_about(watch: CaseWatch, case: CaseLine) -> list[CaseWarning]:
    """Return the warnings about the text of a *case*."""
    values = case._asdict()
    return watch.warnings({name: values[name] for name in HEADINGS})


def case_record(case: CaseLine, warnings: list[CaseWarning]) -> Mapping[str, Any]:
    """Return a *case* for JSON, with its warnings and what coachlog cannot find."""
    return {
        **case._asdict(),
        "warnings": warning_records(warnings),
        "recognisable": _(RECOGNISABLE),
        "check": _(CHECK),
    }


def say_warnings(warnings: list[CaseWarning]) -> None:
    """Print the warnings, and what coachlog cannot find."""
    for warning in warnings:
        say(warning.sentence)
    say(_(RECOGNISABLE))


def say_brought(n: int, session: int) -> None:
    """Print how many ideas were brought into a conversation, and how to see them."""
    text = ngettext(
        "{n} idea from the network in conversation {number}.",
        "{n} ideas from the network in conversation {number}.",
        n,
    )
    say_done(text.format(n=n, number=session), f"session show {session}")

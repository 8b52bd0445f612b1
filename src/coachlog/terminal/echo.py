"""Showing which day or moment was understood from an answer."""

from datetime import date, datetime

from coachlog.base.days import show_day
from coachlog.base.texts import language
from coachlog.dates.show import show_moment
from coachlog.terminal.prompter import Prompter


def echo(prompter: Prompter, value: object, shown_in: str = "") -> None:
    """Show *value* in words if it is a day, or a moment in its own time zone; else nothing.

    *shown_in* is a language code; without it, the language of this run is used.
    """
    # A datetime is a date too, so it comes first.
    if isinstance(value, datetime):
        prompter.show("  = " + show_moment(value, shown_in or language()), "quiet")
    elif isinstance(value, date):
        prompter.show("  = " + show_day(value, shown_in or language()), "quiet")

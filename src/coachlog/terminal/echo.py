"""Showing which day or moment was understood from an answer."""

from datetime import date, datetime

from coachlog.base.days import show_day
from coachlog.base.texts import language
from coachlog.dates.show import show_moment
from coachlog.terminal.prompter import Prompter


def echo(prompter: Prompter, value: object, told_in: str = "") -> None:
    """Show *value* in words if it is a day, or a moment in its own time zone; else nothing."""
    if isinstance(value, datetime):
        prompter.show("  = " + show_moment(value, told_in or language()), "quiet")
    elif isinstance(value, date):
        prompter.show("  = " + show_day(value, told_in or language()), "quiet")

"""The ways in which a typed day, moment or period is refused, each with what to write instead."""

from coachlog.base.errors import RefusedError
from coachlog.base.texts import N_, _

_PAST_EXAMPLES = N_("Write for example 23/11/2026, 23 november, yesterday or 3 days ago.")


class DateNotUnderstoodError(RefusedError):
    """Text that cannot be read as a date; a subclass says more exactly why."""

    cause = N_("“{text}” cannot be read as a date.")
    remedy = N_("Write for example 23/11/2026, 23 november, tuesday or in 2 weeks.")

    def remedy_text(self) -> str:
        """Return what to write instead, with past examples where a past day is needed.

        A remedy of its own, such as one that quotes the text, is shown as it is.
        """
        is_general_remedy = self.remedy == DateNotUnderstoodError.remedy
        if is_general_remedy and self.values.get("needs_past_day"):
            return _(_PAST_EXAMPLES)
        return super().remedy_text()


class PeriodNotUnderstoodError(DateNotUnderstoodError):
    """Text that cannot be read as the first or last day of a period."""

    cause = N_("“{text}” cannot be read as the beginning or end of a period.")
    remedy = N_("For example 2026, 2026-09, 23/11/2026, or how far back: 10d, 2w, 6m, 1y.")


STILL_TO_COME = (N_("{day} is in the future."), N_("Give today, or a day in the past."))


YEAR_OUT_OF_RANGE = (
    N_("“{text}” does not clearly fall in a year from 1900 to 2200."),
    N_("Write the year with four digits, as in 23/11/2026."),
)


WEEKDAY_MISMATCH = (
    N_("“{text}” does not fit: that date is {day}."),
    N_("Correct the weekday or the date, or leave out the weekday."),
)


TIME_MISSING = (
    N_("“{text}” gives the day, but not the time."),
    N_("Add the time, as in: {text} {example}"),
)


class DayMissingError(DateNotUnderstoodError):
    """A time of day without the day it belongs to."""

    cause = N_("“{text}” gives the time, but not the day.")
    remedy = N_("Add the day, as in: today {text}")

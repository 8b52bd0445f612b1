"""The ways in which a typed day, moment or period is refused, each with what to write instead."""

from coachlog.base.errors import RefusedError
from coachlog.base.texts import N_, _

_OVER = N_("Write for example 23/11/2026, 23 november, yesterday or 3 days ago.")


class DateNotUnderstoodError(RefusedError):
    """No rule reads the whole text. A subclass knows better what is the matter."""

    cause = N_("“{text}” cannot be read as a date.")
    remedy = N_("Write for example 23/11/2026, 23 november, tuesday or in 2 weeks.")

    def remedy_text(self) -> str:
        """What to write: a day that is over where one is asked for that is."""
        general = self.remedy == DateNotUnderstoodError.remedy
        return _(_OVER) if general and self.values.get("over") else super().remedy_text()


class PeriodNotUnderstoodError(DateNotUnderstoodError):
    cause = N_("“{text}” cannot be read as the beginning or end of a period.")
    remedy = N_("For example 2026, 2026-09, 23/11/2026, or how far back: 10d, 2w, 6m, 1y.")


class AmbiguousUnitError(PeriodNotUnderstoodError):
    """The letter j stands for days in French, *jours*, and for years in Dutch, *jaar*."""

    cause = N_("“{text}” can mean days or years.")
    remedy = N_("Write {days} for days, or {years} for years.")


class WhichDayError(DateNotUnderstoodError):
    """A stretch of time, of which one day has to be chosen."""

    cause = N_("“{text}” is more than one day.")
    remedy = N_("Which day? For example {day}.")


class DayNeededError(DateNotUnderstoodError):
    """Nothing at all."""

    cause = N_("A day is needed here.")


class StillToComeError(RefusedError):
    """Something that happened on a day to come."""

    cause = N_("{day} is in the future.")
    remedy = N_("Give today, or a day in the past.")


class DayFirstError(DateNotUnderstoodError):
    cause = N_("“{text}” is not a date: there is no month {month}.")
    remedy = N_("Write the day first, then the month (day/month): {example}.")


class NoSuchDayError(DateNotUnderstoodError):
    cause = N_("“{text}” is not a date: there is no {day}/{month} in {year}.")
    remedy = N_("Check the day and the month, and put the day first, as in 23/11/2026.")


class YearOutOfRangeError(DateNotUnderstoodError):
    cause = N_("“{text}” does not clearly fall in a year from 1900 to 2200.")
    remedy = N_("Write the year with four digits, as in 23/11/2026.")


class WeekdayMismatchError(DateNotUnderstoodError):
    cause = N_("“{text}” does not fit: that date is {day}.")
    remedy = N_("Correct the weekday or the date, or leave out the weekday.")


class AmbiguousWeekdayError(DateNotUnderstoodError):
    cause = N_("“{text}” can mean {first} or {second}.")
    remedy = N_("Write “{weekday}” for the first, or the date, as in {example}.")


class AmbiguousTimeError(DateNotUnderstoodError):
    cause = N_("“{text}” can be before or after noon.")
    remedy = N_("Write the time on the 24-hour clock, as in {later} or {earlier}.")


class TimeMissingError(DateNotUnderstoodError):
    cause = N_("“{text}” gives the day, but not the time.")
    remedy = N_("Add the time, as in: {text} {example}")


class DayMissingError(DateNotUnderstoodError):
    cause = N_("“{text}” gives the time, but not the day.")
    remedy = N_("Add the day, as in: today {text}")


class SkippedTimeError(DateNotUnderstoodError):
    cause = N_("“{text}” does not exist: in {zone} the clock skipped that hour.")
    remedy = N_("Give a time that existed that day, such as {example}.")

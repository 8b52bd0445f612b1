"""Days as people read them in each language, and the names of months and weekdays."""

from datetime import date
from typing import Final

from coachlog.base.languages import SPOKEN

MONTHS: Final = {code: spoken.months.split() for code, spoken in SPOKEN.items()}
SHORT_MONTHS: Final = {code: spoken.short_months.split() for code, spoken in SPOKEN.items()}
WEEKDAYS: Final = {code: spoken.weekdays.split() for code, spoken in SPOKEN.items()}
SHORT_WEEKDAYS: Final = {code: spoken.short_weekdays.split() for code, spoken in SPOKEN.items()}


def show_day(day: date, language: str) -> str:
    """Return `ma 14 sep 2026`, `lun. 14 sept. 2026`, `Mon 14 Sep 2026`."""
    return f"{day_without_year(day, language)} {day.year}"


def day_text(day: str | None, language: str) -> str:
    """Return a stored day (`2026-09-14`) as `show_day` shows it; an empty text for None."""
    return show_day(date.fromisoformat(day), language) if day else ""


def day_without_year(day: date, language: str) -> str:
    """Return `ma 14 sep`, `lun. 14 sept.`, `Mon 14 Sep`."""
    number = SPOKEN[language].first_of_month if day.day == 1 else str(day.day)
    weekday = SHORT_WEEKDAYS[language][day.weekday()]
    month = SHORT_MONTHS[language][day.month - 1]
    return f"{weekday} {number} {month}"

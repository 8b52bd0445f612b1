"""A day as people read it in three languages, and the names of months and weekdays.

The names stand here and not in the message catalogs: a page for somebody may be in another language
than the screen.
"""

from datetime import date
from typing import Final


def _names(**listed: str) -> dict[str, list[str]]:
    return {language: names.split() for language, names in listed.items()}


MONTHS: Final = _names(
    nl="januari februari maart april mei juni juli augustus september oktober november december",
    fr="janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    en="January February March April May June July August September October November December",
)
SHORT_MONTHS: Final = _names(
    nl="jan feb mrt apr mei jun jul aug sep okt nov dec",
    fr="janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
    en="Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
)
WEEKDAYS: Final = _names(
    nl="maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    fr="lundi mardi mercredi jeudi vendredi samedi dimanche",
    en="Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
)
SHORT_WEEKDAYS: Final = _names(
    nl="ma di wo do vr za zo",
    fr="lun. mar. mer. jeu. ven. sam. dim.",
    en="Mon Tue Wed Thu Fri Sat Sun",
)


def show_day(day: date, language: str) -> str:
    """`ma 14 sep 2026`, `lun. 14 sept. 2026`, `Mon 14 Sep 2026`."""
    return f"{day_without_year(day, language)} {day.year}"


def day_text(day: str | None, language: str) -> str:
    """A stored day as `show_day` shows it; empty for none."""
    return show_day(date.fromisoformat(day), language) if day else ""


def day_without_year(day: date, language: str) -> str:
    """`ma 14 sep`, `lun. 14 sept.`, `Mon 14 Sep`."""
    number = "1er" if language == "fr" and day.day == 1 else str(day.day)
    weekday, month = SHORT_WEEKDAYS[language][day.weekday()], SHORT_MONTHS[language][day.month - 1]
    return f"{weekday} {number} {month}"

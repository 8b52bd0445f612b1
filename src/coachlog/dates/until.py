"""Until when notes are usually kept."""

from datetime import date, timedelta


def kept_after(end: date, days: int | None) -> date:
    """Return until when notes are usually kept after the *end*: so many *days*, or a year."""
    if days is not None:
        return end + timedelta(days=min(days, (date.max - end).days))
    return end.replace(day=min(end.day, 28), year=min(end.year + 1, date.max.year))

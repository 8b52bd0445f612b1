"""The stretches of time that bodies count in: months back from a day, and quarters."""

from datetime import date, timedelta


def months_before(day: date, months: int) -> date:
    """Return the same day so many *months* earlier; the last of that month where it has none."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    after_year, after_month = divmod(day.year * 12 + day.month - months, 12)
    last = date(after_year, after_month + 1, 1) - timedelta(days=1)
    return date(year, month + 1, min(day.day, last.day))


def years_after(day: date, years: int) -> date:
    """Return the same day so many *years* later; the last of the month where it has none."""
    return months_before(day, -12 * years)


def whole_years(first: date, today: date) -> int:
    """Return how many whole years *today* is after *first*; 0 for a day to come."""
    years = today.year - first.year
    return max(0, years if years_after(first, years) <= today else years - 1)


def quarter_of(day: date) -> str:
    """Return the quarter of a day, as `2026-Q3`."""
    return f"{day.year}-Q{(day.month + 2) // 3}"


def quarter_begin(day: date) -> date:
    """Return the first day of the quarter of *day*."""
    return date(day.year, (day.month + 2) // 3 * 3 - 2, 1)


def quarter_end(day: date) -> date:
    """Return the last day of the quarter of *day*."""
    return months_before(quarter_begin(day), -3) - timedelta(days=1)


def last_quarters(today: date, count: int = 4) -> list[str]:
    """Return the last *count* quarters, oldest first; that of *today* is the last of them."""
    begin = quarter_begin(today)
    return [quarter_of(months_before(begin, 3 * back)) for back in range(count - 1, -1, -1)]

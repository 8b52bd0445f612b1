"""The modules that `connection` loads, all at once: what is needed seldom, and slow to load."""

from coachlog.store import daily_backup, migrate

__all__ = ["daily_backup", "migrate"]

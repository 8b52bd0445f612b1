"""The modules that `connection` loads, all at once: what is needed seldom, and slow to load."""

from coachlog.store import creation, daily_backup, migrate

__all__ = ["creation", "daily_backup", "migrate"]

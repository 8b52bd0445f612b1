"""The modules that `connection` loads, all at once: what is needed seldom, and slow to load."""

from coachlog.store import copy_aside, creation, daily_backup, migrate

__all__ = ["copy_aside", "creation", "daily_backup", "migrate"]

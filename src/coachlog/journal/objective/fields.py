"""The fields of an objective of the organisation or a team. All are shared."""

LEVELS = ("organisation", "team")
STATUSES = ("active", "reached", "dropped")

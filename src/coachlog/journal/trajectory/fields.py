"""The fields of a coaching trajectory: enumerations and bounds. All are shared."""

KINDS = ("coaching", "mentoring", "onboarding", "manager", "own")
STATUSES = ("active", "closed")
RHYTHM_MOST = 366
"""Days between two conversations, at most."""
SESSIONS_MOST = 999

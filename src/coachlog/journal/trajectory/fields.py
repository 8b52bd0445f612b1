"""The fields of a coaching trajectory: enumerations. All are shared."""

KINDS = ("coaching", "mentoring", "onboarding", "manager", "own")
STATUSES = ("active", "closed")

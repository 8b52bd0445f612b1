"""The fields of an action: enumerations and bounds. All are shared."""

STATUSES = ("open", "done", "partly", "dropped")
DOERS = ("coachee", "coach", "manager")
"""Who does an action: the person coached when nothing is said."""

CONFIDENCE_LOW, CONFIDENCE_HIGH = 1, 10

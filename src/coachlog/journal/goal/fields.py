"""The fields of a development goal: enumerations and bounds. All are shared."""

STATUSES = ("active", "achieved", "dropped")
LOW, HIGH = 0, 10
STATEMENT_MOST = 2_000
TEXTS = ("why", "signs", "anti_goal", "milestone", "talents", "serves")

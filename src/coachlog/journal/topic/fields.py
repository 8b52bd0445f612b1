"""The fields of a topic that was parked for a later conversation. All are shared."""

STATUSES = ("parked", "taken_up", "dropped")

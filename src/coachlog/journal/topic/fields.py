"""The fields of a topic that was parked for a later conversation. All are shared."""

STATUSES = ("parked", "taken_up", "dropped")
BY_HAND = ("parked", "dropped")
"""What a coach may make of one; only a conversation takes it up."""

"""The fields of a conversation: enumerations, bounds and the layer of each."""

STATUSES = ("planned", "held", "cancelled", "missed")
FORMS = ("in_person", "video", "phone", "walk", "written")
ORIGINS = ("coachee", "coach", "network")
REVIEWED = ("done", "partly", "open", "dropped")

MINUTES_MOST = 1440
TOPIC_MOST = 2_000

REALITY = ("now", "score", "why_not_lower", "tried", "exceptions", "people", "obstacles")

PRIVATE = ("private_note", "reflection")
"""The private layer; every other field is shared. Private columns stand in views of their own."""

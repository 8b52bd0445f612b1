"""The enumerations of records in words, for the history; and which columns nobody meets in it."""

from collections.abc import Mapping

from coachlog.journal.common.vocabulary import (
    ACTION_STATUSES,
    BASES,
    COMMUNICATION_FORMS,
    DOERS,
    FORMS,
    GOAL_STATUSES,
    GROWTH_KINDS,
    LEVELS,
    OBJECTIVE_STATUSES,
    ORIGINS,
    STATUSES,
    TOPIC_STATUSES,
    TRAJECTORY_KINDS,
    TRAJECTORY_STATUSES,
)

UNSEEN = ("id", "number", "place", "layer", "name_sort", "method_version", "created_at")
"""Columns that no command changes by itself, so that nobody meets them in a message."""

CHOICES: dict[tuple[str, str], Mapping[str, str]] = {
    ("coachee", "agreement_basis"): BASES,
    ("goal", "status"): GOAL_STATUSES,
    ("action", "status"): ACTION_STATUSES,
    ("session", "status"): STATUSES,
    ("session", "form"): FORMS,
    ("option", "origin"): ORIGINS,
    ("trajectory", "status"): TRAJECTORY_STATUSES,
    ("trajectory", "kind"): TRAJECTORY_KINDS,
    ("topic", "status"): TOPIC_STATUSES,
    ("growth", "kind"): GROWTH_KINDS,
    ("communication", "form"): COMMUNICATION_FORMS,
    ("objective", "status"): OBJECTIVE_STATUSES,
    ("objective", "level"): LEVELS,
    ("action", "done_by"): DOERS,
}
"""The words for what enumerations hold."""

"""Which field of a conversation a question may fill, and how such a question is asked."""

FILLS = {
    "better": ("lines", "text"),
    "topic": ("text",),
    "goal": ("goal",),
    "goal.why": ("text",),
    "goal.signs": ("text",),
    "goal.anti_goal": ("text",),
    "goal.milestone": ("text",),
    "goal.talents": ("text",),
    "goal.serves": ("text",),
    "goal.objectives": ("objectives",),
    "goal.talent_numbers": ("talents",),
    "goal.target": ("scale_0_10",),
    "goal.target_on": ("date",),
    "reality.now": ("text",),
    "reality.score": ("scale_0_10",),
    "reality.why_not_lower": ("text",),
    "reality.tried": ("text",),
    "reality.exceptions": ("text",),
    "reality.people": ("text",),
    "reality.obstacles": ("text",),
    "options": ("options",),
    "options.chosen": ("weigh",),
    "actions": ("actions",),
    "actions.confidence": ("scale_1_10",),
    "actions.if_then": ("if_then",),
    "actions.helper": ("text",),
    "roles.appraises": ("yes_no",),
    "roles.asked_for_opinion": ("yes_no",),
    "roles.close_or_in_conflict": ("yes_no",),
    "roles.hard_to_tell": ("text",),
    "roles.kept_out": ("lines",),
    "roles.freely_chosen": ("yes_no",),
    "roles.turn_to": ("text",),
    "reviews": ("action_review",),
    "scores": ("goal_scores",),
    "summary": ("text",),
    "private_note": ("text",),
    "reflection": ("text",),
    "next_at": ("moment",),
    "parked": ("lines",),
    "communication": ("communication",),
    "asides": ("asides",),
}

PRIVATE = ("private_note", "reflection", "roles.hard_to_tell", "asides")
"""Fields for the coach only: a question that fills one is private. All others are shared.

*asides* are lines of several fields: what of them is parked is shared all the same.
"""

SEVERAL = ("options", "parked")
"""Fields that more than one question of a method may fill: their answers are added up."""

ANSWERS = ("text", "lines", "scale_0_10", "scale_1_10", "yes_no", "date")
"""Kinds that need no field: the answer is kept beside its question."""

KINDS = (
    *ANSWERS,
    "moment",
    "missing",
    *dict.fromkeys(k for kinds in FILLS.values() for k in kinds if k not in ANSWERS),
)

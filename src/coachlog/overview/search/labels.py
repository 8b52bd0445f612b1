"""What each field that can be found is called, for people."""

from coachlog.overview.search.hits import Hit
from coachlog.texts import N_, _

FIELDS = {
    "coachee": {
        "name": N_("Name"),
        "role": N_("Role"),
        "team": N_("Team"),
        "organisation": N_("Organisation"),
        "reach": N_("Contact"),
        "context": N_("Context"),
        "agreement": N_("Agreement"),
        "controller": N_("Responsible for the notes"),
    },
    "talent": {
        "strength": N_("Talent"),
        "shows": N_("Where it shows"),
        "wanted_context": N_("Context it needs"),
    },
    "objective": {
        "statement": N_("Objective"),
        "team": N_("Team"),
        "plan": N_("Plan"),
        "owner": N_("Owner"),
        "signs": N_("Signs of success"),
    },
    "trajectory": {
        "purpose": N_("Purpose"),
        "sponsor": N_("Requested by"),
        "project": N_("Project"),
        "sharing": N_("What is shared"),
        "closing": N_("What came of it"),
        "hard_to_tell": N_("Hard to tell the coach"),
        "kept_out": N_("Kept out"),
        "turn_to": N_("Who to turn to"),
    },
    "topic": {"text": N_("Topic")},
    "goal": {
        "statement": N_("Goal"),
        "why": N_("Why"),
        "signs": N_("Signs of success"),
        "anti_goal": N_("Not wanted"),
        "milestone": N_("Milestone"),
        "talents": N_("Talents"),
        "serves": N_("Serves"),
        "level_minus_2": N_("Much less than expected"),
        "level_minus_1": N_("Somewhat less than expected"),
        "level_0": N_("As expected"),
        "level_plus_1": N_("Somewhat better than expected"),
        "level_plus_2": N_("Much better than expected"),
    },
    "session": {
        "topic": N_("Topic"),
        "better": N_("What is better"),
        "reality_now": N_("Now"),
        "reality_why_not_lower": N_("Why not lower"),
        "reality_tried": N_("Tried before"),
        "reality_exceptions": N_("When it goes better"),
        "reality_people": N_("Who is involved"),
        "reality_obstacles": N_("What is in the way"),
        "summary": N_("Summary"),
        "reason": N_("Reason"),
        "private_note": N_("Private note"),
        "reflection": N_("The coach's reflection"),
    },
    "answer": {"text": N_("Also asked")},
    "option": {
        "text": N_("Option"),
        "contact": N_("Option: who helps"),
        "pros": N_("Option: for"),
        "cons": N_("Option: against"),
    },
    "action": {
        "what": N_("What"),
        "obstacle": N_("If"),
        "plan": N_("then"),
        "helper": N_("With help from"),
        "outcome": N_("What came of it"),
    },
    "review": {
        "plan_helped": N_("Plan followed, and it helped"),
        "outcome": N_("What came of it"),
    },
    "release": {
        "text": N_("Released text"),
        "why": N_("Why"),
        "steps": N_("How I learn it"),
        "signs": N_("Expected result"),
        "milestone": N_("Results so far"),
        "provided": N_("What the employer provides"),
        "to_whom": N_("Released to"),
        "agreed_by": N_("Agreed by"),
    },
    "observation": {
        "own_view": N_("In their own eyes"),
        "fact": N_("Seen or heard"),
        "effect": N_("Effect"),
        "wish": N_("Wish"),
        "taken": N_("What the person takes from it"),
    },
    "growth": {
        "provider": N_("Given by"),
        "learned": N_("Learned"),
        "applied": N_("Applied"),
    },
}
"""By table and column. Labels of more than 26 characters would stand on a line of their own."""

_NUMBERED = {
    "goal": N_("Goal {n}"),
    "action": N_("Action {n}"),
    "review": N_("Action {n}"),
    "topic": N_("Topic {n}"),
    "trajectory": N_("Trajectory {n}"),
    "talent": N_("Talent {n}"),
    "release": N_("Released text {n}"),
    "objective": N_("Objective {n}"),
    "observation": N_("Observation {n}"),
    "growth": N_("Own development {n}"),
}
_ALONE = ("statement", "what", "text", "strength", "purpose", "fact")
"""Fields that are what the record is: its name and number say enough."""


def record(hit: Hit) -> str:
    """What a numbered record is called."""
    return _(_NUMBERED[hit.line.noun]).format(n=hit.line.number)


def label(hit: Hit) -> str:
    """What stands before a text: the question, or which record and which field of it."""
    line = hit.line
    if line.noun == "release":
        return " · ".join(
            (record(hit), *_beside(line.noun, line.field), _("for {whom}").format(whom=hit.about))
        )
    if hit.about:
        return hit.about
    field = _(FIELDS[line.noun][line.field])
    if line.noun not in _NUMBERED or hit.name is None:
        return field  # what is of nobody has its name in the heading
    return " · ".join((record(hit), *_beside(line.noun, line.field)))


def _beside(noun: str, field: str) -> tuple[str, ...]:
    """The name of a field beside that of its record, where it is not what the record is."""
    return () if field in _ALONE else (_(FIELDS[noun][field]),)

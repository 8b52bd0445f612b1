"""A page to take home after a conversation: what was said and agreed, nothing that is private."""

from typing import TYPE_CHECKING, Any

from coachlog.base.texts import N_, _, language
from coachlog.display.page import Line, Page, Section
from coachlog.interview.names import tell_questions, title
from coachlog.journal.session.conversation import conversation, name_what_is_meant
from coachlog.journal.session.page import facts, sections
from coachlog.journal.session.queries import SessionLine
from coachlog.journal.trajectory import queries as trajectories
from coachlog.settings import own_methods

if TYPE_CHECKING:
    from datetime import date

    from coachlog.store.connection import Reader

APPRAISES = N_(
    "Your coach also appraises you, or has a say in pay, contract or promotion. Appraisal stays "
    "out of these talks, and no notes from them go into the personnel file; a development goal "
    "that you both agree on may. You may ask for a coach outside the reporting line."
)


Fields = dict[str, Any]

WHOLE: Fields = {}
"""Of a field: with all that is in it."""

SHOWN: Fields = {
    **dict.fromkeys(("date", "time_zone", "minutes", "form", "method", "status", "reason"), WHOLE),
    **dict.fromkeys(("topic", "better", "summary", "next_at", "parked", "taken_up"), WHOLE),
    "reality": dict.fromkeys(
        ("now", "score", "why_not_lower", "tried", "exceptions", "people", "obstacles"), WHOLE
    ),
    "goals": dict.fromkeys(
        (
            *("ref", "number", "statement", "status", "why", "signs", "anti_goal", "milestone"),
            *("talents", "serves", "target_on", "objectives", "talent_numbers"),
        ),
        WHOLE,
    ),
    "scores": dict.fromkeys(("goal", "score"), WHOLE),
    "options": dict.fromkeys(("text", "origin", "contact", "pros", "cons", "chosen"), WHOLE),
    "actions": dict.fromkeys(
        (
            *("number", "what", "due_on", "status", "outcome", "confidence_before", "confidence"),
            *("if_then", "helper", "done_by"),
        ),
        WHOLE,
    ),
    "reviews": dict.fromkeys(
        ("action", "what", "status", "outcome", "obstacle_came", "plan_helped"), WHOLE
    ),
    "answers": dict.fromkeys(("question", "asked", "text", "layer"), WHOLE),
}
"""What of a conversation stands on the page. Nothing else does, whatever a conversation gets."""


def page(reader: "Reader", session: SessionLine, today: "date") -> Page:
    """The page of a *session* in the language of the run."""
    kept = conversation(reader, session.number, shared_only=True)
    known = name_what_is_meant(reader, kept)
    shown = _only(SHOWN, kept)
    tell_questions(shown, language(), own_methods())
    method = title(shown.get("method"), language(), own_methods())
    parts = [*sections(shown, language(), known, today), *_roles(reader, session.trajectory)]
    heading = _("Our conversation · {name}").format(name=kept["coachee_name"])
    return Page(heading, facts(shown, language(), method), parts)


def _only(fields: Fields, kept: dict[str, Any]) -> dict[str, Any]:
    """*kept* with those *fields* only, also in each of its parts."""
    return {name: _part(inner, kept[name]) for name, inner in fields.items() if name in kept}


def _part(fields: Fields, value: Any) -> Any:
    if not fields:
        return value
    return (
        [_only(fields, each) for each in value] if isinstance(value, list) else _only(fields, value)
    )


def _roles(reader: "Reader", number: int) -> list[Section]:
    """What holds in the trajectory of the conversation, whatever began or was closed since."""
    trajectory = trajectories.line(reader, number)
    told = [Line("", _(APPRAISES))] if trajectory.appraises else []
    if trajectory.turn_to:
        told.append(Line(_("Who to turn to"), trajectory.turn_to))
    return [Section(_("Roles"), told)] if told else []

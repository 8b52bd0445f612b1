"""A page to take home after a conversation: what was said and agreed, nothing that is private."""

from typing import TYPE_CHECKING

from coachlog.journal.action.queries import line as action_line
from coachlog.journal.coachee import queries as coachees
from coachlog.journal.goal import queries as goals
from coachlog.journal.session.conversation import conversation
from coachlog.journal.session.page import facts, sections
from coachlog.journal.session.queries import line as session_line
from coachlog.journal.trajectory import queries as trajectories
from coachlog.pages import Line, Page, Section
from coachlog.texts import N_, _, language

if TYPE_CHECKING:
    from datetime import date

    from coachlog.store.connection import Reader

APPRAISES = N_(
    "Your coach also appraises you, or has a say in pay, contract or promotion. Appraisal stays out"
    " of these talks, and nothing of them goes to the personnel file. You may ask for a coach"
    " outside the line."
)


def page(reader: "Reader", number: int, today: "date") -> Page:
    """The page of conversation *number* in the language of the run.

    Raises SessionNotFoundError.
    """
    kept = conversation(reader, number, shared_only=True)
    known = goals.statements_scored_in(reader, number)
    for goal in kept.get("goals", []):
        goal["number"] = int(goal["ref"].removeprefix("goal-"))
    for review in kept.get("reviews", []):
        review["what"] = action_line(reader, review["action"]).what
    name = coachees.line(reader, kept["coachee"]).name
    parts = [*sections(kept, language(), known, today), *_roles(reader, number)]
    return Page(_("Our conversation · {name}").format(name=name), facts(kept, language()), parts)


def _roles(reader: "Reader", number: int) -> list[Section]:
    """What holds in the trajectory of the conversation, whatever began or was closed since."""
    trajectory = trajectories.line(reader, session_line(reader, number).trajectory)
    told = [Line("", _(APPRAISES))] if trajectory.appraises else []
    if trajectory.turn_to:
        told.append(Line(_("Whom to turn to"), trajectory.turn_to))
    return [Section(_("Roles"), told)] if told else []

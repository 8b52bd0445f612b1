"""A page to take home after a conversation: what was said and agreed, nothing that is private."""

from typing import TYPE_CHECKING

from coachlog.journal.session.conversation import conversation, name_what_is_meant
from coachlog.journal.session.page import facts, sections
from coachlog.journal.session.queries import SessionLine
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


def page(reader: "Reader", session: SessionLine, today: "date") -> Page:
    """The page of a *session* in the language of the run."""
    kept = conversation(reader, session.number, shared_only=True)
    known = name_what_is_meant(reader, kept)
    parts = [*sections(kept, language(), known, today), *_roles(reader, session.trajectory)]
    title = _("Our conversation · {name}").format(name=kept["coachee_name"])
    return Page(title, facts(kept, language()), parts)


def _roles(reader: "Reader", number: int) -> list[Section]:
    """What holds in the trajectory of the conversation, whatever began or was closed since."""
    trajectory = trajectories.line(reader, number)
    told = [Line("", _(APPRAISES))] if trajectory.appraises else []
    if trajectory.turn_to:
        told.append(Line(_("Whom to turn to"), trajectory.turn_to))
    return [Section(_("Roles"), told)] if told else []

"""A page to take home after a conversation: what was said and agreed, nothing that is private."""

from typing import TYPE_CHECKING

from coachlog.base.texts import N_, _, language
from coachlog.display.page import Line, Page, Section
from coachlog.interview.names import add_question_texts, title
from coachlog.journal.session.conversation import conversation, name_what_is_meant
from coachlog.journal.session.page import facts, sections
from coachlog.journal.session.queries import SessionLine
from coachlog.journal.trajectory import queries as trajectories
from coachlog.report.visible_fields import only_shown
from coachlog.settings import own_methods

if TYPE_CHECKING:
    from datetime import date

    from coachlog.store.connection import Reader

APPRAISES = N_(
    "Your coach also appraises you, or has a say in pay, contract or promotion. Appraisal stays "
    "out of these talks, and no notes from them go into the personnel file; a development goal "
    "that you both agree on may. You may ask for a coach outside the reporting line."
)


def page(reader: "Reader", session: SessionLine, today: "date") -> Page:
    """The page of a *session* in the language of the run."""
    kept = conversation(reader, session.number, shared_only=True)
    known = name_what_is_meant(reader, kept)
    shown = only_shown(kept)
    add_question_texts(shown, language(), own_methods())
    method = title(shown.get("method"), language(), own_methods())
    parts = [*sections(shown, language(), known, today), *_roles(reader, session.trajectory)]
    heading = _("Our conversation · {name}").format(name=kept["coachee_name"])
    return Page(heading, facts(shown, language(), method), parts)


def _roles(reader: "Reader", number: int) -> list[Section]:
    """What holds in the trajectory of the conversation, whatever began or was closed since."""
    trajectory = trajectories.line(reader, number)
    told = [Line("", _(APPRAISES))] if trajectory.appraises else []
    if trajectory.turn_to:
        told.append(Line(_("Who to turn to"), trajectory.turn_to))
    return [Section(_("Roles"), told)] if told else []

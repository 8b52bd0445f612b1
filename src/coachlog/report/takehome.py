"""The page to take home after a conversation: what was said and agreed, without private notes."""

from typing import TYPE_CHECKING

from coachlog.base.texts import N_, _, language
from coachlog.display.page import Line, Page, Section
from coachlog.interview.names import add_question_texts, title
from coachlog.journal.common.marks import coach_word
from coachlog.journal.contact.naming import hide_names, may_be_named_in
from coachlog.journal.session.conversation import conversation, resolve_references
from coachlog.journal.session.page import facts, sections
from coachlog.journal.session.queries import SessionLine
from coachlog.journal.trajectory import queries as trajectories
from coachlog.report.visible_fields import only_shown
from coachlog.settings import own_methods

if TYPE_CHECKING:
    from datetime import date

    from coachlog.store.connection import Reader

APPRAISES = N_(
    "The person you talk with also appraises you, or has a say in pay, contract or promotion. "
    "Appraisal stays out of these talks, and no notes from them go into the personnel file; a "
    "development goal that you both agree on may. You may ask to talk with somebody outside the "
    "reporting line."
)


def page(reader: "Reader", session: SessionLine, today: "date") -> Page:
    """Return the page of a conversation, in the current language.

    Only what the coachee may know is on it: the fields of `visible_fields.SHOWN`.
    """
    record = conversation(reader, session.number, shared_only=True)
    names = resolve_references(reader, record)
    visible = only_shown(record)
    hide_names(visible, may_be_named_in(reader, session.number))
    add_question_texts(visible, language(), own_methods())
    method = title(visible.get("method"), language(), own_methods())
    trajectory = trajectories.line(reader, session.trajectory)
    role = coach_word(trajectory.kind)
    parts = sections(visible, language(), names, today, self_word=role) + _roles(trajectory)
    heading = _("Our conversation · {name}").format(name=record["coachee_name"])
    return Page(heading, facts(visible, language(), method), parts)


def _roles(trajectory: trajectories.TrajectoryLine) -> list[Section]:
    """Return the section about the coach's roles in a trajectory, or [] if it would be empty."""
    lines = [Line("", _(APPRAISES))] if trajectory.appraises else []
    if trajectory.turn_to:
        lines.append(Line(_("Who to turn to"), trajectory.turn_to))
    return [Section(_("Roles"), lines)] if lines else []

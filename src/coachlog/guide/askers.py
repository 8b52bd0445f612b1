"""Which function asks a question: by its field if that has its own, or else by its kind."""

from coachlog import settings
from coachlog.base.days import day_text
from coachlog.base.texts import _
from coachlog.dates.parse import keep_until
from coachlog.dates.until import kept_after
from coachlog.guide.action_questions import ACTIONS
from coachlog.guide.action_review_questions import ask_action_review
from coachlog.guide.choice_questions import CHOICES
from coachlog.guide.confidence_questions import ask_confidence
from coachlog.guide.goal_score_questions import ask_goal_scores
from coachlog.guide.list_questions import ask_list
from coachlog.guide.mention_questions import ask_mentions
from coachlog.guide.part_questions import PARTS, ask_topic
from coachlog.guide.question_context import AskContext, Asker
from coachlog.guide.questions import SIMPLE, ask_date
from coachlog.guide.release_questions import ask_release
from coachlog.interview.fills import MENTION_FIELDS
from coachlog.interview.method import Question


def _retention_day(
    context: AskContext, _question: Question, earlier_answer: str | None
) -> str | None:
    """Ask until when the notes are kept; Enter alone takes a year from now, or what is set."""
    today = context.today
    suggested = earlier_answer or kept_after(today, settings.load().retention_days).isoformat()
    day = day_text(suggested, context.interview.language)
    context.prompter.show(_("Enter: until {day}.").format(day=day), "quiet")
    return ask_date(context, lambda text: keep_until(text, today), suggested)


_BY_FIELD: dict[str | None, Asker] = {
    "actions.confidence": ask_confidence,
    "retention_on": _retention_day,
    "topic": ask_topic,
    **dict.fromkeys(MENTION_FIELDS, ask_mentions),
}
"""The askers of fields that are asked in a way of their own."""

_BY_KIND: dict[str, Asker] = {
    **SIMPLE,
    **PARTS,
    **ACTIONS,
    **CHOICES,
    "action_review": ask_action_review,
    "goal_scores": ask_goal_scores,
    "lines": ask_list,
    "release": ask_release,
}


def asker_of(question: Question) -> Asker:
    """Return the function that asks *question*."""
    return _BY_FIELD.get(question.fills) or _BY_KIND[question.kind]

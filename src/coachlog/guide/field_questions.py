"""Which questions are asked by their field, whatever their kind: topics, talents, objectives."""

from coachlog import settings
from coachlog.base.days import day_text
from coachlog.base.texts import _
from coachlog.dates.parse import keep_until
from coachlog.dates.until import kept_after
from coachlog.guide.mention_questions import ask_mentions
from coachlog.guide.part_questions import PARTS
from coachlog.guide.question_context import AskContext, Asker
from coachlog.guide.questions import ask_date
from coachlog.guide.release_questions import ask_release
from coachlog.interview.fills import MENTION_FIELDS
from coachlog.interview.method import Question
from coachlog.terminal.prompt_commands import Command


def _retention_day(
    context: AskContext, _question: Question, earlier_answer: str | None
) -> str | Command | None:
    """Ask until when the notes are kept; Enter alone takes a year from now, or what is set."""
    today = context.today
    suggested = earlier_answer or kept_after(today, settings.load().retention_days).isoformat()
    day = day_text(suggested, context.interview.language)
    context.prompter.show(_("Enter: until {day}.").format(day=day), "quiet")
    return ask_date(context, lambda text: keep_until(text, today), suggested)


BY_FIELD: dict[str | None, Asker] = {
    "topic": PARTS["topic"],
    "retention_on": _retention_day,
    **dict.fromkeys(MENTION_FIELDS, ask_mentions),
}
"""The askers of fields that are asked in a way of their own."""

KINDS: dict[str, Asker] = {"release": ask_release}
"""The askers of kinds that fill one field only."""

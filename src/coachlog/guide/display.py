"""What stands on the screen when a question is asked: its stage, to whom it speaks, what is there.

Nothing private stands there by itself: the person coached may sit beside it, or somebody else.
"""

from coachlog.base.safe import shorten, visible_line
from coachlog.base.texts import _
from coachlog.display.signs import DRAWN
from coachlog.guide import address
from coachlog.guide.draft import GuideDraft
from coachlog.interview.method import Question, spoken
from coachlog.interview.record import least_sure_action
from coachlog.schema.vocabulary import ACTION_STATUSES, YES_NO
from coachlog.terminal.prompt_commands import PRIVATE, command_word
from coachlog.terminal.prompter import Prompter, text_columns

EARLIER_CELLS = 240
"""The width of an earlier answer above its question."""


class Display:
    """Shows the questions of one conversation, each stage with its heading once."""

    def __init__(self, prompter: Prompter) -> None:
        self.prompter = prompter
        self._stage = self._heading = ""

    def show(self, draft: GuideDraft, question: Question, earlier: object) -> None:
        """The question, above it its stage where that is new, below it what is there already."""
        interview, show = draft.interview, self.prompter.show
        is_new = question.stage != self._stage
        self._stage = question.stage
        if not (is_new and self._show_stage(draft, question)):
            show()
        if to := address.spoken_to(question, interview.method, draft.kind, draft.called):
            show(to, "quiet")
        show(question.ask(interview.language), "question")
        if question.kind == "goal" and not interview.situation.short:
            show(_("SMART is only advice: a goal may still be vague."), "quiet")
        if question.id == "anti_goal_review.01":
            limits = [goal.anti_goal for goal in interview.situation.goals if goal.anti_goal]
            show("\n".join(f"  · {limit}" for limit in limits), "quiet")
        if question.kind == "options":
            told = _(
                "One per line. Put ! before an idea of yours as the coach, @name: before one "
                "from the network."
            )
            show(told, "quiet")
        about = least_sure_action(interview) if _is_about_one_action(question) else None
        if about:
            show(_("About “{action}”").format(action=about), "note")
        if question.fills in ("private_note", "asides"):
            show(address.private(draft.kind), "quiet")
        self._show_earlier(draft, question, earlier)

    def unveil(self, draft: GuideDraft, question: Question, earlier: object) -> None:
        """What is written and was not shown, now that the coach asks for it."""
        notes = draft.head.get("notes") if draft.with_three else None
        answer = earlier if is_veiled(draft, question) else None
        lines = answer if isinstance(answer, list) else [answer]
        found = [told_of(each) for each in (notes, *lines) if each not in (None, "")]
        self.prompter.show("\n".join(found) or _("Nothing is hidden here."), "quiet")

    def _show_stage(self, draft: GuideDraft, question: Question) -> bool:
        """Show the heading of a stage; whether there was one."""
        interview = draft.interview
        own = interview.method.stage(question.stage)
        stage = own or interview.common.stage(question.stage)
        place = interview.progress()
        name = spoken(stage.name, interview.language) if stage else ""
        if name == self._heading:
            return False
        self._heading = name
        title = f"── {name} "
        count = f" {place.n}/{place.of} ──" if own else "──"
        self.prompter.show()
        self.prompter.show(
            title + "─" * max(2, text_columns() - 2 - len(title) - len(count)) + count, "heading"
        )
        if notes := draft.head.get("notes"):
            self.prompter.show(veil(_("Your notes")) if draft.with_three else notes, "quiet")
            self.prompter.show()
        return True

    def _show_earlier(self, draft: GuideDraft, question: Question, earlier: object) -> None:
        if earlier is None or not isinstance(earlier, (str, int, list)):
            return
        if is_veiled(draft, question):
            told = _("There is an answer: Enter keeps it, {command} shows it.")
            self.prompter.show(told.format(command=command_word(PRIVATE)), "quiet")
        elif isinstance(earlier, (str, int)) and not isinstance(earlier, bool):
            told = (
                _("Earlier answer: {answer} (Enter keeps it, arrow up brings it back)")
                if question.id in draft.interview.answers
                else _("Planned: {answer} (Enter takes it, arrow up brings it back)")
            )
            answer = shorten(visible_line(str(earlier)), EARLIER_CELLS)
            self.prompter.show(told.format(answer=answer), "quiet")


def _is_about_one_action(question: Question) -> bool:
    """Whether it asks about the least sure of the actions, and not about all."""
    return question.stage == "confidence" or question.fills in ("actions.if_then", "actions.helper")


def told_of(value: object) -> str:
    """An answer in a few words: of an option, a goal or an action what it is about."""
    if isinstance(value, list):
        return " · ".join(filter(None, map(told_of, value)))
    if isinstance(value, bool):
        return _(YES_NO[int(value)])
    if not isinstance(value, dict):
        return "" if value is None else str(value)
    about = next((str(value[key]) for key in _ABOUT if value.get(key)), "")
    if "action" in value:
        status = ACTION_STATUSES.get(value.get("status") or "")
        return f"{value['action']} {_(status)}" if status else str(value["action"])
    if "goal" in value:
        return f"{value['goal']}: {value.get('score')}/10"
    plan = " → ".join(str(value[key]) for key in ("obstacle", "plan") if value.get(key))
    return about or plan or str(value.get("number") or "")


_ABOUT = ("text", "statement", "what", "option")


def is_veiled(draft: GuideDraft, question: Question) -> bool:
    """Whether an answer that is there is shown only when the coach asks for it.

    With three at the table every one: it may have been written before they sat down.
    """
    return draft.with_three or question.layer == "private"


def veil(what: str) -> str:
    """A line that tells that *what* is written, and how it is shown."""
    told = _("{what}: written, {command} shows it").format(what=what, command=command_word(PRIVATE))
    return f"{DRAWN.private} {told}"

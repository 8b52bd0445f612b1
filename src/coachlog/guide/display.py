"""Shows a question on the screen: its stage, whom it is for, and the earlier answer.

Private texts are shown only on request: the person coached may see the screen, or somebody else.
"""

from coachlog.base.safe import shorten, visible_line
from coachlog.base.texts import _, ngettext, spoken
from coachlog.display.signs import DRAWN
from coachlog.guide import address
from coachlog.guide.draft import GuideDraft
from coachlog.interview.method import Question
from coachlog.interview.record import least_sure_action
from coachlog.schema.vocabulary import ACTION_STATUSES, YES_NO
from coachlog.terminal.prompt_commands import PRIVATE, command_word
from coachlog.terminal.prompter import Prompter, text_columns

EARLIER_CELLS = 240
"""The width of an earlier answer above its question."""
NOTES_LINES = 6
"""How many lines of notes stand above each part; the rest is shown on request."""


class Display:
    """Shows the questions of one conversation, with a heading where a stage begins."""

    def __init__(self, prompter: Prompter) -> None:
        self.prompter = prompter
        self._last_stage = self._last_heading = ""
        self._has_shown_notes = False

    def show(self, draft: GuideDraft, question: Question, earlier_answer: object) -> None:
        """Show the question, under its stage where that is new, and above any earlier answer."""
        interview, show = draft.interview, self.prompter.show
        is_new_stage = question.stage != self._last_stage
        self._last_stage = question.stage
        has_heading = is_new_stage and self._show_heading(draft, question)
        if not has_heading:
            show()
        addressee = address.addressee(question, interview.method, draft.kind, draft.display_name)
        if addressee:
            show(addressee, "quiet")
        show(interview.words(question), "question")
        self._show_instructions(draft, question)
        action = least_sure_action(interview) if _is_about_one_action(question) else None
        if action:
            show(_("About “{action}”").format(action=action), "note")
        if question.fills in ("private_note", "asides"):
            show(address.privacy_notice(draft.kind), "quiet")
        self._show_earlier(draft, question, earlier_answer)

    def unveil(self, draft: GuideDraft, question: Question, earlier_answer: object) -> None:
        """Show what is hidden, because the coach asks for it: notes, and the answer so far."""
        # With two at the table, the notes stand under the heading for all to see.
        written = draft.head.get("notes", "")
        is_long = written.count("\n") >= NOTES_LINES
        notes = written if draft.with_three or is_long else None
        answer = earlier_answer if is_veiled(draft, question) else None
        items = answer if isinstance(answer, list) else [answer]
        texts = [summarise_answer(item) for item in (notes, *items) if item not in (None, "")]
        self.prompter.show("\n".join(texts) or _("Nothing is hidden here."), "quiet")

    def _show_instructions(self, draft: GuideDraft, question: Question) -> None:
        """Show how to answer about a goal or options; for the anti-goal review, what to look at."""
        situation = draft.interview.situation
        text = ""
        if question.kind == "goal" and not situation.short:
            text = _("SMART is only advice: a goal may still be vague.")
        elif question.kind == "options":
            text = _(
                "One per line. Put ! before an idea of yours, @name: before one from the network."
            )
        elif question.id == "anti_goal_review.01":
            limits = [goal.anti_goal for goal in situation.goals if goal.anti_goal]
            text = "\n".join(f"  · {limit}" for limit in limits)
        if text:
            self.prompter.show(text, "quiet")

    def _show_heading(self, draft: GuideDraft, question: Question) -> bool:
        """Show the name of the stage, and the notes; return False if that name was shown last."""
        interview = draft.interview
        method_stage = interview.method.stage(question.stage)
        stage = method_stage or interview.common.stage(question.stage)
        progress = interview.progress()
        name = spoken(stage.name, interview.language) if stage else ""
        if name == self._last_heading:  # several stages of a method may have one name
            return False
        self._last_heading = name
        title = f"── {name} "
        count = f" {progress.n}/{progress.of} ──" if method_stage else "──"
        rule = "─" * max(2, text_columns() - 2 - len(title) - len(count))
        self.prompter.show()
        self.prompter.show(title + rule + count, "heading")
        if notes := draft.head.get("notes"):
            shown = veil(_("Your notes")) if draft.with_three else self._notes_again(notes)
            self.prompter.show(shown, "quiet")
            self.prompter.show()
        return True

    def _notes_again(self, notes: str) -> str:
        """Return the notes: whole at first, then how they begin, where they are long."""
        lines = notes.split("\n")
        is_whole = not self._has_shown_notes or len(lines) <= NOTES_LINES
        self._has_shown_notes = True
        if is_whole:
            return notes
        left = len(lines) - NOTES_LINES
        more = ngettext("… {n} more line: {command}", "… {n} more lines: {command}", left)
        more_line = more.format(n=left, command=command_word(PRIVATE))
        return "\n".join([*lines[:NOTES_LINES], more_line])

    def _show_earlier(self, draft: GuideDraft, question: Question, earlier_answer: object) -> None:
        """Show the answer so far, if it is a text or a figure; a hidden one only as being there.

        The other kinds of question show theirs themselves.
        """
        if question.kind == "choice" or not isinstance(earlier_answer, str | int | list):
            return
        is_text_or_figure = not isinstance(earlier_answer, bool | list)
        if is_veiled(draft, question):
            message = _("There is an answer: Enter keeps it, {command} shows it.")
            self.prompter.show(message.format(command=command_word(PRIVATE)), "quiet")
        elif is_text_or_figure:
            if question.id in draft.interview.answers:
                message = _("Earlier answer: {answer} (Enter keeps it, arrow up brings it back)")
            else:
                message = _("Planned: {answer} (Enter takes it, arrow up brings it back)")
            answer = shorten(visible_line(str(earlier_answer)), EARLIER_CELLS)
            self.prompter.show(message.format(answer=answer), "quiet")


def _is_about_one_action(question: Question) -> bool:
    """Whether *question* is about the least sure action alone, not about all of them."""
    return question.stage == "confidence" or question.fills in ("actions.if_then", "actions.helper")


def summarise_answer(value: object) -> str:
    """Return an answer on one line; of an option, a goal or an action only what it is about."""
    if isinstance(value, list):
        return " · ".join(filter(None, map(summarise_answer, value)))
    if isinstance(value, bool):
        return _(YES_NO[int(value)])
    if not isinstance(value, dict):
        return "" if value is None else str(value)
    if "to_whom" in value:  # what one reader may be given
        return _("{label}: {text}").format(label=value["to_whom"], text=value["text"])
    if "action" in value:  # a review of an action
        status = ACTION_STATUSES.get(value.get("status") or "")
        return f"{value['action']} {_(status)}" if status else str(value["action"])
    if "goal" in value:  # a score
        score = f"{value.get('score')}/10"
        return _("{label}: {text}").format(label=value["goal"], text=score)
    subject = next((str(value[key]) for key in _ABOUT if value.get(key)), "")
    if_then = " → ".join(str(value[key]) for key in ("obstacle", "plan") if value.get(key))
    return subject or if_then or str(value.get("number") or "")


_ABOUT = ("text", "statement", "what", "option")
"""The fields that tell what an option, a goal or an action is about."""


def is_veiled(draft: GuideDraft, question: Question) -> bool:
    """Whether an earlier answer is shown only when the coach asks for it.

    With three at the table, that is every answer: it may have been written before they sat down.
    """
    return draft.with_three or question.layer == "private"


def veil(what: str) -> str:
    """Return a line that says that *what* is written, and how to show it."""
    message = _("{what}: written, {command} shows it")
    return f"{DRAWN.private} {message.format(what=what, command=command_word(PRIVATE))}"

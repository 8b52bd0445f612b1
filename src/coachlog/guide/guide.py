"""Leads a conversation: asks question by question, and saves every answer in the draft."""

from contextlib import suppress
from copy import deepcopy
from datetime import datetime
from functools import partial
from typing import cast

from coachlog.base import clock
from coachlog.base.errors import StoppedError
from coachlog.base.texts import _
from coachlog.guide.askers import asker_of
from coachlog.guide.closing_page import show_gist
from coachlog.guide.display import Display, is_veiled
from coachlog.guide.draft import GuideDraft
from coachlog.guide.early_end import answer_rest, with_enter_prompter
from coachlog.guide.no_answer import without_no_answers
from coachlog.guide.question_context import AskContext, CommandTyped, PartialAnswer
from coachlog.guide.release_questions import complete_releases
from coachlog.guide.roles import follow_kind, show_consequences
from coachlog.guide.safekeeping import Safekeeping
from coachlog.guide.simple_prompt import help_line
from coachlog.interview.conversation import Conversation, notes_answer, without
from coachlog.interview.fills import LAST_ANSWER_COUNTS
from coachlog.interview.flow import Interview
from coachlog.interview.method import Question
from coachlog.interview.record import goal_of_score, record
from coachlog.store.drafts import DraftKeeper
from coachlog.terminal.prompt_commands import (
    BACK,
    DONE,
    MORE,
    OVERVIEW,
    PRIVATE,
    SKIP,
    STOP,
    Command,
)
from coachlog.terminal.prompter import Prompt, Prompter, numbers_mark, show_error
from coachlog.terminal.rescue import UnkeptError
from coachlog.values import parse


class Guide(Safekeeping):
    """Leads one conversation from the first question to the last.

    *left_as_is* are the sensitive words that the coach keeps: the answer, and the word in it.
    """

    def __init__(self, prompter: Prompter, keeper: DraftKeeper, draft: GuideDraft) -> None:
        super().__init__(prompter, keeper, draft)
        self.display = Display(prompter)
        self.left_as_is: set[tuple[str, str]] = set()

    @property
    def interview(self) -> Interview:
        """The interview of the draft."""
        return self.draft.interview

    def lead(self) -> None:
        """Ask until no question is left; raises StoppedError when the coach stops."""
        while question := self.interview.current:
            self.display.show(self.draft, question, self._earlier_answer(question))
            self._ask(question)

    def finish(self) -> None:
        """Answer every question that is left as if the coach pressed Enter at it."""

        def press_enter(question: Question) -> object:
            context = with_enter_prompter(
                self._ask_context(question, self._partial_answer(question))
            )
            return asker_of(question)(context, question, self._earlier_answer(question))

        answer_rest(self, press_enter)

    def conversation(self) -> Conversation:
        """Return the conversation so far, in the shape in which it is saved."""
        head = without(self.draft.head, "notes", "after")
        # None overrides the plan: a proposed topic that the coach skipped was not discussed.
        skipped = {
            question.fills: None
            for question in self.interview.path
            if question.id in self.draft.proposed
            and question.fills
            and question.fills not in LAST_ANSWER_COUNTS  # without an answer, the proposal holds
            and self.interview.answers.get(question.id) is None
        }
        values = {"coachee": self.draft.coachee, **head, **skipped}
        conversation = cast("Conversation", values) | record(self.interview)
        complete_releases(conversation, self.draft)
        if notes := self.draft.head.get("notes"):
            conversation["answers"] = [notes_answer(notes), *conversation.get("answers", [])]
        return conversation

    def visible_conversation(self) -> Conversation:
        """Return the conversation so far, for a screen that others may see.

        With three at the table, scores of goals that were not shown to them are left out.
        """
        conversation = self.conversation()
        if self.draft.with_three:
            shown_goals = {goal.number for goal in self.interview.situation.goals}
            conversation["scores"] = [
                score
                for score in conversation.get("scores", [])
                # A text refers to a goal that was set in this very conversation.
                if isinstance(score["goal"], str) or score["goal"] in shown_goals
            ]
        return conversation

    def _ask(self, question: Question) -> None:
        """Ask one question until its answer is on the disk, or a command leads elsewhere."""
        partial_answer = self._partial_answer(question)
        while True:
            try:
                return self._take(question, self._answer(question, partial_answer))
            except UnkeptError as error:
                self.restore_saved()
                if partial_answer.was_asked:
                    show_error(self.prompter, error)
                else:  # every part was answered and is on the disk: no prompt would come again
                    self.save_draft()
                partial_answer = partial_answer.for_retry()

    def _answer(self, question: Question, partial_answer: PartialAnswer) -> object:
        """Return the answer to *question*, or the command that is typed instead."""
        context = self._ask_context(question, partial_answer)
        try:
            return asker_of(question)(context, question, self._earlier_answer(question))
        except CommandTyped as typed:
            return typed.command

    def _take(self, question: Question, answer: object) -> None:
        """Save the answer to *question*, or do what the coach commanded. Raises UnkeptError.

        `:skip` is saved too: as None.
        """
        if isinstance(answer, Command) and answer.name != SKIP:
            self._take_command(question, answer)
            return
        value = None if isinstance(answer, Command) else without_no_answers(question, answer)
        self.interview.answer(value)
        if question.fills == "trajectory_kind":
            follow_kind(self.prompter, self.draft)
        partial_values = without(self.draft.partial_values, question.id)
        self._save_partial_text(question, "", partial_values)
        self._advise(question, value)

    def _take_command(self, question: Question, command: Command) -> None:
        """Save what was typed before the command, do the command, and save where that leads."""
        try:
            self._save_partial_text(question, command.typed)
        except UnkeptError:
            # Without text only the position is unsaved, and the next save includes it; at a stop
            # the text goes into a rescue file.
            if command.typed and command.name != STOP:
                raise
        self._do(command.name)
        self.remember_saved()
        with suppress(UnkeptError):
            self.save_once()

    def _do(self, command: str) -> None:
        """Do what the command word asks; raises StoppedError for `:stop`."""
        if command == BACK:
            if not self.interview.back():
                self.prompter.show(_("This is the first question."), "quiet")
        elif command == MORE:
            self._offer_more()
        elif command == PRIVATE and (question := self.interview.current):
            self.display.unveil(self.draft, question, self._earlier_answer(question))
        elif command == DONE and self.says_nothing:
            self.prompter.show(_("Nothing has been answered yet."), "quiet")
        elif command == DONE:
            self.finish()
        elif command == OVERVIEW:
            show_gist(self.prompter, self.draft, self.visible_conversation())
        elif command == STOP:
            raise StoppedError

    def _advise(self, question: Question, answer: object) -> None:
        """Show what follows from an answer: which goal it scores, or advice about a role."""
        number = goal_of_score(self.interview) if question.fills == "reality.score" else None
        goals = {goal.number: goal.statement for goal in self.interview.situation.goals}
        if number in goals:  # with three at the table, a goal that is not shown is not named either
            message = _("Counts for goal {n}: {goal}").format(n=number, goal=goals[number])
            self.prompter.show(message, "quiet")
        show_consequences(self.prompter, self.draft, question, answer)

    def _partial_answer(self, question: Question) -> PartialAnswer:
        """Return what was half-typed when the question was left; it stands at the next prompt."""
        return PartialAnswer(self.draft.partial_texts.get(question.id, ""))

    def _save_partial_text(
        self, question: Question, text: str, partial_values: dict[str, object] | None = None
    ) -> None:
        """Save half-typed *text* of *question*; an empty one removes it. Raises UnkeptError.

        *partial_values* replaces those of all questions; None leaves them as they are.
        """
        partial_texts = without(self.draft.partial_texts, question.id)
        if text:
            partial_texts[question.id] = text
        if partial_values is None:
            partial_values = self.draft.partial_values
        self.save_once(partial_texts=partial_texts, partial_values=partial_values)

    def _save_partial_value(self, question: Question, value: object) -> None:
        # A copy, because the asker goes on adding to its own list.
        partial_values = self.draft.partial_values | {question.id: deepcopy(value)}
        self._save_partial_text(question, "", partial_values)

    def _note_typed(self, question: Question, text: str) -> None:
        self.unsaved = {question.id: text}

    def _offer_more(self) -> None:
        """List the other questions of the stage, and ask the one that the coach picks, if any."""
        questions = self.interview.more_in_stage()
        if not questions:
            self.prompter.show(_("There are no more questions in this stage."), "quiet")
            return
        for number, question in enumerate(questions, 1):
            self.prompter.show(f"  {number}  {self.interview.words(question)}")
        self.prompter.show(
            _("Type a number to ask that question too; press Enter to go back."), "quiet"
        )

        def read(text: str) -> int | None:
            return parse.pick(text, [(self.interview.words(q),) for q in questions])

        answer = self.prompter.ask(Prompt(numbers_mark(len(questions)), check=read))
        if isinstance(answer, Command):
            # Any other command only leads back to the question.
            if answer.name in (DONE, OVERVIEW, STOP):
                self._do(answer.name)
            return
        index = read(answer)
        if index is not None:
            self.interview.ask_also(questions[index].id)

    def _earlier_answer(self, question: Question) -> object:
        """Return the earlier answer to *question*, else a proposed one, else None."""
        answers = self.interview.answers
        if question.id in answers:  # None where it was skipped: then nothing is proposed again
            return answers[question.id]
        return self.draft.proposed.get(question.id)

    def _ask_context(self, question: Question, partial_answer: PartialAnswer) -> AskContext:
        """Return what the asker of *question* needs, with functions that save for that question."""
        starts_at = datetime.fromisoformat(self.draft.head["date"]).replace(
            tzinfo=clock.zone(self.draft.head["time_zone"])
        )
        return AskContext(
            prompter=self.prompter,
            interview=self.interview,
            starts_at=starts_at,
            zone=self.draft.head["time_zone"],
            help=help_line(),
            partial=partial_answer,
            partial_value=deepcopy(self.draft.partial_values.get(question.id)),
            nudges=self.draft.nudges and self.draft.kind != "onboarding",
            veiled=is_veiled(self.draft, question),
            save_text=partial(self.save_typed, question.id),
            note_typed=partial(self._note_typed, question),
            save_partial=partial(self._save_partial_value, question),
        )

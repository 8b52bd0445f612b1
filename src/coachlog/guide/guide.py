"""Leads a conversation: asks question by question, puts every answer away, saves at the end."""

from contextlib import suppress
from copy import deepcopy
from datetime import datetime
from functools import partial
from typing import cast

from coachlog.base import clock
from coachlog.base.errors import StoppedError
from coachlog.base.texts import N_, _
from coachlog.guide import opening
from coachlog.guide.action_questions import ACTIONS
from coachlog.guide.choice_questions import CHOICES
from coachlog.guide.closing_page import show_gist
from coachlog.guide.display import Display, is_veiled
from coachlog.guide.draft import GuideDraft
from coachlog.guide.early_end import finish, silent
from coachlog.guide.look_back import LOOK_BACK
from coachlog.guide.no_answer import meant
from coachlog.guide.part_questions import PARTS
from coachlog.guide.question_context import AskContext, Asker, PartialAnswer
from coachlog.guide.questions import SIMPLE
from coachlog.guide.safekeeping import Safekeeping
from coachlog.interview.conversation import Answer, Conversation, without
from coachlog.interview.flow import Interview
from coachlog.interview.method import Question
from coachlog.interview.record import goal_of_score, record
from coachlog.journal.trajectory.roles import Roles, advice
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
from coachlog.terminal.prompter import Prompt, Prompter, show_error
from coachlog.terminal.rescue import UnkeptError
from coachlog.values import parse

AGREEMENT = "first_agreement.01"
NOT_AGREED = N_(
    "Then talk that through first. If it is not voluntary, it is better not to start: look for "
    "another person or another form of support."
)


def _noted(notes: str) -> Answer:
    asked = _(opening.ASK_NOTES)
    where: Answer = {"stage": "after", "question": "after.notes", "asked": asked}
    return {**where, "layer": "private", "text": notes}


class Guide(Safekeeping):
    """One guided conversation on its way from the first question to the last."""

    def __init__(self, prompter: Prompter, keeper: DraftKeeper, draft: GuideDraft) -> None:
        super().__init__(prompter, keeper, draft)
        self.display = Display(prompter)

    @property
    def interview(self) -> Interview:
        """The conversation."""
        return self.draft.interview

    def lead(self) -> None:
        """Ask until the conversation is through; raises StoppedError when the coach stops."""
        while question := self.interview.current:
            self.display.show(self.draft, question, self._earlier(question))
            self._ask(question)

    def finish(self) -> None:
        """Ask nothing more: every question that is left is answered by Enter."""

        def enter(question: Question) -> object:
            half = PartialAnswer(self.draft.halves.get(question.id, ""))
            table = silent(self._table(question, half))
            return self._asker(question)(table, question, self._earlier(question))

        finish(self, enter)

    def said(self) -> Conversation:
        """The conversation so far, as an input."""
        head = without(self.draft.head, "notes", "after")
        # What was passed over is no longer what was planned.
        passed_over = {
            question.fills: None
            for question in self.interview.path
            if question.id in self.draft.proposed
            and question.fills
            and self.interview.answers.get(question.id) is None
        }
        known = {"coachee": self.draft.coachee, **head, **passed_over}
        said = cast("Conversation", known) | record(self.interview)
        if notes := self.draft.head.get("notes"):
            said["answers"] = [_noted(notes), *said.get("answers", [])]
        return said

    def shown(self) -> Conversation:
        """What was said, for a screen that others may see.

        With three at the table it has no number of a goal that was not shown.
        """
        said = self.said()
        if self.draft.with_three:
            shown = {goal.number for goal in self.interview.situation.goals}
            scores = said.pop("scores", [])
            said["scores"] = [
                each for each in scores if isinstance(each["goal"], str) or each["goal"] in shown
            ]
        return said

    def _ask(self, question: Question) -> None:
        """Ask one question until the answer is on the disk, or the coach goes elsewhere."""
        half = PartialAnswer(self.draft.halves.get(question.id, ""))
        while True:
            ask, earlier = self._asker(question), self._earlier(question)
            try:
                return self._take(question, ask(self._table(question, half), question, earlier))
            except UnkeptError as error:
                self.go_back()
                if half.asked:
                    show_error(self.prompter, error)
                else:  # all parts of it are on the disk, and none would be asked again
                    self.save_draft()
                half = half.again()

    def _take(self, question: Question, answer: object) -> None:
        if not isinstance(answer, Command) or answer.name == SKIP:
            given = None if isinstance(answer, Command) else meant(question, answer)
            self.interview.answer(given)
            self._keep_half(question, "", parts=without(self.draft.parts, question.id))
            self._advise(question, given)
            return
        try:
            self._keep_half(question, answer.typed)
        except UnkeptError:  # where one stands is no word of anybody: that is kept with the next
            if answer.typed and answer.name != STOP:
                raise
        self._go(answer.name)
        self.be_sure()
        with suppress(UnkeptError):
            self.put_down()

    def _go(self, command: str) -> None:
        if command == BACK:
            if not self.interview.back():
                self.prompter.show(_("This is the first question."), "quiet")
        elif command == MORE:
            self._offer_more()
        elif command == PRIVATE and (question := self.interview.current):
            self.display.unveil(self.draft, question, self._earlier(question))
        elif command == DONE:
            self.finish()
        elif command == OVERVIEW:
            show_gist(self.prompter, self.draft, self.shown())
        elif command == STOP:
            raise StoppedError

    def _advise(self, question: Question, given: object) -> None:
        """What follows from an answer about a role, or from a figure, straight after it."""
        number = goal_of_score(self.interview) if question.fills == "reality.score" else None
        goals = {each.number: each.statement for each in self.interview.situation.goals}
        if number in goals:  # with three at the table, what is not shown is not told either
            told = _("Counts for goal {n}: {goal}").format(n=number, goal=goals[number])
            self.prompter.show(told, "quiet")
        if question.id == AGREEMENT and given is False:
            self.prompter.show(_(NOT_AGREED), "note")
        noun, _dot, role = (question.fills or "").partition(".")
        if noun == "roles" and role in Roles._fields:
            for advised in advice(Roles(**{role: cast("bool | None", given)})):
                self.prompter.show(advised, "note")

    def _keep_half(
        self, question: Question, text: str, parts: dict[str, object] | None = None
    ) -> None:
        halves = without(self.draft.halves, question.id) | ({question.id: text} if text else {})
        self.put_down(halves=halves, parts=self.draft.parts if parts is None else parts)

    def _keep_part(self, question: Question, part: object) -> None:
        self._keep_half(question, "", parts=self.draft.parts | {question.id: deepcopy(part)})

    def _note_typed(self, question: Question, text: str) -> None:
        self.unkept = {question.id: text}

    def _offer_more(self) -> None:
        """Show the rest of the stage; a number asks that question now."""
        rest = self.interview.rest()
        if not rest:
            self.prompter.show(_("There are no more questions in this stage."), "quiet")
            return
        for place, question in enumerate(rest, 1):
            self.prompter.show(f"  {place}  {question.ask(self.interview.language)}")
        self.prompter.show(
            _("Type a number to ask that question too; press Enter to go back."), "quiet"
        )

        def read(text: str) -> int | None:
            return parse.pick(text, [(each.ask(self.interview.language),) for each in rest])

        answer = self.prompter.ask(Prompt(f"1-{len(rest)} ›", check=read))
        if isinstance(answer, Command):
            if answer.name in (DONE, OVERVIEW, STOP):
                self._go(answer.name)
        elif (chosen := read(answer)) is not None:
            self.interview.ask_also(rest[chosen].id)

    def _asker(self, question: Question) -> Asker:
        if question.fills == "actions.confidence":
            return ACTIONS["confidences"]
        if question.fills == "topic":
            return PARTS["topic"]
        return (SIMPLE | PARTS | ACTIONS | CHOICES | LOOK_BACK)[question.kind]

    def _earlier(self, question: Question) -> object:
        """What stands there when a question is asked: its answer of before, or what is proposed."""
        given = self.interview.answers
        return given[question.id] if question.id in given else self.draft.proposed.get(question.id)

    def _table(self, question: Question, half: PartialAnswer) -> AskContext:
        starts_at = datetime.fromisoformat(self.draft.head["date"]).replace(
            tzinfo=clock.zone(self.draft.head["time_zone"])
        )
        return AskContext(
            prompter=self.prompter,
            interview=self.interview,
            starts_at=starts_at,
            zone=self.draft.head["time_zone"],
            help=opening.help_line(),
            half=half,
            part=deepcopy(self.draft.parts.get(question.id)),
            nudges=self.draft.nudges,
            veiled=is_veiled(self.draft, question),
            keep=partial(self.keep_typed, question.id),
            note_typed=partial(self._note_typed, question),
            keep_part=partial(self._keep_part, question),
        )

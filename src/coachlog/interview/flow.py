"""The conversation as a state machine: next question, answer, back, skip, more, stop, resume.

It knows no terminal and no store; its state is plain data, so a draft can hold it.
"""

from typing import NamedTuple, NotRequired, TypedDict

from coachlog.interview.method import Method, Question
from coachlog.interview.path import FOLLOWING, more_of, order, path, stages_of
from coachlog.interview.situation import Situation, as_data, situation_of

ASKS = 2
"""Which rules decide what is asked: a conversation that was begun by others loses no answer."""


class InterviewState(TypedDict):
    """A conversation under way as plain JSON values; *asks* is absent before there was `ASKS`."""

    method: str
    version: int
    language: str
    situation: dict[str, object]
    given: dict[str, object]
    extras: list[list[str]]
    at: str | None
    changing: bool
    asks: NotRequired[int]


class Progress(NamedTuple):
    """How far the conversation is: stage *n* of *of*, by the stages of the method."""

    n: int
    of: int


class Interview:
    """One conversation under way.

    *given* maps a question to its answer, None when it was skipped. An answer stays when the
    coach goes back; only the questions that are on the path in the end count.
    """

    def __init__(self, method: Method, common: Method, situation: Situation, language: str) -> None:
        self.method = method
        self.common = common
        self.situation = situation
        self.language = language
        self.answers: dict[str, object] = {}
        self.extras: list[tuple[str, str]] = []
        self.current_id: str | None = None
        self.changing = False
        self.current_id = self._first()

    @property
    def path(self) -> list[Question]:
        """The questions of this conversation, as far as they are decided."""
        return path(self.method, self.common, self.situation, self.answers, tuple(self.extras))

    @property
    def current(self) -> Question | None:
        """The question to ask now; None when the conversation is through."""
        return next((question for question in self.path if question.id == self.current_id), None)

    def answer(self, value: object) -> None:
        """Give *value* as the answer to the current question and go on to the next."""
        question = self.current
        if question is None:
            return
        self.answers[question.id] = value
        self.current_id = self._after(question.id)

    def skip(self) -> None:
        """Leave the current question without an answer."""
        self.answer(None)

    def back(self) -> bool:
        """Go to the question before; False at the first one."""
        ids = [question.id for question in self.path]
        place = ids.index(self.current_id) if self.current_id in ids else len(ids)
        if place == 0:
            return False
        self.current_id = ids[place - 1]
        return True

    def change(self, question_id: str) -> None:
        """Go to a question of `path` or `unasked`; after its answer only new questions follow."""
        if any(question.id == question_id for question in self.unasked()):
            self._put_in(question_id)
        if any(question.id == question_id for question in self.path):
            self.current_id = question_id
            self.changing = True

    def rest(self) -> list[Question]:
        """The questions of the present stage that this conversation would not ask by itself.

        Those of stages just before it, of which nothing is asked, come after them.
        """
        question = self.current
        if question is None:
            return []
        asked = self.path
        stages = self._stages()
        place = stages.index(question.stage) if question.stage in stages else 0
        begun = {each.stage for each in asked}
        passed_over: list[str] = []
        while place > 0 and stages[place - 1] not in begun:
            place -= 1
            passed_over.insert(0, stages[place])
        return self._more_of([question.stage, *passed_over], asked)

    def unasked(self) -> list[Question]:
        """All questions that make sense in this conversation, and are not asked by themselves."""
        return self._more_of(self._stages(), self.path)

    def ask_also(self, question_id: str) -> None:
        """Ask one of `rest()` now, and then the current question."""
        if self.current_id is None or all(question.id != question_id for question in self.rest()):
            return
        extras = [extra for _anchor, extra in self.extras]
        place = extras.index(self.current_id) if self.current_id in extras else len(extras)
        anchor = self.extras[place][0] if place < len(extras) else self.current_id
        self.extras.insert(place, (anchor, question_id))
        self.current_id = question_id

    def take_in(self, questions: list[str]) -> None:
        """Ask these *questions* where they are known, and not passed over with their answer."""
        for question_id in dict.fromkeys(questions):
            answered = self.answers.get(question_id) is not None
            found = self._more_of([*self._stages(), *FOLLOWING], self.path)
            known = any(question.id == question_id for question in found)
            if known and (answered or question_id not in self.answers):
                self._put_in(question_id)

    def progress(self) -> Progress:
        """Which of the method's stages the current question stands in."""
        stages = list(dict.fromkeys(question.stage for question in self.path))
        own = [stage.id for stage in self.method.stages if stage.id in stages]
        question = self.current
        passed = stages[: stages.index(question.stage) + 1] if question else stages
        return Progress(max(1, sum(stage in own for stage in passed)), len(own))

    def state(self) -> InterviewState:
        """Everything needed to resume, as plain JSON values."""
        return {
            "method": self.method.id,
            "version": self.method.version,
            "language": self.language,
            "situation": as_data(self.situation),
            "given": dict(self.answers),
            "extras": [list(pair) for pair in self.extras],
            "at": self.current_id,
            "changing": self.changing,
            "asks": ASKS,
        }

    def _stages(self) -> list[str]:
        return stages_of(self.method, self.common, self.situation)

    def _more_of(self, stages: list[str], asked: list[Question]) -> list[Question]:
        seen = {each.id for each in asked}
        found = {
            each.id: each
            for stage in stages
            for each in more_of(stage, self.method, self.common, self.situation, self.answers)
            if each.id not in seen
        }
        return list(found.values())

    def _put_in(self, question_id: str) -> None:
        """Let a question be asked where it stands among the others."""
        extras = {extra for _anchor, extra in self.extras}
        asked = [question.id for question in self.path if question.id not in extras]
        places = {id_: n for n, id_ in enumerate(self._order())}
        mine = places.get(question_id, len(places))
        later = (each for each in asked if places.get(each, -1) > mine)
        self.extras.append((next(later, asked[-1]), question_id))

    def _order(self) -> list[str]:
        return order(self.method, self.common, self.situation)

    def first_unanswered(self) -> str | None:
        """Return the id of the first question that was neither answered nor skipped."""
        return next(
            (question.id for question in self.path if question.id not in self.answers), None
        )

    def _first(self) -> str | None:
        return next((question.id for question in self.path), None)

    def _after(self, question_id: str) -> str | None:
        ids = [question.id for question in self.path]
        rest = ids[ids.index(question_id) + 1 :]
        if self.changing:
            rest = [each for each in ids if each not in self.answers]
        return rest[0] if rest else None


def resume(
    method: Method, common: Method, state: InterviewState, begun: tuple[str, ...] = ()
) -> Interview:
    """The conversation that *state* tells of, at the same question.

    Where the method was changed meanwhile and that question is gone, it goes on at the first
    question without an answer. What was answered or *begun* when more was asked by itself is
    asked still.
    """
    interview = Interview(method, common, situation_of(state["situation"]), state["language"])
    interview.answers = dict(state["given"])
    interview.extras = [(anchor, extra) for anchor, extra in state["extras"]]
    interview.changing = state["changing"]
    interview.current_id = state["at"]
    if state.get("asks", 1) < ASKS:
        interview.take_in(
            [*interview.answers, *begun, *([interview.current_id] if interview.current_id else ())]
        )
    if interview.current_id is not None and interview.current is None:
        interview.current_id = interview.first_unanswered()
    return interview

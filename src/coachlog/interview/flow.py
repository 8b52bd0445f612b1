"""The conversation as a state machine: next question, answer, back, skip, more, stop, resume.

It knows no terminal and no store; its state is plain data, so a draft can hold it.
"""

from typing import Any, NamedTuple

from coachlog.interview.method import Method, Question
from coachlog.interview.path import ActionFact, GoalFact, MatchFact, Situation, TopicFact, path

State = dict[str, Any]


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
        self.given: dict[str, Any] = {}
        self.extras: list[tuple[str, str]] = []
        self.at: str | None = None
        self.changing = False
        self.at = self._first()

    @property
    def path(self) -> list[Question]:
        """The questions of this conversation, as far as they are decided."""
        return path(self.method, self.common, self.situation, self.given, tuple(self.extras))

    @property
    def current(self) -> Question | None:
        """The question to ask now; None when the conversation is through."""
        return next((question for question in self.path if question.id == self.at), None)

    def answer(self, value: Any) -> None:
        """Give *value* as the answer to the current question and go on to the next."""
        question = self.current
        if question is None:
            return
        self.given[question.id] = value
        self.at = self._after(question.id)

    def skip(self) -> None:
        """Leave the current question without an answer."""
        self.answer(None)

    def back(self) -> bool:
        """Go to the question before; False at the first one."""
        ids = [question.id for question in self.path]
        place = ids.index(self.at) if self.at in ids else len(ids)
        if place == 0:
            return False
        self.at = ids[place - 1]
        return True

    def change(self, question_id: str) -> None:
        """Go to a question that was asked before; after its answer only new questions follow."""
        if any(question.id == question_id for question in self.path):
            self.at = question_id
            self.changing = True

    def rest(self) -> list[Question]:
        """The questions of the present stage that this conversation would not ask by itself."""
        question = self.current
        stage = self.method.stage(question.stage) if question else None
        asked = {each.id for each in self.path}
        return [each for each in stage.questions if each.id not in asked] if stage else []

    def ask_also(self, question_id: str) -> None:
        """Ask one of `rest()` now, and then the current question."""
        if self.at is None or all(question.id != question_id for question in self.rest()):
            return
        extras = [extra for _anchor, extra in self.extras]
        place = extras.index(self.at) if self.at in extras else len(extras)
        anchor = self.extras[place][0] if place < len(extras) else self.at
        self.extras.insert(place, (anchor, question_id))
        self.at = question_id

    def progress(self) -> Progress:
        """Which of the method's stages the current question stands in."""
        stages = list(dict.fromkeys(question.stage for question in self.path))
        own = [stage.id for stage in self.method.stages if stage.id in stages]
        question = self.current
        passed = stages[: stages.index(question.stage) + 1] if question else stages
        return Progress(max(1, sum(stage in own for stage in passed)), len(own))

    def state(self) -> State:
        """Everything needed to resume, as plain JSON values."""
        return {
            "method": self.method.id,
            "version": self.method.version,
            "language": self.language,
            "situation": {
                "number": self.situation.number,
                "short": self.situation.short,
                "goals": [goal._asdict() for goal in self.situation.goals],
                "actions": [action._asdict() for action in self.situation.actions],
                "topics": [topic._asdict() for topic in self.situation.topics],
                "roles_known": self.situation.roles_known,
                "objectives": [each._asdict() for each in self.situation.objectives],
                "talents": [each._asdict() for each in self.situation.talents],
                "communication": self.situation.communication,
            },
            "given": dict(self.given),
            "extras": [list(pair) for pair in self.extras],
            "at": self.at,
            "changing": self.changing,
        }

    def _first(self) -> str | None:
        return next((question.id for question in self.path), None)

    def _after(self, question_id: str) -> str | None:
        ids = [question.id for question in self.path]
        rest = ids[ids.index(question_id) + 1 :]
        if self.changing:
            rest = [each for each in ids if each not in self.given]
        return rest[0] if rest else None


def resume(method: Method, common: Method, state: State) -> Interview:
    """The conversation that *state* tells of, at the same question.

    Where the method was changed meanwhile and that question is gone, it goes on at the first
    question without an answer.
    """
    kept = state["situation"]
    goals = tuple(GoalFact(**{**goal, "lacks": tuple(goal["lacks"])}) for goal in kept["goals"])
    actions = tuple(ActionFact(**action) for action in kept["actions"])
    # A draft of before there were topics has none.
    topics = tuple(TopicFact(**topic) for topic in kept.get("topics", []))
    # Nor was the coach asked about roles in one: what was begun without goes on without.
    known = kept.get("roles_known", True)
    objectives, talents = (
        tuple(MatchFact(**each) for each in kept.get(noun, []))
        for noun in ("objectives", "talents")
    )
    situation = Situation(
        kept["number"],
        kept["short"],
        goals,
        actions,
        topics,
        known,
        objectives,
        talents,
        kept.get("communication", False),
    )
    interview = Interview(method, common, situation, state["language"])
    interview.given = dict(state["given"])
    interview.extras = [(anchor, extra) for anchor, extra in state["extras"]]
    interview.changing = state["changing"]
    interview.at = state["at"]
    if interview.at is not None and interview.current is None:
        interview.at = next((q.id for q in interview.path if q.id not in interview.given), None)
    return interview

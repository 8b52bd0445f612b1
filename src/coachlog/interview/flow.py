"""The conversation as a state machine: next question, answer, back, skip, more, stop, resume.

It knows no terminal and no store; its state is plain data, so a draft can hold it.
"""

from copy import deepcopy
from typing import NamedTuple, NotRequired, TypedDict

from coachlog.base.texts import _
from coachlog.interview.conditions import PathContext
from coachlog.interview.earlier_answers import fit_figures
from coachlog.interview.method import Method, Question, put
from coachlog.interview.path import (
    CONSEQUENCE_STAGES,
    more_of,
    order,
    path,
    stages_of,
    trajectory_kind,
)
from coachlog.interview.situation import Situation, as_data, situation_of
from coachlog.schema.vocabulary import ROLES_OF_COACH

ASKS = 2
"""The version of the rules that decide what is asked.

A draft from an earlier version keeps its answers, also those to questions asked less often now.
"""


class InterviewState(TypedDict):
    """An unfinished conversation as plain JSON values; drafts from before `ASKS` lack *asks*.

    *given* are the answers, and *at* is the id of the current question.
    """

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
    """How far the conversation is: in stage *n*, from 1, *of* the method's stages."""

    n: int
    of: int


class Interview:
    """One unfinished conversation.

    *answers* maps the id of a question to its answer, None if it was skipped. An answer is kept
    when the coach goes back; in the end only questions on the path count. *extras* are pairs of
    ids: the question before which to ask, and the extra question. *current_id* is the question to
    ask now, None at the end. *changing* is set once the coach changed an answer: then only
    questions without an answer follow.
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
        self._path_for: tuple[object, ...] = ()
        self._path: list[Question] = []
        self.current_id = next((question.id for question in self.path), None)

    @property
    def path(self) -> list[Question]:
        """The questions of this conversation, in order, as far as the answers decide them.

        Each prompt wants them several times: they are found anew once what decides them changed.
        """
        decisive = (self.method, self.situation, self.answers, self.extras)
        if decisive != self._path_for:
            extras = tuple(self.extras)
            self._path = path(self._context, extras)
            self._path_for = (*decisive[:2], deepcopy(self.answers), list(self.extras))
        return list(self._path)

    @property
    def kind(self) -> str:
        """The kind of the trajectory, as far as it is answered."""
        return trajectory_kind(self.path, self.situation, self.answers)

    @property
    def current(self) -> Question | None:
        """The question to ask now; None at the end of the conversation."""
        return next((question for question in self.path if question.id == self.current_id), None)

    def answer(self, value: object) -> None:
        """Save *value* as the answer to the current question, if any, and go to the next."""
        question = self.current
        if question is None:
            return
        self.answers[question.id] = value
        self.current_id = self._after(question.id)

    def words(self, question: Question) -> str:
        """Return a question as it is put: with the name of the person and the role of the coach."""
        text, role = question.ask(self.language), ""
        if "{self}" in text:  # few do, and the kind takes the whole path
            role = _(ROLES_OF_COACH.get(self.kind, ROLES_OF_COACH["coaching"]))
        return put(text, self.situation.name, role)

    def switch_method(self, method: Method) -> None:
        """Go on by another *method*; what was answered counts for its questions of that field."""
        following = self.current_id
        answered = [question for question in self.path if question.id in self.answers]
        answers = {(each.fills, each.kind): self.answers[each.id] for each in answered}
        self.method = method
        for question in method.questions:
            field = (question.fills, question.kind)
            if question.fills and field in answers:
                self.answers.setdefault(question.id, answers[field])
        is_on_path = any(question.id == following for question in self.path)
        self.current_id = following if is_on_path else self.first_unanswered()

    def skip(self) -> None:
        """Leave the current question without an answer."""
        self.answer(None)

    def back(self) -> bool:
        """Go to the previous question; return False at the first one."""
        ids = [question.id for question in self.path]
        index = ids.index(self.current_id) if self.current_id in ids else len(ids)
        if index == 0:
            return False
        self.current_id = ids[index - 1]
        return True

    def change(self, question_id: str) -> None:
        """Go to a question of `path` or `unasked`; after its answer only new questions follow."""
        if any(question.id == question_id for question in self.unasked()):
            self._insert(question_id)
        if any(question.id == question_id for question in self.path):
            self.current_id = question_id
            self.changing = True

    def more_in_stage(self) -> list[Question]:
        """Return the questions of the current stage that are asked only on request.

        After them come those of the stages just before it in which nothing is asked at all:
        otherwise no question of such a stage could be reached.
        """
        question = self.current
        if question is None:
            return []
        path = self.path
        stages = self._stages()
        index = stages.index(question.stage) if question.stage in stages else 0
        asked_stages = {q.stage for q in path}
        skipped_stages: list[str] = []
        while index > 0 and stages[index - 1] not in asked_stages:
            index -= 1
            skipped_stages.insert(0, stages[index])
        return self._more_of([question.stage, *skipped_stages], path)

    def unasked(self) -> list[Question]:
        """Return all questions that fit this conversation but are asked only on request."""
        return self._more_of(self._stages(), self.path)

    def ask_also(self, question_id: str) -> None:
        """Ask one of `more_in_stage()` now, and after it the current question."""
        if self.current_id is None or all(
            question.id != question_id for question in self.more_in_stage()
        ):
            return
        extra_ids = [extra_id for _anchor, extra_id in self.extras]
        if self.current_id in extra_ids:
            # Before another extra question: it has the same anchor, and comes first in the list.
            index = extra_ids.index(self.current_id)
            anchor = self.extras[index][0]
        else:
            index, anchor = len(extra_ids), self.current_id
        self.extras.insert(index, (anchor, question_id))
        self.current_id = question_id

    def keep_on_path(self, question_ids: list[str]) -> None:
        """Add the questions with these ids to the path, unless they are unknown or were skipped."""
        for question_id in dict.fromkeys(question_ids):
            was_skipped = question_id in self.answers and self.answers[question_id] is None
            available = self._more_of([*self._stages(), *CONSEQUENCE_STAGES], self.path)
            is_known = any(question.id == question_id for question in available)
            if is_known and not was_skipped:
                self._insert(question_id)

    def progress(self) -> Progress:
        """Return the position of the current question among the stages of the method.

        Shared stages between them do not count.
        """
        stages = list(dict.fromkeys(question.stage for question in self.path))
        method_stages = [stage.id for stage in self.method.stages if stage.id in stages]
        question = self.current
        begun_stages = stages[: stages.index(question.stage) + 1] if question else stages
        begun_count = sum(stage in method_stages for stage in begun_stages)
        return Progress(n=max(1, begun_count), of=len(method_stages))

    def first_unanswered(self) -> str | None:
        """Return the id of the first question that was neither answered nor skipped."""
        return next((q.id for q in self.path if q.id not in self.answers), None)

    def state(self) -> InterviewState:
        """Return everything needed to resume, as plain JSON values."""
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

    @property
    def _context(self) -> PathContext:
        return PathContext(self.method, self.common, self.situation, self.answers)

    def _stages(self) -> list[str]:
        return stages_of(self._context)

    def _more_of(self, stages: list[str], path: list[Question]) -> list[Question]:
        """Return the questions of *stages* that fit and are not on the *path*, each once."""
        path_ids = {question.id for question in path}
        kind = trajectory_kind(path, self.situation, self.answers)
        more = {
            question.id: question
            for stage in stages
            for question in more_of(stage, self._context, kind)
            if question.id not in path_ids
        }
        return list(more.values())

    def _insert(self, question_id: str) -> None:
        """Add an extra question in its usual position: before the first later one on the path.

        If there is none, it comes before the last one.
        """
        extra_ids = {extra_id for _anchor, extra_id in self.extras}
        anchor_ids = [question.id for question in self.path if question.id not in extra_ids]
        positions = {id_: position for position, id_ in enumerate(order(self._context))}
        own_position = positions.get(question_id, len(positions))
        later_ids = (id_ for id_ in anchor_ids if positions.get(id_, -1) > own_position)
        self.extras.append((next(later_ids, anchor_ids[-1]), question_id))

    def _after(self, question_id: str) -> str | None:
        """Return the id of the question to ask after this one; None at the end.

        While changing, that is the first question without an answer.
        """
        if self.changing:
            return self.first_unanswered()
        ids = [question.id for question in self.path]
        return next(iter(ids[ids.index(question_id) + 1 :]), None)


def resume(
    method: Method, common: Method, state: InterviewState, begun_ids: tuple[str, ...] = ()
) -> Interview:
    """Return the conversation saved as *state*, at the same question.

    If the method was changed since and that question is gone, it continues at the first question
    without an answer. Questions of an earlier `ASKS` that were answered or begun, or are current,
    stay on the path.
    """
    interview = Interview(method, common, situation_of(state["situation"]), state["language"])
    interview.answers = fit_figures(state["given"], method, interview.situation)
    interview.extras = [(anchor, extra) for anchor, extra in state["extras"]]
    interview.changing = state["changing"]
    interview.current_id = state["at"]
    if state.get("asks", 1) < ASKS:
        question_ids = [*interview.answers, *begun_ids]
        if interview.current_id:
            question_ids.append(interview.current_id)
        interview.keep_on_path(question_ids)
    if interview.current_id is not None and interview.current is None:
        interview.current_id = interview.first_unanswered()
    return interview

"""A coaching method: its stages, and the questions of each in up to three languages."""

import re
from typing import NamedTuple

from coachlog.base.texts import Words, spoken

PLACES = ("opening", "body", "closing")
TABLES = ("two", "three")
"""Who is at the table: the coach and the person coached, or a third person too."""
FORMS = ("short", "long", "more")
ADDRESSEES = ("coachee", "coach", "sponsor", "both")
CONDITIONS = (
    *("first", "later", "open_actions", "goals", "no_goals", "no_scores", "anti_goal"),
    *("no_anti_goal", "no_next", "no_summary", "communication", "goal_open", "role_matters"),
    "coach_appraises",
)

SHARED_STAGES = (
    *("role", "first_agreement", "role_conflict", "look_back", "goal_links", "confidence"),
    *("plan_review", "keep"),
)
"""Stages that every method shares: no own stage may have their names."""

SHARED_QUESTION = re.compile(
    r"(?:role|first_agreement|role_conflict|look_back|anti_goal_review|goal_links|confidence|plan_review|keep|after)\..*"
    r"|closing\.\d+"
)
"""The ids of the questions in shared stages."""


class Question(NamedTuple):
    """One question of a method. *form* tells in which form it is asked: short, long or more.

    *passing_on* marks the question what may be passed on, to whom and in which words. *kinds* are
    the kinds of trajectory in which it is asked, all of them where empty. *yes_means* is the value
    that a yes gives to the field; a no leaves the field as it was. *who*: after each action it is
    asked who does it. *outcome*: after each score it is asked how the goal ends.
    """

    id: str
    stage: str
    kind: str
    words: Words
    form: str
    core: bool = False
    fills: str | None = None
    follows: str | None = None
    to: str = "coachee"
    probe: str | None = None
    when: str | None = None
    layer: str = "shared"
    again: Words | None = None
    choices: dict[str, Words] | None = None
    passing_on: bool = False
    kinds: tuple[str, ...] = ()
    yes_means: str | None = None
    who: bool = False
    outcome: bool = False

    def ask(self, language: str) -> str:
        """Return the words of the question in *language*, or in one that its method does have."""
        return spoken(self.words, language)

    def value(self, answer: object) -> object:
        """Return what *answer* puts into the field: a yes what it means, a no nothing."""
        if self.yes_means is None:
            return answer
        return self.yes_means if answer is True else None


class Stage(NamedTuple):
    """A stage of a method, its questions in the order in which they are asked."""

    id: str
    place: str
    name: Words
    questions: tuple[Question, ...]


class Method(NamedTuple):
    """A coaching method; `common` holds what every method shares.

    A *discreet* one is only named on the page of the conversation: all its answers are private.
    """

    id: str
    version: int
    name: Words
    about: Words
    source: Words
    stages: tuple[Stage, ...]
    table: str = "two"
    discreet: bool = False

    def stage(self, stage_id: str) -> Stage | None:
        """Return the stage with that id, or None."""
        return next((stage for stage in self.stages if stage.id == stage_id), None)

    @property
    def questions(self) -> list[Question]:
        """Every question, stage by stage."""
        return [question for stage in self.stages for question in stage.questions]

    @property
    def alone(self) -> bool:
        """Whether all questions are for the coach: a reflection in which nobody else takes part."""
        return all(question.to == "coach" for question in self.questions)

    @property
    def with_three(self) -> bool:
        """Whether a third person is at the table.

        Then only what was released to that person is shown, and nothing private is asked.
        """
        return self.table == "three"


def put(text: str, name: str, role: str) -> str:
    """Return the words of a question as it is put: with the *name* of the person and the role.

    The *role* is what the coach is called.
    """
    return text.replace("{name}", name).replace("{self}", role)

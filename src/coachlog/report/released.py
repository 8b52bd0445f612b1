"""Pages for a manager or sponsor: they hold what was released to them, and nothing else.

The fields of the development plan follow hrwijs.be and lerenindesocialprofit.be, in own words.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from coachlog.base.days import day_text
from coachlog.base.texts import N_, _, language
from coachlog.display.page import Line, Page, Section
from coachlog.display.signs import DRAWN
from coachlog.interview.method import spoken
from coachlog.interview.shelf import load
from coachlog.journal.release.fields import GOAL_FIELDS
from coachlog.journal.release.page import LABELS, values, words
from coachlog.journal.release.queries import ReleaseLine, of_person, only_for

if TYPE_CHECKING:
    from coachlog.journal.coachee.queries import Person
    from coachlog.store.connection import Reader

MOMENTS = {"start": N_("Start"), "halfway": N_("Halfway"), "end": N_("End")}
TOGETHER = N_("When we will review it together")
BLANK = "." * 36
"""Room to write, on paper."""


class Released(NamedTuple):
    """What of a *person* was released to *whom*; *others* counts what is for somebody else."""

    person: "Person"
    whom: str
    texts: list[ReleaseLine]
    goals: list[ReleaseLine]
    others: int


def read(reader: "Reader", person: "Person", whom: str) -> Released:
    """Released texts of a *person* for *whom*, not withdrawn; of each goal the latest copy."""
    every = of_person(reader, person.handle)
    own = only_for(every, whom)
    goals = {each.goal: each for each in own if each.goal is not None}
    texts = [each for each in own if each.goal is None]
    return Released(person, whom, texts, list(goals.values()), len(every) - len(own))


def plan(found: Released) -> Page:
    """A personal development plan (POP): the goals that were released, blank where nothing is."""
    plans = [_plan(each) for each in found.goals] or [Section(_("The plan"), list(_fields(None)))]
    title = _("Personal development plan · {name}").format(name=found.person.name)
    return _page(title, found, [], [_texts(found.texts), *plans])


def three_way(found: Released, moment: str) -> Page:
    """The agenda of a three-way talk at its *moment*: what was released, and what to talk about."""
    method = load(f"three_way_{moment}")
    questions = [
        Section(
            spoken(stage.name, language()),
            [
                Line("", each.ask(language()), sign=DRAWN.dot)
                for each in stage.questions
                if each.form != "more" and each.layer != "private" and each.to != "coach"
            ],
        )
        for stage in method.stages
    ]
    goals = [
        Section(_("Released goal"), list(words(each, language())), note=_agreed(each))
        for each in found.goals
    ]
    title = _("Three-way talk · {name}").format(name=found.person.name)
    return _page(title, found, [_(MOMENTS[moment])], [_texts(found.texts), *goals, *questions])


def _page(title: str, found: Released, facts: list[str], parts: Iterable[Section]) -> Page:
    whom = _("for {whom}").format(whom=found.whom)
    return Page(title, [whom, *facts], [part for part in parts if part.lines])


def _texts(texts: Iterable[ReleaseLine]) -> Section:
    """Each text that this reader may have, with the day on which the person agreed to it."""
    lines = [Line("", each.text, _agreed(each), sign=DRAWN.dot) for each in texts]
    return Section(_("Released"), lines, note=_("these exact texts, and nothing else"))


def _plan(goal: ReleaseLine) -> Section:
    return Section(_("The plan"), list(_fields(goal)), note=_agreed(goal))


def _fields(goal: ReleaseLine | None) -> Iterable[Line]:
    """The nine fields of the plan; blank where the *goal*, if there is one, has nothing."""
    for field in GOAL_FIELDS:
        told = values(goal, field, language()) if goal else []
        yield from (Line(_(LABELS[field]), each) for each in told or [BLANK])
    yield Line(_(TOGETHER), BLANK)


def _agreed(each: ReleaseLine) -> str:
    return _("agreed with {who} on {day}").format(
        who=each.agreed_by, day=day_text(each.released_on, language())
    )

"""Pages for a manager or sponsor, with what was released to them and nothing else.

The fields of the development plan follow hrwijs.be and lerenindesocialprofit.be, in our own words.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from coachlog.base.days import day_text
from coachlog.base.texts import N_, _, in_user_language, language
from coachlog.display.page import Line, Page, Section, blank
from coachlog.display.signs import DRAWN
from coachlog.interview.method import Stage
from coachlog.interview.method_files import load
from coachlog.journal.release.fields import GOAL_FIELDS, LISTED
from coachlog.journal.release.page import LABELS, values, words
from coachlog.journal.release.queries import ReleaseLine, of_person, only_for

if TYPE_CHECKING:
    from coachlog.journal.coachee.lookup import Person
    from coachlog.store.connection import Reader

MOMENTS = {"start": N_("Start"), "halfway": N_("Halfway"), "end": N_("End")}
TOGETHER = N_("When we will review it together")
ROOM = 3
"""Lines to write on under a question."""


class Released(NamedTuple):
    """What a *person* released to *whom*; *others* counts texts for other readers."""

    person: "Person"
    whom: str
    texts: list[ReleaseLine]
    goals: list[ReleaseLine]
    others: int


def read(reader: "Reader", person: "Person", whom: str) -> Released:
    """Return the texts of a *person* released to *whom*, not withdrawn; of each goal the latest."""
    releases = of_person(reader, person.handle)
    for_reader = only_for(releases, whom)
    goals = {release.goal: release for release in for_reader if release.goal is not None}
    texts = [release for release in for_reader if release.goal is None]
    others = len(releases) - len(for_reader)
    return Released(person, whom, texts, list(goals.values()), others)


def plan(released: Released) -> Page:
    """Return a personal development plan (POP) with the released goals, or a blank one."""
    plans = [_plan(goal) for goal in released.goals]
    if not plans:
        note = _("no goal was released to {whom} yet: to fill in together")
        empty = list(_plan_lines(None))
        plans = [Section(_("The plan"), empty, note=note.format(whom=released.whom))]
    title = _("Personal development plan · {name}").format(name=released.person.name)
    return _page(title, released, [], [_text_section(released.texts), *plans])


def three_way(released: Released, moment: str) -> Page:
    """Return the agenda of a three-way talk at a *moment*: released texts and goals, questions.

    *moment* is a key of MOMENTS; there is a method for each, from which the questions come.
    """
    method = load(f"three_way_{moment}")
    questions = [_questions(stage) for stage in method.stages]
    goals = [
        Section(_("Released goal"), list(words(goal, language())), note=_agreed_with(goal))
        for goal in released.goals
    ]
    title = _("Three-way talk · {name}").format(name=released.person.name)
    sections = [_text_section(released.texts), *goals, *questions]
    return _page(title, released, [_(MOMENTS[moment])], sections)


def _questions(stage: Stage) -> Section:
    """Return the questions of a stage that are for all three."""
    lines = [
        Line("", question.ask(language()), sign=DRAWN.dot, room=ROOM)
        for question in stage.questions
        if question.form != "more" and question.layer != "private" and question.to != "coach"
    ]
    return Section(in_user_language(stage.name), lines)


def _page(title: str, released: Released, facts: list[str], sections: Iterable[Section]) -> Page:
    """Return a page with its reader, and without empty *sections*."""
    whom = _("for {whom}").format(whom=released.whom)
    return Page(title, [whom, *facts], [section for section in sections if section.lines])


def _text_section(texts: Iterable[ReleaseLine]) -> Section:
    """Return the section with each released text, and with whom and when that was agreed."""
    lines = [Line("", release.text, _agreed_with(release), sign=DRAWN.dot) for release in texts]
    return Section(_("Released"), lines, note=_("these exact texts, and nothing else"))


def _plan(goal: ReleaseLine) -> Section:
    return Section(_("The plan"), list(_plan_lines(goal)), note=_agreed_with(goal))


def _plan_lines(goal: ReleaseLine | None) -> Iterable[Line]:
    """Yield the fields of the plan; those without a value, or without a *goal*, are blank."""
    for field in GOAL_FIELDS:
        texts = values(goal, field, language()) if goal else []
        for text in texts:
            yield Line(_(LABELS[field]), text)
        if not texts:
            yield blank(_(LABELS[field]), 2 if field in LISTED else 1)
    yield blank(_(TOGETHER))


def _agreed_with(release: ReleaseLine) -> str:
    return _("agreed with {who} on {day}").format(
        who=release.agreed_by, day=day_text(release.released_on, language())
    )

"""A look back in figures: a line a person, all of them together, and how sure people were.

Nothing here puts people in an order of merit.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

from coachlog.journal.action.queries import ActionLine
from coachlog.journal.session.mirror import Ideas
from coachlog.schema.vocabulary import COMMUNICATION_FORMS
from coachlog.views.review.people import PeriodReview, PersonReview

BANDS = ((8, 10), (5, 7), (1, 4))
"""How sure somebody was, from 1 to 10, in three bands."""


class PersonLine(NamedTuple):
    """One person, as `review --csv` gives it.

    coachee, name           who
    sessions, minutes       conversations that were held, and how long they took together
    goals                   active at some time in the period
    goals_higher, _lower    whose figure was higher or lower at the end than at the start
    goals_reached, _dropped which ended so in the period
    actions_done, _partly, _dropped   which ended so in the period
    actions_open, _late     open at the end; of these, past their day
    options_by_...          whose ideas the options were; empty where the mirror is off
    observations, checkins, reflections   how many
    spoke_...               in how many conversations the coach used that form of communication
    """

    coachee: str
    name: str
    sessions: int
    minutes: int
    goals: int
    goals_higher: int
    goals_lower: int
    goals_reached: int
    goals_dropped: int
    actions_done: int
    actions_partly: int
    actions_dropped: int
    actions_open: int
    actions_late: int
    options_by_coachee: int | None
    options_by_coach: int | None
    options_by_network: int | None
    observations: int
    checkins: int
    reflections: int
    spoke_listen: int
    spoke_summarise: int
    spoke_ask: int
    spoke_scale: int
    spoke_feedback: int
    spoke_observe: int
    spoke_show: int
    spoke_rehearse: int
    spoke_share: int


class Sure(NamedTuple):
    """What came of the actions of which somebody was so sure: those that ended, or are late."""

    low: int
    high: int
    done: int
    partly: int
    dropped: int
    late: int

    @property
    def all(self) -> int:
        """How many there are."""
        return self.done + self.partly + self.dropped + self.late


def line(one: PersonReview, as_of: date) -> PersonLine:
    """One person in figures."""
    ends = [(each.points[0], each.points[-1]) for each in one.goals if each.points]
    goals = [each.goal.status for each in one.goals]
    actions = [each.status for each in one.actions]
    whose, forms = one.ideas, [each.form for each in one.spoken]
    return PersonLine(
        one.whom.handle,
        one.whom.name,
        len(one.talks),
        sum(talk.minutes or 0 for talk in one.talks),
        len(goals),
        sum(last > first for first, last in ends),
        sum(last < first for first, last in ends),
        goals.count("achieved"),
        goals.count("dropped"),
        actions.count("done"),
        actions.count("partly"),
        actions.count("dropped"),
        actions.count("open"),
        sum(each.overdue(as_of) for each in one.actions),
        whose.coachee if whose else None,
        whose.coach if whose else None,
        whose.network if whose else None,
        one.observations,
        one.checkins,
        len(one.reflections),
        *(forms.count(form) for form in COMMUNICATION_FORMS),
    )


def lines(review: PeriodReview) -> list[PersonLine]:
    """Each person in figures, by name."""
    return [line(one, review.as_of) for one in review.people]


def together(found: Sequence[PersonLine]) -> PersonLine:
    """The sum of all; options are None where nobody's were counted."""
    sums: dict[str, Any] = {"coachee": "", "name": ""}
    for name in PersonLine._fields[2:]:
        known = [figure for one in found if (figure := getattr(one, name)) is not None]
        sums[name] = None if name.startswith("options") and not known else sum(known)
    return PersonLine(**sums)


def spoken(of: PersonLine) -> list[tuple[str, int]]:
    """The forms of communication that the coach used, the most usual first."""
    counted = [(form, getattr(of, f"spoke_{form}")) for form in COMMUNICATION_FORMS]
    return sorted((each for each in counted if each[1]), key=lambda each: -each[1])


def ideas(of: PersonLine) -> Ideas | None:
    """Whose ideas the options were, where that is shown."""
    if of.options_by_coachee is None:
        return None
    return Ideas(0, "", of.options_by_coachee, of.options_by_coach or 0, of.options_by_network or 0)


def sureness(actions: Iterable[ActionLine], as_of: date) -> list[Sure]:
    """Sum what came of actions by how sure people were of them, the surest first."""
    told = [each for each in actions if each.confidence is not None]
    found = []
    for low, high in BANDS:
        band = [each for each in told if low <= (each.confidence or 0) <= high]
        ends = [each.status for each in band]
        behind = sum(each.overdue(as_of) for each in band)
        done, partly, dropped = (ends.count(end) for end in ("done", "partly", "dropped"))
        found.append(Sure(low, high, done, partly, dropped, behind))
    return [each for each in found if each.all]

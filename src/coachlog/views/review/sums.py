"""A look back in figures: a line per person, the total, and what came of actions by confidence.

Nothing here ranks people.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from coachlog.journal.session.mirror import Ideas
from coachlog.schema.vocabulary import COMMUNICATION_FORMS
from coachlog.views.review.people import PeriodReview, PersonReview

CONFIDENCE_BANDS = ((8, 10), (5, 7), (1, 4))
"""The lowest and highest confidence of each band; it goes from 1 to 10."""


class PersonLine(NamedTuple):
    """The figures of one person, as `review --csv` gives them.

    coachee, name           the handle and the name
    sessions, minutes       conversations that were held, and how long they took together
    goals                   active at some time in the period
    goals_higher, _lower    with a higher or lower score at the end than at the start
    goals_reached, _dropped closed so in the period
    actions_done, _partly, _dropped   closed so in the period
    actions_open, _late     open at the end; of these, overdue
    options_by_...          whose ideas the options were; empty if the mirror is off
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


class ConfidenceOutcome(NamedTuple):
    """How many actions in a band of confidence (*low* to *high*) were closed or are overdue."""

    low: int
    high: int
    done: int
    partly: int
    dropped: int
    late: int

    @property
    def all(self) -> int:
        """Return the sum of the counts."""
        return self.done + self.partly + self.dropped + self.late


def line(review: PersonReview, as_of: date) -> PersonLine:
    """Return the figures of one person; actions are overdue as of the day *as_of*."""
    first_and_last = [(goal.points[0], goal.points[-1]) for goal in review.goals if goal.points]
    goal_statuses = [goal_review.goal.status for goal_review in review.goals]
    action_statuses = [action.status for action in review.actions]
    forms = [line.form for line in review.communication]
    ideas = review.ideas
    return PersonLine(
        coachee=review.person.handle,
        name=review.person.name,
        sessions=len(review.talks),
        minutes=sum(talk.minutes or 0 for talk in review.talks),
        goals=len(review.goals),
        goals_higher=sum(last > first for first, last in first_and_last),
        goals_lower=sum(last < first for first, last in first_and_last),
        goals_reached=goal_statuses.count("achieved"),
        goals_dropped=goal_statuses.count("dropped"),
        actions_done=action_statuses.count("done"),
        actions_partly=action_statuses.count("partly"),
        actions_dropped=action_statuses.count("dropped"),
        actions_open=action_statuses.count("open"),
        actions_late=sum(action.overdue(as_of) for action in review.actions),
        options_by_coachee=ideas.coachee if ideas else None,
        options_by_coach=ideas.coach if ideas else None,
        options_by_network=ideas.network if ideas else None,
        observations=review.observations,
        checkins=review.checkins,
        reflections=len(review.reflections),
        **{f"spoke_{form}": forms.count(form) for form in COMMUNICATION_FORMS},
    )


def lines(review: PeriodReview) -> list[PersonLine]:
    """Return the figures of each person, by name."""
    return [line(person, review.as_of) for person in review.people]


def total(people: Sequence[PersonLine]) -> PersonLine:
    """Return the sum of each figure over *people*, with an empty handle and name.

    Whose ideas options were is None for people without a mirror; the sum is None if it is for all.
    """
    sums: dict[str, Any] = {"coachee": "", "name": ""}
    figure_names = [name for name in PersonLine._fields if name not in sums]
    for name in figure_names:
        figures = [figure for line in people if (figure := getattr(line, name)) is not None]
        is_unknown = name.startswith("options") and not figures
        sums[name] = None if is_unknown else sum(figures)
    return PersonLine(**sums)


def communication_forms(figures: PersonLine) -> list[tuple[str, int]]:
    """Return the forms of communication that were used, with counts, the highest first."""
    counts = [(form, getattr(figures, f"spoke_{form}")) for form in COMMUNICATION_FORMS]
    used = [(form, count) for form, count in counts if count]
    return sorted(used, key=lambda form_count: -form_count[1])


def ideas(figures: PersonLine) -> Ideas | None:
    """Return whose ideas the options were; None if the mirror is off."""
    if figures.options_by_coachee is None:
        return None
    by_coach, by_network = figures.options_by_coach or 0, figures.options_by_network or 0
    return Ideas(0, "", figures.options_by_coachee, by_coach, by_network)


def outcomes_by_confidence(review: PeriodReview) -> list[ConfidenceOutcome]:
    """Return what came of the actions of all people in each band of confidence, highest first.

    Bands without an action that was closed or is overdue are left out.
    """
    actions = [action for person in review.people for action in person.actions]
    outcomes = []
    for low, high in CONFIDENCE_BANDS:
        # An action without a confidence is in no band: 0 is below all of them.
        band = [action for action in actions if low <= (action.confidence or 0) <= high]
        statuses = [action.status for action in band]
        outcome = ConfidenceOutcome(
            low,
            high,
            done=statuses.count("done"),
            partly=statuses.count("partly"),
            dropped=statuses.count("dropped"),
            late=sum(action.overdue(review.as_of) for action in band),
        )
        if outcome.all:
            outcomes.append(outcome)
    return outcomes

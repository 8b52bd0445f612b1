"""Why a conversation counts as practice for a body or not: all reasons that hold, and the first.

The rules and their sources are in `credentials.toml` and in docs/explanation/practice-hours.md.
Where no rule of the body was found, the lower figure counts.
"""

from collections.abc import Iterator

from coachlog.base.texts import N_
from coachlog.practice.talk import Talk

ICF, EMCC = "icf", "emcc"

GROUP_MOST = 15
"""The most people in a group that counts for ICF (`icf_log`)."""

COUNTED, NAMELESS, LETTER_NEEDED = "counted", "nameless", "letter_needed"

REASONS = {
    COUNTED: N_("Counts."),
    "not_held": N_("It has not taken place."),
    "other_activity": N_("This was not coaching of a client."),
    "own_development": N_("This is about yourself."),
    "other_role": N_("You talked in another role than coach."),
    "needs_reason": N_("Counts only if it was mentoring: say why."),
    "own_report": N_("You appraise this person."),
    "three_way": N_("A three-way talk does not count as coaching of the client."),
    "not_live": N_("It was in writing."),
    "no_minutes": N_("The length is missing."),
    "training_unknown": N_("Fill in the day on which your coach training began."),
    "before_training": N_("Before your coach training began."),
    "group_too_large": N_("More than 15 people."),
    "erased": N_("The person was erased: no name left to check."),
    "no_consent": N_("Nobody agreed to be named."),
    "in_balance": N_("It is in your opening balance already."),
    NAMELESS: N_("Counts without a name, with the organisation's letter."),
    LETTER_NEEDED: N_("Counts without a name; the organisation's letter is still needed."),
}
"""The words for each reason, in the order in which the reasons are looked for."""

COUNTING = (COUNTED, NAMELESS, LETTER_NEEDED)
"""The reasons of conversations that count."""

MENDABLE = frozenset(("needs_reason", "no_minutes", "training_unknown", "no_consent"))
"""Reasons against a conversation that go away once something is filled in; the others are facts."""

NO_RULE_FOUND = frozenset(
    (
        *((ICF, "three_way"), (ICF, "erased"), (EMCC, "three_way"), (EMCC, "own_report")),
        *((EMCC, "not_live"), (EMCC, "needs_reason")),
    )
)
"""Bodies and reasons for which no rule was found: the lower figure counts, which is not certain."""

_ROLES = {ICF: ("coaching", "career"), EMCC: ("coaching", "career", "mentoring", "onboarding")}
"""By body, the kinds of trajectory that may count."""


def reason(body: str, talk: Talk, training_started_on: str | None, balance_until: str = "") -> str:
    """Return the first reason that holds for *talk*: why it does not count, or how it counts.

    *balance_until* is the last day of the opening balances, ISO text: what was held until then is
    in them and must not be counted twice.
    """
    against = reasons_against(body, talk, training_started_on, balance_until)
    return against[0] if against else how_it_counts(body, talk)


def how_it_counts(body: str, talk: Talk) -> str:
    """Return how *talk* counts, where nothing is against it."""
    if body == ICF and talk.policy:
        return NAMELESS if talk.letter else LETTER_NEEDED
    return COUNTED


def reasons_against(
    body: str, talk: Talk, training_started_on: str | None, balance_until: str = ""
) -> tuple[str, ...]:
    """Return all that stands in the way of *talk*, in the order of REASONS; () where it counts.

    *balance_until* is as for `reason`.
    """
    refusals = _refusals(body, talk, training_started_on)
    found = [name for name, holds in refusals if holds]
    return (*found, "in_balance") if talk.day <= balance_until else tuple(found)


def _refusals(body: str, talk: Talk, started_on: str | None) -> Iterator[tuple[str, bool]]:
    """Yield the reasons against *talk* in their order, each with whether it holds."""
    yield "not_held", talk.status != "held"
    yield "other_activity", talk.activity != "session"
    yield "own_development", talk.kind == "own"
    yield "other_role", talk.kind not in _ROLES[body]
    yield "needs_reason", talk.kind == "onboarding" and not talk.as_mentoring
    yield "own_report", talk.appraises
    yield "three_way", talk.with_three
    yield "not_live", talk.form == "written"
    yield "no_minutes", not talk.minutes
    if body == ICF:
        yield "training_unknown", started_on is None
        yield "before_training", talk.day < (started_on or "")
        yield "group_too_large", talk.people > GROUP_MOST
        # Under a policy of the organisation its letter stands for the names.
        yield "erased", talk.erased and not talk.policy
        yield "no_consent", not (talk.consent or talk.policy)

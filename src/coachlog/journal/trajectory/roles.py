"""What follows from the roles that a coach has: said to the coach, where it applies."""

from typing import NamedTuple

from coachlog.base.texts import N_, _

ADVICE = {
    "appraises": N_(
        "You appraise this person as well. Say so openly, keep appraisal out of these talks, put "
        "no notes from them in the personnel file, and offer a coach outside the reporting line."
    ),
    "asked_for_opinion": N_(
        "You will be asked for an opinion. Agree beforehand on your answer: only what was "
        "released, or nothing."
    ),
    "close_or_in_conflict": N_(
        "You are close to this person, or in conflict. Choose another coach. If that is not"
        " possible, talk it over in supervision first."
    ),
    "freely_chosen": N_(
        "This is not freely chosen: do not start. Ask for another person or another form of"
        " support."
    ),
}
"""By role, what to do; *freely_chosen* is the one where a no asks for it."""


class Roles(NamedTuple):
    """What was answered about the roles of the coach; None where it was not asked."""

    appraises: bool | int | None = None
    asked_for_opinion: bool | int | None = None
    close_or_in_conflict: bool | int | None = None
    freely_chosen: bool | int | None = None


def advice(roles: Roles) -> list[str]:
    """What follows from *roles*, in the language of the user: not to start comes first."""
    follows = {
        "freely_chosen": roles.freely_chosen is not None and not roles.freely_chosen,
        "appraises": roles.appraises,
        "close_or_in_conflict": roles.close_or_in_conflict,
        "asked_for_opinion": roles.asked_for_opinion,
    }
    return [_(ADVICE[role]) for role, applies in follows.items() if applies]

"""Advice for a coach who has another role towards the person too."""

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
"""The advice by role, where the answer is yes; for *freely_chosen*, where it is no."""


class Roles(NamedTuple):
    """The answers about the roles of the coach; None where it was not asked."""

    appraises: bool | int | None = None
    asked_for_opinion: bool | int | None = None
    close_or_in_conflict: bool | int | None = None
    freely_chosen: bool | int | None = None


def advice(roles: Roles) -> list[str]:
    """Return the advice that applies to *roles*, in the user's language, weightiest first."""
    applies_to = {
        "freely_chosen": roles.freely_chosen is not None and not roles.freely_chosen,
        "appraises": roles.appraises,
        "close_or_in_conflict": roles.close_or_in_conflict,
        "asked_for_opinion": roles.asked_for_opinion,
    }
    return [_(ADVICE[role]) for role, applies in applies_to.items() if applies]

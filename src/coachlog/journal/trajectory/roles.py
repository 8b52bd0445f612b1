"""What the role of the coach asks, and advice for a coach who has another role as well."""

from typing import NamedTuple

from coachlog.base.texts import N_, _

TASKS = {
    "coaching": N_("You ask, and the other person finds the way."),
    "career": N_("You ask, and the other person finds the way."),
    "mentoring": N_("You have been there, and share it when it helps."),
    "onboarding": N_("You show, let the person try, and talk it over. You do not appraise."),
    "manager": N_("You lead this person, and now you talk about development, not about marks."),
    "own": N_("This is about your own development."),
}
"""What the coach does, by kind of trajectory."""

_APPRAISES = N_(
    "You appraise this person as well. Say so openly, keep appraisal out of these talks, put no "
    "notes from them in the personnel file, and offer somebody outside the reporting line."
)
_ASKED_FOR_OPINION = N_(
    "You will be asked for an opinion. Agree beforehand on your answer: only what was "
    "released, or nothing."
)
_CLOSE_OR_IN_CONFLICT = N_(
    "You are close to this person, or in conflict. Choose another coach. If that is not"
    " possible, talk it over in supervision first."
)
_NOT_FREELY_CHOSEN = N_(
    "This is not freely chosen: do not start. Ask for another person or another form of support."
)

ADVICE = {
    "appraises": {
        "manager": N_(
            "Say that this is not an appraisal, and keep appraisal for another time. A development"
            " plan you agree on together may go into the personnel file; notes of this"
            " conversation may not."
        ),
        "onboarding": N_(
            "A buddy does not appraise. Say so openly, and ask that somebody else appraises, or"
            " guides, {name}."
        ),
        "": _APPRAISES,
    },
    "asked_for_opinion": {
        "onboarding": N_(
            "Agree with {name} what you will say about the first months: only what {name} has"
            " read, or only which items of the checklist are done."
        ),
        "manager": N_(
            "You are the one who gives the opinion. Say which talk is for appraisal, and leave out"
            " of it what you heard here."
        ),
        "": _ASKED_FOR_OPINION,
    },
    "close_or_in_conflict": {
        "onboarding": N_(
            "Ask your manager to appoint another buddy. Until then, stick to showing the work."
        ),
        "manager": N_(
            "You cannot hand over being the manager. Let somebody else hold the development talk,"
            " for example HR or a colleague of yours."
        ),
        "mentoring": N_(
            "Choose another mentor. If that is not possible, talk it over with a colleague mentor"
            " first."
        ),
        "": _CLOSE_OR_IN_CONFLICT,
    },
    "freely_chosen": {
        "onboarding": N_(
            "You were appointed as a buddy. Tell {name} who to ask for somebody else."
        ),
        "manager": N_(
            "This conversation is part of managing. Make it clear that {name} decides what to"
            " tell you."
        ),
        "": _NOT_FREELY_CHOSEN,
    },
}
"""The advice by answer and by kind of trajectory; "" holds for the kinds that are not there.

It is given where the answer is yes; for *freely_chosen*, where it is no.
"""


class Roles(NamedTuple):
    """The answers about the roles of the coach; None where it was not asked."""

    appraises: bool | int | None = None
    asked_for_opinion: bool | int | None = None
    close_or_in_conflict: bool | int | None = None
    freely_chosen: bool | int | None = None


def advice(roles: Roles, kind: str, name: str) -> list[str]:
    """Return the advice that applies to *roles*, in the user's language, weightiest first.

    *kind* is that of the trajectory, *name* what the person is called.
    """
    applies_to = {
        "freely_chosen": roles.freely_chosen is not None and not roles.freely_chosen,
        "appraises": roles.appraises,
        "close_or_in_conflict": roles.close_or_in_conflict,
        "asked_for_opinion": roles.asked_for_opinion,
    }
    texts = [ADVICE[role] for role, applies in applies_to.items() if applies]
    return [_(by_kind.get(kind, by_kind[""])).format(name=name) for by_kind in texts]

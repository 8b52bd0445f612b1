"""To whom a question speaks, in words that suit the kind of trajectory."""

from coachlog.base.texts import N_, _
from coachlog.interview.method import Method, Question

_PRIVATE = {
    "coaching": N_(
        "Private: coachlog shows it to the coach only. Not secret in law:"
        " the person coached may have a right to see it."
    ),
    "mentoring": N_(
        "Private: coachlog shows it to the mentor only. Not secret in law:"
        " the mentee may have a right to see it."
    ),
    "onboarding": N_(
        "Private: coachlog shows it to the buddy only. Not secret in law: the newcomer may have "
        "a right to see it."
    ),
    "manager": N_(
        "Private: coachlog shows it to the manager only. Not secret in law:"
        " the employee may have a right to see it."
    ),
    "own": N_("Private: coachlog shows it to you only."),
}
_FOR_YOU = {
    "coaching": N_("For you as the coach:"),
    "mentoring": N_("For you as the mentor:"),
    "onboarding": N_("For you as a buddy (peter or meter):"),
    "manager": N_("For you as the manager:"),
    "own": N_("For you:"),
}


def private(kind: str) -> str:
    """What is said once above the private note, in a trajectory of that *kind*."""
    return _(_PRIVATE.get(kind, _PRIVATE["coaching"]))


def spoken_to(question: Question, method: Method, kind: str, name: str) -> str:
    """To whom *question* speaks, where that has to be said; *name* is the person coached.

    In a talk with two, only what is not for that person; in one with three, each question.
    """
    if method.alone:
        return ""
    if question.to == "coach":
        return _(_FOR_YOU.get(kind, _FOR_YOU["coaching"]))
    if question.to == "sponsor":
        return _("To the manager:")
    if question.to == "both":
        return _("To both:") if method.with_three else _("Together:")
    if method.with_three and question in method.questions:
        return _("To {name}:").format(name=name)
    return ""

"""Whom a question is for, in words that suit the kind of trajectory."""

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
    """Return what stands above the private note in a trajectory of that *kind*."""
    return _(_PRIVATE.get(kind, _PRIVATE["coaching"]))


def addressee(question: Question, method: Method, kind: str, name: str) -> str:
    """Return whom *question* is for, where that has to be shown; *name* is the person coached.

    With two at the table, only questions that are not for that person show it; with three, each
    question of the method. Empty otherwise.
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

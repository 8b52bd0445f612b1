"""Whom a question is for, in words that suit the kind of trajectory."""

from coachlog.base.texts import N_, _
from coachlog.interview.method import Method, Question
from coachlog.journal.trajectory.fields import OWN

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


def privacy_notice(kind: str) -> str:
    """Return the line above a private note that says who may see it; *kind* is the trajectory's."""
    return _(_PRIVATE.get(kind, _PRIVATE["coaching"]))


def addressee(question: Question, method: Method, kind: str, name: str) -> str:
    """Return a line that says whom *question* is for; empty where that is clear.

    *name* is that of the person coached. With two at the table, it is clear that a question is
    for that person; with three, each question of the method says so.
    """
    if method.alone:
        return ""
    if question.to == "coach":
        role = OWN if question.fills == "trajectory_kind" else kind  # it asks for the role
        return _(_FOR_YOU.get(role, _FOR_YOU["coaching"]))
    if question.to == "sponsor":
        return _("To the manager:")
    if question.to == "both":
        return _("To both:") if method.with_three else _("Together:")
    if method.with_three and question in method.questions:
        return _("To {name}:").format(name=name)
    return ""

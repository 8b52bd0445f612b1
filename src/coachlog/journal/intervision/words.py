"""A peer consultation in words: the rules before it, and each step."""

from collections.abc import Iterator, Sequence

from coachlog.base.texts import N_, _, ngettext
from coachlog.journal.intervision.methods import ROLES, ConsultationMethod, Step

LEAST_PEOPLE, MOST_PEOPLE = 4, 8
"""How many people are a good group: five to eight by the sources, four is our own advice."""

GROUND_RULES = (
    N_("What is said here stays here; you only take your own insight with you."),
    N_("No names, and nobody guesses who it is about."),
    N_("Nobody in this group appraises another member."),
)
SPEAKS, SILENT, NOT_SAID = N_("Speaks"), N_("Listens"), N_("Not now")
KEEP_ADVICE = N_(
    "Write down each piece of advice in one line. It stays private with your case until you bring"
    " one in."
)
TIME_UP = N_("Time is up. Finish your sentence")


def opening_lines(method: ConsultationMethod) -> Iterator[str]:
    """Yield what everybody should know before the first step."""
    yield method.about
    minutes = minutes_text(method.minutes)
    people = _("{least} to {most} people").format(least=LEAST_PEOPLE, most=MOST_PEOPLE)
    yield f"{minutes} · {people}"
    if not method.certain:
        yield _("The minutes are a suggestion.")
    yield from (f"- {_(rule)}" for rule in GROUND_RULES)
    yield _("Source: {source}").format(source=method.source)


def step_lines(step: Step, method: ConsultationMethod) -> Iterator[tuple[str, str]]:
    """Yield a step as labels and texts, for plain lines; the heading has no label."""
    yield "", step_heading(step, method)
    yield from step_details(step)
    if following := next_title(step, method):
        yield "", following


def step_heading(step: Step, method: ConsultationMethod) -> str:
    """Return the number of a step, its title and its minutes."""
    number = _("Step {n} of {all}").format(n=step.n, all=len(method.steps))
    return f"{number} · {step.title} · {minutes_text(step.minutes)}"


def step_details(step: Step) -> Iterator[tuple[str, str]]:
    """Yield what is to be done in a step, who speaks and listens, and what is not said."""
    yield "", step.do
    if step.speaks:
        yield _(SPEAKS), _roles(step.speaks)
    if step.silent:
        yield _(SILENT), _roles(step.silent)
    yield _(NOT_SAID), step.not_said


def next_title(step: Step, method: ConsultationMethod) -> str:
    """Return what comes after a step; empty after the last."""
    following = method.steps[step.n : step.n + 1]
    return _("Next: {title}").format(title=following[0].title) if following else ""


def minutes_text(n: int) -> str:
    """Return a number of minutes in words."""
    return ngettext("{n} minute", "{n} minutes", n).format(n=n)


def clock_text(seconds: int) -> str:
    """Return the time left as on a clock: 12:05; 0:00 once it is over."""
    minutes, rest = divmod(max(seconds, 0), 60)
    return f"{minutes}:{rest:02}"


def _roles(roles: Sequence[str]) -> str:
    labels = [_(ROLES[role]) for role in roles]
    return ", ".join([*labels[:1], *(label[0].lower() + label[1:] for label in labels[1:])])

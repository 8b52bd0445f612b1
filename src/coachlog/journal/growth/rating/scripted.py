"""The self-rating of a script: from options or one JSON object, checked before it is saved."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from coachlog.base.errors import CoachlogError, RefusedError, UsageError
from coachlog.base.texts import N_, _
from coachlog.journal.growth.rating.competences import HIGHEST, LOWEST, Competences
from coachlog.journal.growth.rating.prompts import NextStep
from coachlog.terminal.inputs import read_inputs
from coachlog.values import parse

NEXT, DIFFERENTLY = "next", "differently"


class GivenRatings(NamedTuple):
    """The figures by competence, and the next step if one is given."""

    figures: dict[str, int]
    next_step: NextStep | None


def given_ratings(
    competences: Competences,
    rates: Iterable[str],
    source: str | None,
    next_id: str | None,
    differently: str | None,
) -> GivenRatings:
    """Return what JSON from *source* and the options give; options count before JSON.

    Raises RefusedError with the option or the key that is wrong, and UsageError.
    """
    values = _read(source) if source else {}
    figures: dict[str, int] = {}
    for key, value in values.items():
        if key not in (NEXT, DIFFERENTLY):
            figures |= _rated(competences, key, value, key)
    for rate in rates:
        key, equals, typed = rate.partition("=")
        if not equals:
            raise UsageError(
                N_("“{typed}” does not say which figure."),
                N_("For example: coachlog growth self --rate contracting=4"),
                typed=rate[:40],
            )
        figures |= _rated(competences, key, typed, "--rate")
    which = next_id or values.get(NEXT)
    text = parse.text(str(differently or values.get(DIFFERENTLY) or ""))
    return GivenRatings(figures, _next_step(competences, which, text))


def _next_step(competences: Competences, which: object, text: str | None) -> NextStep | None:
    """Return the next step; raises RefusedError where a half of it is missing or wrong."""
    if not which and not text:
        return None
    if not which:
        raise _refusal(NEXT, _("this is missing."))
    if not text:
        raise _refusal(DIFFERENTLY, _("this is missing."))
    try:
        return NextStep(competences.find(str(which)), text)
    except CoachlogError as error:
        raise _refused(NEXT, error) from error


def _rated(competences: Competences, key: str, value: object, path: str) -> dict[str, int]:
    """Return the figure *value* by the id of the competence *key*; raises RefusedError."""
    try:
        competence = competences.find(key)
        is_word = isinstance(value, (int, str)) and not isinstance(value, bool)
        figure = parse.scale(str(value) if is_word else "?", LOWEST, HIGHEST)
    except CoachlogError as error:
        raise _refused(path, error) from error
    if figure is None:
        raise _refusal(path, _("this is empty."))
    return {competence.id: figure}


def _refused(path: str, error: CoachlogError) -> RefusedError:
    return _refusal(path, f"{error.cause_text()} {error.remedy_text()}".strip())


def _refusal(path: str, problem: str) -> RefusedError:
    """Return the error for a wrong option or key *path*."""
    cause, remedy = "{path}: {problem}", N_("Nothing was saved. Correct it and try again.")
    return RefusedError(cause, remedy, path=path, problem=problem)


def _read(source: str) -> Mapping[str, object]:
    """Return the one JSON object in *source*; raises RefusedError for anything else."""
    inputs = read_inputs(source)
    value = inputs[0].value
    if len(inputs) > 1 or not isinstance(value, dict):
        raise RefusedError(
            N_("A self-rating is one JSON object."),
            N_("Nothing was saved. Give one object, for example {example}."),
            example='{"contracting": 4}',
        )
    return value

"""The role of a coach, as it is typed: it gives the kind of trajectory."""

from collections.abc import Mapping

from coachlog.base.folding import plain
from coachlog.base.texts import N_, in_each_language
from coachlog.values.errors import NOT_ACHOICE, KindError, format_known, short

ROLE_KINDS: Mapping[str, str] = {
    "coaching": N_("coach"),
    "career": N_("career coaching"),
    "mentoring": N_("mentor"),
    "onboarding": N_("buddy"),
    "manager": N_("manager"),
}
"""What the coach is called, by the kinds of trajectory with somebody else."""

_WORDS = {
    "coaching": ("coach",),
    "career": ("loopbaan", "carriere"),
    "mentoring": ("mentor",),
    "onboarding": ("buddy", "peter", "meter", "peter_of_meter", "parrain", "marraine"),
    "manager": ("leidinggevende", "responsable"),
}
"""What a coach may type for the kind, besides its code; folded, `_` for a space."""


def role_kind(typed: str | None) -> str | None:
    """Return the kind of trajectory that *typed* names, by its code or by the role of the coach.

    None where nothing was typed. Raises KindError.
    """
    word = plain(typed or "").strip().replace("-", "_").replace(" ", "_")
    if not word:
        return None
    for kind, label in ROLE_KINDS.items():
        names = {plain(name).replace(" ", "_") for name in in_each_language(label)}
        if word in {kind, *names, *_WORDS[kind]}:
            return kind
    raise KindError(*NOT_ACHOICE, answer=short(typed), choices=format_known(ROLE_KINDS))

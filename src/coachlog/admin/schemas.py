"""The inputs that are told as JSON Schema."""

from importlib import import_module
from typing import Any

from coachlog.schema.tables import TABLES

_SPECIAL = {
    "session": "session.model:SessionInput",
    "coachee": "coachee.model:CoacheeInput",
    "levels": "goal.model:ScaleEdit",
    "talent": "coachee.model:TalentInput",
}
SCHEMAS = (
    *_SPECIAL,
    *(name for name, each in TABLES.items() if each.noun.number and name not in _SPECIAL),
)
"""What has an input: all nouns with numbers, and more."""


def input_of(name: str) -> Any:
    """The input model of one of SCHEMAS; loading it is heavy."""
    module, _colon, model = _SPECIAL.get(name, f"{name}.service:").partition(":")
    loaded = import_module(f"coachlog.journal.{module}")
    return getattr(loaded, model) if model else loaded.INPUTS["new"]

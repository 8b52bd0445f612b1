"""The inputs that have a JSON Schema."""

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
    *(name for name, table in TABLES.items() if table.noun.number and name not in _SPECIAL),
)
"""What has an input: all nouns with numbers, and more."""


def input_of(name: str) -> Any:
    """Return the input model of one of SCHEMAS; slow, as it imports the module of the model.

    A noun that is not special has it in its service, as the input of `new`.
    """
    if name not in _SPECIAL:
        return import_module(f"coachlog.journal.{name}.service").INPUTS["new"]
    module, _colon, model = _SPECIAL[name].partition(":")
    return getattr(import_module(f"coachlog.journal.{module}"), model)

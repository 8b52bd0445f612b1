"""In JSON true and false are no numbers: a field that wants one refuses them as any other text."""

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from datetime import date
from typing import Annotated, Any

import pytest
from pydantic import TypeAdapter, ValidationError

import coachlog.journal
from coachlog.journal.common.input_types import Input
from coachlog.values import parse
from coachlog.values.hours import hours
from coachlog.values.levels import level
from coachlog.values.rhythm import rhythm

DAYS = {"now": date(2026, 1, 1), "today": date(2026, 1, 1)}
NUMBERS = ("integer", "number")


def models() -> Iterator[type[Input]]:
    """Yield every input model of the journal, those of parts of a conversation too."""
    for module in pkgutil.walk_packages(coachlog.journal.__path__, "coachlog.journal."):
        if not module.name.endswith((".commands", ".verbs")):
            importlib.import_module(module.name)
    waiting = [Input]
    while waiting:
        model = waiting.pop()
        waiting += model.__subclasses__()
        yield model


def wants(schema: dict[str, Any]) -> str:
    """Return what a field with that JSON Schema wants: a number, a list of them, or else ''."""
    choices = [schema, *schema.get("anyOf", [])]
    if any(name in str(choice.get("type")) for choice in choices for name in NUMBERS):
        return "number"
    items = [choice.get("items") for choice in choices if isinstance(choice.get("items"), dict)]
    is_list = any(name in str(item.get("type")) for item in items if item for name in NUMBERS)
    return "list" if is_list else ""


def problem(adapter: "TypeAdapter[Any]", flag: object) -> str:
    """Return how a field refuses *flag*; empty where it takes it."""
    try:
        adapter.validate_python(flag, context=DAYS)
    except ValidationError as error:
        return str(error.errors()[0]["msg"])
    return ""


def test_no_input_takes_true_or_false_for_a_number_or_for_nothing() -> None:
    wrong, tried = [], 0
    for model in set(models()):
        for name, field in model.model_fields.items():
            kind: Any = Annotated[(field.annotation, *field.metadata, "")]
            adapter = TypeAdapter(kind)
            wanted = wants(adapter.json_schema())
            for flag in (True, False) if wanted else ():
                tried += 1
                told = problem(adapter, [flag] if wanted == "list" else flag)
                if str(flag) not in told:  # refused as any other bad value: by naming it
                    wrong.append((model.__name__, name, flag, told))

    assert not wrong
    assert tried > 200


@pytest.mark.parametrize("flag", [True, False])
def test_no_parser_of_numbers_takes_true_or_false_for_nothing(flag: Any) -> None:
    parsers: list[Callable[[Any], object]] = [
        *(level, rhythm, parse.number, parse.minutes),
        *(lambda value: parse.scale(value, 0, 10), lambda value: hours(value, 0, 600)),
    ]
    for read in parsers:
        with pytest.raises(parse.KindError, match=str(flag)):
            read(flag)

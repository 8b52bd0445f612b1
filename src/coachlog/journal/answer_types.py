"""The types that input models are made of, and the one way to check an input."""

from collections.abc import Callable
from datetime import date
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError, ValidationInfo

from coachlog import kinds
from coachlog.dates import parse_day
from coachlog.errors import CoachlogError, InputRefusedError
from coachlog.texts import _


class Input(BaseModel):
    """What a person enters: unknown fields are refused, so that a typing error loses nothing."""

    model_config = ConfigDict(extra="forbid", str_max_length=kinds.TEXT_MAX)


def _by(parse: Callable[[Any], Any]) -> BeforeValidator:
    """A validator out of a parser of `kinds`: its message becomes the problem of the field."""

    def check(value: Any) -> Any:
        try:
            return parse(value)
        except CoachlogError as error:
            raise ValueError(f"{error.cause_text()} {error.remedy_text()}".strip()) from error

    return BeforeValidator(check)


def _string(parse: Callable[[str], Any]) -> Callable[[Any], Any]:
    return lambda value: parse(value) if isinstance(value, str) else value


def _scale(low: int, high: int) -> BeforeValidator:
    return _by(
        lambda value: kinds.scale(value, low, high) if isinstance(value, (int, str)) else value
    )


def _choice(choices: tuple[str, ...]) -> BeforeValidator:
    return _by(_string(lambda value: kinds.choice(value, choices)))


def _day(value: Any, info: ValidationInfo) -> Any:
    if not isinstance(value, str):
        return value
    if not value.strip():
        return None
    today: date = (info.context or {})["today"]
    try:
        return parse_day(value, today)
    except CoachlogError as error:
        raise ValueError(f"{error.cause_text()} {error.remedy_text()}".strip()) from error


Text = Annotated[str, _by(_string(kinds.text))]
Line = Annotated[str, _by(_string(kinds.line))]
Name = Annotated[str, _by(_string(lambda value: kinds.line(value, 200)))]
Scale = Annotated[int, _scale(0, 10)]
Confidence = Annotated[int, _scale(1, 10)]
Number = Annotated[
    int, _by(lambda value: kinds.number(value) if isinstance(value, (int, str)) else value)
]
Flag = Annotated[
    bool, _by(lambda value: kinds.yes_no(value) if isinstance(value, (bool, str)) else value)
]
Day = Annotated[date, BeforeValidator(_day)]
one_of = _choice


Model = TypeVar("Model", bound=BaseModel)


def checked(model: type[Model], data: Any, today: date) -> Model:
    """*data* as a *model*; raises InputRefusedError with the path of the first field that is wrong.

    *today* is what a day like "tomorrow" is counted from.
    """
    try:
        return model.model_validate(data, context={"today": today})
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        path = ".".join(str(part) for part in first["loc"]) or _("the input")
        raise InputRefusedError(
            path, _problem(first["type"], first["msg"], first.get("ctx", {}))
        ) from error


def _problem(kind: str, message: str, details: dict[str, Any]) -> str:
    """What was expected, in the language of the user where coachlog can say it."""
    said = {
        "missing": _("this is missing."),
        "extra_forbidden": _("this field is not known."),
        "string_type": _("a text is expected."),
        "int_type": _("a whole number is expected."),
        "bool_type": _("true or false is expected."),
        "list_type": _("a list [...] is expected."),
        "model_type": _("an object {{...}} is expected.").format(),
        "date_type": _("a day like 2026-11-23 is expected."),
    }
    if kind in ("value_error", "assertion_error"):
        return str(details.get("error", message))
    return said.get(kind, message)

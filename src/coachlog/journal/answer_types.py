"""The types that input models are made of, and the one way to check an input."""

from collections.abc import Callable
from datetime import date
from typing import Annotated, Any, ClassVar, Literal, TypeVar

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    ValidationInfo,
    model_validator,
)

from coachlog import kinds
from coachlog.dates import Prefer, parse_day
from coachlog.errors import CoachlogError, InputRefusedError
from coachlog.texts import N_, _


class FieldRefusedError(InputRefusedError):
    """One field of an input that no schema is printed of."""

    remedy = N_("Nothing was saved. Correct it and try again.")


class Input(BaseModel):
    """What a person enters: unknown fields are refused, so that a typing error loses nothing.

    An empty text is nothing given. *refused* is the error that a wrong field becomes.
    """

    model_config = ConfigDict(extra="forbid", str_max_length=kinds.TEXT_MAX)
    refused: ClassVar[type[InputRefusedError]] = FieldRefusedError

    @model_validator(mode="before")
    @classmethod
    def _empty_is_none(cls, data: Any) -> Any:
        if not isinstance(data, dict):
            return data
        return {
            _whole(key): None if _is_blank(value) else _whole(value) for key, value in data.items()
        }


def _whole(value: Any) -> Any:
    """A text without half characters, which no message and no file can hold; lists of them too."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    return [_whole(each) for each in value] if isinstance(value, list) else value


def _is_blank(value: Any) -> bool:
    return isinstance(value, str) and not value.strip()


def _by(parse: Callable[[Any], Any], schema: Any = None) -> BeforeValidator:
    """A validator out of a parser of `kinds`: its message becomes the problem of the field.

    *schema* is the type that the JSON Schema shows, where it says more than the field's own.
    """

    def check(value: Any) -> Any:
        try:
            return parse(value)
        except CoachlogError as error:
            raise ValueError(f"{error.cause_text()} {error.remedy_text()}".strip()) from error

    return (
        BeforeValidator(check, json_schema_input_type=schema) if schema else BeforeValidator(check)
    )


def _string(parse: Callable[[str], Any]) -> Callable[[Any], Any]:
    return lambda value: parse(value) if isinstance(value, str) else value


def _figure(parse: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """JSON knows one kind of number: 7.0 is 7. Anything but a figure or a text passes by."""

    def check(value: Any) -> Any:
        whole = int(value) if isinstance(value, float) and value.is_integer() else value
        return parse(whole) if isinstance(whole, (int, str)) else whole

    return check


def parsed(parse: Callable[[Any], Any], schema: Any) -> BeforeValidator:
    """What makes a figure by *parse* out of a text or a figure; the JSON Schema shows *schema*."""
    return _by(_figure(parse), schema)


def figure_from(low: int, high: int) -> BeforeValidator:
    """What makes a figure one from *low* to *high*."""
    schema = Annotated[int, Field(ge=low, le=high)]
    return _by(_figure(lambda value: kinds.scale(value, low, high)), schema)


def words_by(parse: Callable[[Any], Any], most: int) -> BeforeValidator:
    """What makes a list of *most* words by *parse*, out of a list or a text with commas."""
    schema = Annotated[list[str], Field(max_length=most)]
    return _by(lambda value: parse(value) if isinstance(value, (str, list)) else value, schema)


def one_of(choices: tuple[str, ...]) -> BeforeValidator:
    """What makes a text one of *choices*."""
    literal: Any = Literal
    return _by(_string(lambda value: kinds.choice(value, choices)), literal[choices])


def _goal(value: Any) -> Any:
    named = kinds.line(value) if isinstance(value, str) else _figure(kinds.number)(value)
    if not isinstance(named, (str, int)):
        # Only a ValueError becomes the problem of a field.
        raise ValueError(_("the ref or the number of a goal is expected."))  # noqa: TRY004 - above
    return named


def day_by(parse: Callable[[str, date], date]) -> BeforeValidator:
    """What makes a day by *parse*, out of a text and the day it is today."""

    def check(value: Any, info: ValidationInfo) -> Any:
        if not isinstance(value, str):
            return value
        try:
            return parse(value, (info.context or {})["today"])
        except CoachlogError as error:
            raise ValueError(f"{error.cause_text()} {error.remedy_text()}".strip()) from error

    return BeforeValidator(check)


def _day(prefer: Prefer) -> BeforeValidator:
    return day_by(lambda text, today: parse_day(text, today, prefer=prefer))


Text = Annotated[str, _by(_string(kinds.text))]
Line = Annotated[str, _by(_string(kinds.line))]
Name = Annotated[str, _by(_string(lambda value: kinds.line(value, 200)))]
Scale = Annotated[int, figure_from(0, 10)]
Confidence = Annotated[int, figure_from(1, 10)]
Number = Annotated[int, _by(_figure(kinds.number), Annotated[int, Field(ge=1)])]
Numbers = Annotated[list[Number], Field(max_length=100), _by(_string(kinds.numbers), list[Number])]
"""Numbers of several records: a list, or a text with all of them."""
Flag = Annotated[bool, _by(_string(kinds.yes_no))]
GoalName = Annotated[str | int, _by(_goal)]
"""The ref of a goal in the same input, or the number of one that is kept."""
Day = Annotated[date, _day("future")]
PastDay = Annotated[date, _day("past")]


Model = TypeVar("Model", bound=Input)


def checked(model: type[Model], data: Any, today: date) -> Model:
    """*data* as a *model*; raises InputRefusedError with the path of the first field that is wrong.

    *today* is what a day like "tomorrow" is counted from.
    """
    try:
        return model.model_validate(data, context={"today": today})
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        path = ".".join(str(part) for part in first["loc"]) or _("the input")
        raise model.refused(path, _problem(first)) from error


def required(values: dict[str, Any], *names: str) -> None:
    """Refuse a change that would leave one of the fields *names* empty."""
    for name in names:
        if name in values and values[name] is None:
            raise FieldRefusedError(name, _("this cannot be empty."))


def _problem(error: Any) -> str:
    """What was expected, in the language of the user."""
    kind = error["type"]
    if kind in ("value_error", "assertion_error"):
        return str(error["ctx"]["error"])
    if kind != "extra_forbidden" and (error["input"] is None or _is_blank(error["input"])):
        return _("this is empty.")
    if kind == "too_long":
        return _("at most {most} fit here.").format(most=error["ctx"]["max_length"])
    said = {
        "missing": _("this is missing."),
        "extra": _("this field is not known."),
        "string": _("a text is expected."),
        "int": _("a whole number is expected."),
        "finite": _("a whole number is expected."),
        "bool": _("true or false is expected."),
        "list": _("a list [...] is expected."),
        "model": _("an object {{...}} is expected.").format(),
        "date": _("a day like 2026-11-23 is expected."),
    }
    return said.get(kind.partition("_")[0], str(error["msg"]))

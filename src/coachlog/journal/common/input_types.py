"""The types that input models are made of, and the one way to check an input."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import Annotated, Any, ClassVar, TypeVar

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    ValidationInfo,
    WithJsonSchema,
    model_validator,
)

from coachlog.base.errors import CoachlogError, InputRefusedError
from coachlog.base.texts import N_, _
from coachlog.dates.parse import parse_day, parse_past_day
from coachlog.journal.common.json_schema import SIGN, Told, allow_empty
from coachlog.values import parse as kinds
from coachlog.values.errors import NOT_ANUMBER, KindError
from coachlog.values.text import NO, YES


class FieldRefusedError(InputRefusedError):
    """One field of an input that no schema is printed of."""

    remedy = N_("Nothing was saved. Correct it and try again.")


class Input(BaseModel):
    """What a person enters: unknown fields are refused, so that a typing error loses nothing.

    An empty text is nothing given. *refused* is the error that a wrong field becomes. What the
    journal alone writes, *read_only*, may stand in an input and is passed over: name and type as
    JSON Schema has them. The days ahead are counted from the day *own_day*, where one is given.
    """

    model_config = ConfigDict(extra="forbid", str_max_length=kinds.TEXT_MAX)
    refused: ClassVar[type[InputRefusedError]] = FieldRefusedError
    read_only: ClassVar[Told] = {}
    own_day: ClassVar[str] = ""

    @model_validator(mode="before")
    @classmethod
    def _empty_is_none(cls, data: Any) -> Any:
        if not isinstance(data, dict):
            return data
        return {
            _whole(key): None if _is_blank(value) else _whole(value)
            for key, value in data.items()
            if key not in cls.read_only
        }

    @classmethod
    def __get_pydantic_json_schema__(cls, core: Any, handler: Any) -> Any:
        """The schema of both ways: what is only told is `readOnly`."""
        reference = handler(core)
        schema = handler.resolve_ref_schema(reference)
        fields = schema.setdefault("properties", {})
        for field in fields.values():
            allow_empty(field)
        fields |= {name: {**kind, "readOnly": True} for name, kind in cls.read_only.items()}
        return reference


def _whole(value: Any) -> Any:
    """A text without half characters, which no message and no file can hold; lists of them too."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    return [_whole(each) for each in value] if isinstance(value, list) else value


def _is_blank(value: Any) -> bool:
    return isinstance(value, str) and not value.strip()


def _by(parse: Callable[[Any], Any], **schema: Any) -> BeforeValidator:
    """A validator out of a parser of `kinds`: its message becomes the problem of the field.

    *schema* tells in the JSON Schema what it takes.
    """

    def check(value: Any) -> Any:
        try:
            return parse(value)
        except CoachlogError as error:
            raise ValueError(f"{error.cause_text()} {error.remedy_text()}".strip()) from error

    return BeforeValidator(check, json_schema_input_type=_shown_as(schema))


def _shown_as(schema: dict[str, Any]) -> Any:
    return Annotated[Any, WithJsonSchema(schema)]


def _string(parse: Callable[[str], Any]) -> Callable[[Any], Any]:
    return lambda value: parse(value) if isinstance(value, str) else value


def _figure(parse: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """JSON knows one kind of number: 7.0 is 7. Anything but a figure or a text passes by."""

    def check(value: Any) -> Any:
        whole = int(value) if isinstance(value, float) and value.is_integer() else value
        return parse(whole) if isinstance(whole, (int, str)) else whole

    return check


def parsed(parse: Callable[[Any], Any], low: int, high: int) -> BeforeValidator:
    """What makes a figure from *low* to *high* by *parse*, out of a text or a figure."""
    return _by(_figure(parse), type=_FIGURE, minimum=low, maximum=high, pattern=SIGN)


def figure_from(low: int, high: int) -> BeforeValidator:
    """What makes a figure one from *low* to *high*."""
    if high <= _FEW:
        digits = "0*(" + "|".join(map(str, range(low, high + 1))) + ")"
    else:
        digits = f"0*[1-9][0-9]{{0,{len(str(high)) - 1}}}"
    pattern = rf"^\s*{digits}(\s*/{high})?\s*$"

    def read(value: Any) -> int | None:
        figure = kinds.scale(value, low, high)
        if isinstance(value, str) and figure is not None and not re.search(pattern, value):
            raise kinds.NotAScaleError(answer=value[:40], low=low, high=high)  # words of people
        return figure

    def check(value: Any) -> Any:
        half = isinstance(value, float) and (value * 2).is_integer() and not value.is_integer()
        return _figure(read)(str(value) if half and high == kinds.TEN else value)

    return _by(check, type=_FIGURE, minimum=low, maximum=high, pattern=pattern)


_FIGURE = ["integer", "string"]
_FEW = 10
"""Figures up to it are told one by one."""


def words_by(
    parse: Callable[[Any], Any], choices: Sequence[str] = (), most: int | None = None
) -> BeforeValidator:
    """What makes a list of words by *parse*, out of a list or a text with commas.

    At most *most* of them, or as many as there are *choices*.
    """
    word: dict[str, Any] = {"type": "string"} | ({"enum": [*choices]} if choices else {})
    return _by(
        lambda value: parse(value) if isinstance(value, (str, list)) else value,
        type=["array", "string"],
        items=word,
        maxItems=most or len(choices),
    )


def one_of(choices: tuple[str, ...]) -> BeforeValidator:
    """What makes a text one of *choices*."""
    return _by(_string(lambda value: kinds.choice(value, choices)), type="string", enum=[*choices])


def _number(value: Any) -> int | None:
    """The number of a record as data has it: without the words that people put before it."""
    if isinstance(value, str) and value.strip() and not re.search(_NUMBERED, value):
        raise KindError(*NOT_ANUMBER, answer=value[:40])
    return kinds.number(value)


def _goal(value: Any) -> Any:
    named = kinds.line(value) if isinstance(value, str) else _figure(_number)(value)
    if not isinstance(named, (str, int)):
        # Only a ValueError becomes the problem of a field.
        raise ValueError(_("the ref or the number of a goal is expected."))  # noqa: TRY004 - above
    return named


def day_by(parse: Callable[[str, date], date], counted_from: str = "now") -> BeforeValidator:
    """What makes a day by *parse*, out of a text and a day of the context: `now` or `today`."""

    def check(value: Any, info: ValidationInfo) -> Any:
        if not isinstance(value, str):
            return value
        try:
            return parse(value, (info.context or {})[counted_from])
        except CoachlogError as error:
            raise ValueError(f"{error.cause_text()} {error.remedy_text()}".strip()) from error

    return BeforeValidator(check, json_schema_input_type=_shown_as(_DAY))


_DAY = {"type": "string", "pattern": SIGN, "description": "2026-11-23, or in words."}


def _text_of(parse: Callable[[str], Any], most: int) -> BeforeValidator:
    return _by(_string(parse), type="string", pattern=SIGN, maxLength=most)


Text = Annotated[str, _text_of(kinds.text, kinds.TEXT_MAX)]
Line = Annotated[str, _text_of(kinds.line, kinds.LINE_MAX)]
Name = Annotated[str, _text_of(kinds.name, kinds.NAME_MOST)]
Scale = Annotated[int, figure_from(0, 10)]
Confidence = Annotated[int, figure_from(1, 10)]
_NUMBERED = r"^\s*#?0*[1-9][0-9]*\s*$"
_NUMBER = {"type": _FIGURE, "minimum": 1, "pattern": _NUMBERED}
Number = Annotated[int, _by(_figure(_number), **_NUMBER)]
Numbers = Annotated[
    list[Number],
    Field(max_length=100),
    _by(_string(kinds.numbers), type=["array", "string"], items=_NUMBER, maxItems=100),
]
"""Numbers of several records: a list, or a text with all of them."""
Flag = Annotated[bool, _by(_string(kinds.flag), enum=[True, False, 0, 1, *YES, *NO])]
GoalName = Annotated[
    str | int, _by(_goal, type=_FIGURE, minimum=1, pattern=SIGN, maxLength=kinds.LINE_MAX)
]
"""The ref of a goal in the same input, or the number of one that is kept."""
Day = Annotated[date, day_by(parse_day, "today")]
"""A day that is not certain lies ahead: after the record's own day."""
DayOver = Annotated[date, day_by(parse_past_day)]
"""A day that is over; one to come is refused."""
PastDay = Annotated[date, day_by(lambda text, now: parse_day(text, now, prefer="past"))]
"""A day that is not certain is over by now."""


Model = TypeVar("Model", bound=Input)


def checked(model: type[Model], data: Any, now: date, today: date | None = None) -> Model:
    """*data* as a *model*; raises InputRefusedError with the path of the first field that is wrong.

    A day that is over is counted from *now*, one that lies ahead from *today*: the record's own
    day, which is now where the record tells none.
    """
    days = {"now": now, "today": today or _own_day(model, data, now)}
    try:
        return model.model_validate(data, context=days)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        path = ".".join(str(part) for part in first["loc"]) or _("the input")
        raise model.refused(path, _problem(first)) from error


def _own_day(model: type[Input], data: Any, now: date) -> date:
    """The day that the record is of; what is wrong with it is told where all is checked."""
    text = data.get(model.own_day) if isinstance(data, dict) else None
    try:
        return parse_day(text, now, prefer="past") if isinstance(text, str) else now
    except CoachlogError:
        return now


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

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
from coachlog.journal.common.json_schema import NOT_BLANK, ReadOnlyFields, allow_empty
from coachlog.journal.common.raw_values import as_value_error, is_blank, replace_surrogates
from coachlog.values import parse as kinds
from coachlog.values.errors import NOT_ANUMBER, KindError
from coachlog.values.text import NO, YES


class FieldRefusedError(InputRefusedError):
    """A field of an input is wrong."""

    remedy = N_("Nothing was saved. Correct it and try again.")


class Input(BaseModel):
    """What a person enters: unknown fields are refused, so that a typing error loses nothing.

    An empty text counts as None. *refused* is the error to raise for a wrong field. The fields
    *read_only*, each with its JSON Schema, are written by the journal only: an input may have
    them, and they are ignored. *own_day* names the field with the day of the record, from which
    days such as "in two weeks" are counted; without one they are counted from today.
    """

    model_config = ConfigDict(extra="forbid", str_max_length=kinds.TEXT_MAX)
    refused: ClassVar[type[InputRefusedError]] = FieldRefusedError
    read_only: ClassVar[ReadOnlyFields] = {}
    own_day: ClassVar[str] = ""

    @model_validator(mode="before")
    @classmethod
    def _empty_is_none(cls, data: Any) -> Any:
        """Return the fields that a person may set, with None in place of each blank text."""
        if not isinstance(data, dict):  # refused by pydantic, in its own words
            return data
        values = {}
        for key, value in data.items():
            if key not in cls.read_only:
                values[replace_surrogates(key)] = (
                    None if is_blank(value) else replace_surrogates(value)
                )
        return values

    @classmethod
    def __get_pydantic_json_schema__(cls, core: Any, handler: Any) -> Any:
        """Return the schema with empty values allowed, and the read-only fields marked so."""
        reference = handler(core)
        schema = handler.resolve_ref_schema(reference)
        fields = schema.setdefault("properties", {})
        for field in fields.values():
            allow_empty(field)
        for name, field_schema in cls.read_only.items():
            fields[name] = {**field_schema, "readOnly": True}
        return reference


def _by(parse: Callable[[Any], Any], **schema: Any) -> BeforeValidator:
    """Return a validator that calls *parse*; an error's cause and remedy become the problem.

    *schema* are the keywords of what it accepts, for the JSON Schema.
    """

    def check(value: Any) -> Any:
        with as_value_error():
            return parse(value)

    return BeforeValidator(check, json_schema_input_type=_type_with_schema(schema))


def _type_with_schema(schema: dict[str, Any]) -> Any:
    return Annotated[Any, WithJsonSchema(schema)]


def _if_text(parse: Callable[[str], Any]) -> Callable[[Any], Any]:
    """Return a parser that leaves anything but a text as it is, for pydantic to check."""
    return lambda value: parse(value) if isinstance(value, str) else value


def _if_figure(parse: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Return a parser that leaves anything but a whole number or a text as it is.

    JSON has one kind of number, so 7.0 counts as 7.
    """

    def check(value: Any) -> Any:
        whole = int(value) if isinstance(value, float) and value.is_integer() else value
        return parse(whole) if isinstance(whole, (int, str)) else whole

    return check


def parsed(parse: Callable[[Any], Any], low: int, high: int) -> BeforeValidator:
    """Return a validator that makes a text or a number a figure from *low* to *high* by *parse*."""
    return _by(_if_figure(parse), type=_FIGURE, minimum=low, maximum=high, pattern=NOT_BLANK)


def figure_from(low: int, high: int) -> BeforeValidator:
    """Return a validator for a figure from *low* to *high*, which may be typed as "7/10"."""
    if high <= _LISTED_MOST:
        digits = "0*(" + "|".join(map(str, range(low, high + 1))) + ")"
    else:  # at most as many digits as *high* has
        digits = f"0*[1-9][0-9]{{0,{len(str(high)) - 1}}}"
    pattern = rf"^\s*{digits}(\s*/{high})?\s*$"

    def parse_figure(value: Any) -> int | None:
        figure = kinds.scale(value, low, high)
        if isinstance(value, str) and figure is not None and not re.search(pattern, value):
            # Words such as "seven" are for people who type an answer, not for data.
            raise kinds.NotAScaleError(answer=value[:40], low=low, high=high)
        return figure

    def check(value: Any) -> Any:
        is_half = isinstance(value, float) and (value * 2).is_integer() and not value.is_integer()
        if is_half and high == kinds.TEN:
            value = str(value)  # as a text, 6.5 is refused with "6 or 7?"
        return _if_figure(parse_figure)(value)

    return _by(check, type=_FIGURE, minimum=low, maximum=high, pattern=pattern)


_FIGURE = ["integer", "string"]
_LISTED_MOST = 10
"""Up to this figure, the pattern of a scale lists each figure."""


def words_by(
    parse: Callable[[Any], Any], choices: Sequence[str] = (), most: int | None = None
) -> BeforeValidator:
    """Return a validator that makes a list, or a text with commas, a list of words by *parse*.

    The JSON Schema allows *most* of them, or as many as there are *choices*.
    """
    item_schema: dict[str, Any] = {"type": "string"}
    if choices:
        item_schema["enum"] = [*choices]
    return _by(
        lambda value: parse(value) if isinstance(value, (str, list)) else value,
        type=["array", "string"],
        items=item_schema,
        maxItems=most or len(choices),
    )


def one_of(choices: kinds.Known) -> BeforeValidator:
    """Return a validator that makes a text one of *choices*, which may have words for codes."""
    return _by(_if_text(lambda value: kinds.choice(value, choices)), type="string", enum=[*choices])


def _record_number(value: Any) -> int | None:
    """Return the number of a record, such as 3 or "#3"; raises KindError for "goal 3"."""
    if isinstance(value, str) and value.strip() and not re.search(_NUMBER_PATTERN, value):
        raise KindError(*NOT_ANUMBER, answer=value[:40])
    return kinds.number(value)


def _goal_name(value: Any) -> Any:
    """Return the ref of a goal as a text, or its number; raises ValueError for anything else."""
    name = kinds.line(value) if isinstance(value, str) else _if_figure(_record_number)(value)
    if not isinstance(name, (str, int)):
        # Only a ValueError becomes the problem of a field.
        raise ValueError(_("the ref or the number of a goal is expected."))  # noqa: TRY004 - above
    return name


def day_by(parse: Callable[[str, date], date], context_day: str = "now") -> BeforeValidator:
    """Return a validator that makes a text a day by *parse*.

    It is counted from a day of the validation context, `now` or `today`: see `checked`.
    """

    def check(value: Any, info: ValidationInfo) -> Any:
        if not isinstance(value, str):
            return value
        with as_value_error():
            return parse(value, (info.context or {})[context_day])

    return BeforeValidator(check, json_schema_input_type=_type_with_schema(_DAY))


_DAY = {"type": "string", "pattern": NOT_BLANK, "description": "2026-11-23, or in words."}


def _text_of(parse: Callable[[str], Any], most: int) -> BeforeValidator:
    return _by(_if_text(parse), type="string", pattern=NOT_BLANK, maxLength=most)


Text = Annotated[str, _text_of(kinds.text, kinds.TEXT_MAX)]
Line = Annotated[str, _text_of(kinds.line, kinds.LINE_MAX)]
Name = Annotated[str, _text_of(kinds.name, kinds.NAME_MOST)]
Scale = Annotated[int, figure_from(0, 10)]
Confidence = Annotated[int, figure_from(1, 10)]
_NUMBER_PATTERN = r"^\s*#?0*[1-9][0-9]*\s*$"
_NUMBER = {"type": _FIGURE, "minimum": 1, "pattern": _NUMBER_PATTERN}
Number = Annotated[int, _by(_if_figure(_record_number), **_NUMBER)]
Numbers = Annotated[
    list[Number],
    Field(max_length=100),
    _by(_if_text(kinds.numbers), type=["array", "string"], items=_NUMBER, maxItems=100),
]
"""Numbers of several records: a list, or a text with all of them."""
Flag = Annotated[bool, _by(_if_text(kinds.flag), enum=[True, False, 0, 1, *YES, *NO])]
GoalName = Annotated[
    str | int, _by(_goal_name, type=_FIGURE, minimum=1, pattern=NOT_BLANK, maxLength=kinds.LINE_MAX)
]
"""The ref of a goal in the same input, or the number of one in the journal."""
Day = Annotated[date, day_by(parse_day, "today")]
"""A day without a year, such as 3 May, is the first one after the record's own day."""
DayOver = Annotated[date, day_by(parse_past_day)]
"""A day in the past or today; a later one is refused."""
PastDay = Annotated[date, day_by(lambda text, now: parse_day(text, now, prefer="past"))]
"""A day without a year, such as 3 May, is the last one before now."""


Model = TypeVar("Model", bound=Input)


def validated(model: type[Model], data: Any, now: date, today: date | None = None) -> Model:
    """Return *data* as a *model*; raises InputRefusedError with the path of the first wrong field.

    Past days are counted from *now*. Days ahead are counted from *today*, by default the record's
    own day, or else *now*.
    """
    days = {"now": now, "today": today or _own_day(model, data, now)}
    try:
        return model.model_validate(data, context=days)
    except ValidationError as error:
        first_error = error.errors(include_url=False)[0]
        path = ".".join(str(part) for part in first_error["loc"]) or _("the input")
        raise model.refused(path, _problem(first_error)) from error


def _own_day(model: type[Input], data: Any, now: date) -> date:
    """Return the record's own day, or *now* where it has none or a wrong one.

    A wrong one is refused later, as any wrong field.
    """
    text = data.get(model.own_day) if isinstance(data, dict) else None
    try:
        return parse_day(text, now, prefer="past") if isinstance(text, str) else now
    except CoachlogError:
        return now


def required(values: dict[str, Any], *names: str) -> None:
    """Raise FieldRefusedError for a change that would empty one of the fields *names*."""
    for name in names:
        if name in values and values[name] is None:
            raise FieldRefusedError(name, _("this cannot be empty."))


def _problem(error: Any) -> str:
    """Return what is wrong with a field, given an error of pydantic, in the user's language."""
    kind = error["type"]
    if kind in ("value_error", "assertion_error"):  # raised by a validator of ours, with its text
        return str(error["ctx"]["error"])
    is_empty = error["input"] is None or is_blank(error["input"])
    if is_empty and kind != "extra_forbidden":
        return _("this is empty.")
    if kind == "too_long":
        return _("at most {most} fit here.").format(most=error["ctx"]["max_length"])
    messages = {
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
    subject = kind.partition("_")[0]  # "int" of `int_type` and of `int_parsing`
    return messages.get(subject, str(error["msg"]))

"""Records by options, by JSON or by questions: one table of fields serves all three."""

import inspect
from collections.abc import Callable, Mapping, Sequence
from typing import Annotated, Any, NamedTuple

import typer

from coachlog.errors import CoachlogError, MissingAnswersError, RefusedError, StoppedError
from coachlog.terminal.commands_typed import BACK, EDIT, SKIP, STOP, Command, word
from coachlog.terminal.context import Context
from coachlog.terminal.editor import edit as edit_text
from coachlog.terminal.inputs import Given, read_inputs
from coachlog.terminal.prompter import Prompt, Prompter, make_prompter
from coachlog.texts import N_, _


class NotOneObjectError(RefusedError):
    """Something is changed by one object; anything else would be lost in silence."""

    cause = N_("A change is one JSON object with the fields that change.")
    remedy = N_("Nothing was saved. Give one object, for example {example}.")


class Asked(NamedTuple):
    """A field of an input: its name, how it is asked for, and the check of its answer."""

    name: str
    label: str
    help: str = ""
    check: Callable[[str], object] | None = None
    required: bool = False

    @property
    def flag(self) -> str:
        """The option that gives this field."""
        return "--" + self.name.replace("_", "-")


Run = Callable[..., None]


def with_options(
    fields: Sequence[Asked], *, number: str = "", more: Mapping[str, Any] | None = None
) -> Callable[[Run], Run]:
    """Give a command one option for each field, `--from`, and perhaps the argument *number*.

    The command is called with `source`, `given` (the fields that were given) and, with a number,
    `which`.
    """

    def decorate(function: Run) -> Run:
        def command(**values: Any) -> None:
            given = {field.name: values.pop(field.name) for field in fields}
            function(
                given={name: value for name, value in given.items() if value is not None}, **values
            )

        parameters = {"which": _argument(number)} if number else {}
        parameters |= {
            field.name: _option(field.flag, field.help or field.label) for field in fields
        }
        parameters |= {
            "source": _option("--from", N_("JSON from a file; - reads a pipe."), "FILE"),
            **(more or {}),
        }
        command.__doc__ = function.__doc__
        command.__annotations__ = parameters
        signature = [
            inspect.Parameter(
                name, inspect.Parameter.KEYWORD_ONLY, annotation=kind, **_default(name, kind)
            )
            for name, kind in parameters.items()
        ]
        command.__signature__ = inspect.Signature(signature)  # type: ignore[attr-defined]
        return command

    return decorate


def collect(
    context: Context,
    fields: Sequence[Asked],
    given: dict[str, str],
    source: str | None,
    now: Mapping[str, str] | None = None,
) -> list[Given]:
    """The inputs: from *source* with the options put over it, from options, or by asking.

    *now* holds present values when something is changed; then a question left empty changes
    nothing. Raises MissingAnswersError when nobody can be asked for what is required.
    """
    if source:
        return [put_over(each, given) for each in read_inputs(source)]
    missing = [field.flag for field in fields if field.required and not given.get(field.name)]
    if given and not missing:
        return [Given(given)]
    if not context.interactive:
        raise MissingAnswersError(missing or [field.flag for field in fields])
    left = [field for field in fields if field.name not in given]
    return [Given(given | _ask(make_prompter(context), left, now or {}))]


def collect_change(
    context: Context,
    fields: Sequence[Asked],
    given: dict[str, str],
    source: str | None,
    now: Mapping[str, Any],
) -> dict[str, Any]:
    """The fields that change, which may be none; *now* holds the present values.

    Raises NotOneObjectError for anything but one object, and what `collect` raises.
    """
    found = collect(context, fields, given, source, shown(now))
    if len(found) > 1 or not isinstance(found[0].value, dict):
        raise NotOneObjectError(example='{"' + fields[0].name + '": "…"}')
    return found[0].value


def put_over(given: Given, options: dict[str, Any]) -> Given:
    """*given* with the fields of *options* in place of its own."""
    value = given.value
    return given._replace(value=value | options) if isinstance(value, dict) else given


def shown(values: Mapping[str, Any]) -> dict[str, str]:
    """Present values as they would be typed; what is empty, or no text or figure, is left out."""
    return {name: str(value) for name, value in values.items() if isinstance(value, (str, int))}


def _ask(prompter: Prompter, fields: Sequence[Asked], now: Mapping[str, str]) -> dict[str, str]:
    said: dict[str, str] = {}
    place = 0
    while place < len(fields):
        field = fields[place]
        answer = _answer(prompter, field, said.get(field.name) or now.get(field.name) or "")
        if isinstance(answer, Command):
            if answer.name == STOP:
                raise StoppedError
            place += {BACK: -1 if place else 0, SKIP: 1}.get(answer.name, 0)
            continue
        if answer.strip():
            said[field.name] = answer
        elif field.required and not said.get(field.name) and not now.get(field.name):
            continue
        place += 1
    return said


def _answer(prompter: Prompter, field: Asked, present: str) -> str | Command:
    prompter.show(_(field.label) + (f"  ({_(field.help)})" if field.help else ""), "question")
    if present:
        prompter.show(present, "quiet")
    answer = prompter.ask(
        Prompt(
            earlier=present,
            check=_checked_when_given(field),
            help=" · ".join((_("Enter: next"), word(BACK), word(STOP))),
        )
    )
    if isinstance(answer, Command) and answer.name == EDIT:
        try:
            return edit_text(present)
        except CoachlogError as error:
            prompter.show(f"{error.cause_text()} {error.remedy_text()}", "late")
    return answer


def _checked_when_given(field: Asked) -> Callable[[str], object]:
    return lambda text: field.check(text) if field.check and text.strip() else None


def _argument(metavar: str) -> Any:
    return Annotated[str, typer.Argument(metavar=metavar, help=N_("Which one."))]


def _option(flag: str, help_text: str, metavar: str = "TEXT") -> Any:
    return Annotated[
        str | None, typer.Option(flag, help=help_text, metavar=metavar, show_default=False)
    ]


def _default(name: str, kind: Any) -> dict[str, Any]:
    if name == "which":
        return {}
    return (
        {"default": False if kind.__args__[0] is bool else None}
        if hasattr(kind, "__args__")
        else {"default": None}
    )

"""Commands whose options stand in a table, instead of in a signature."""

import inspect
from collections.abc import Callable, Mapping, Sequence
from functools import wraps
from types import MappingProxyType
from typing import Annotated, Any, NamedTuple

import typer

from coachlog.base.texts import N_

Run = Callable[..., None]


def with_parameters(
    parameters: Mapping[str, Any], defaults: Mapping[str, Any] = MappingProxyType({})
) -> Callable[[Run], Run]:
    """Return a decorator that gives a command *parameters*: annotations by name, in order.

    The command takes them as keywords. Without one of the *defaults*, a parameter is optional
    (None or False); only `which` is required.
    """

    def decorate(function: Run) -> Run:
        # Typer reads both, instead of the parameters that the function is written with.
        function.__annotations__ = dict(parameters)
        function.__signature__ = inspect.Signature(  # type: ignore[attr-defined]
            [
                inspect.Parameter(
                    name,
                    inspect.Parameter.KEYWORD_ONLY,
                    annotation=annotation,
                    default=defaults.get(name, _default(name, annotation)),
                )
                for name, annotation in parameters.items()
            ]
        )
        return function

    return decorate


def with_docstring(command: Run, source: Run) -> Run:
    """Return *command* with the docstring of the function *source*, which is its help text."""
    command.__doc__ = source.__doc__
    return command


def option(
    flag: str,
    help_text: str,
    metavar: str = "TEXT",
    *,
    also: Sequence[str] = (),
    several: bool = False,
) -> Any:
    """Return the annotation of a text option; one with *several* texts can be repeated."""
    info = option_info(flag, help_text, metavar, also=also)
    return Annotated[list[str] | None, info] if several else Annotated[str | None, info]


def flag_option(flag: str, help_text: str) -> Any:
    """Return the annotation of an option without a value."""
    return Annotated[bool, typer.Option(flag, help=help_text)]


def option_info(
    flag: str, help_text: str, metavar: str = "TEXT", *, also: Sequence[str] = ()
) -> Any:
    """Return what typer has to know of an option, for an annotation."""
    return typer.Option(flag, *also, help=help_text, metavar=metavar, show_default=False)


Yes = Annotated[bool, typer.Option("--yes", help=N_("Do not ask for confirmation."))]
JsonFile = Annotated[
    str | None, option_info("--from", N_("JSON from a file; - reads standard input."), "FILE")
]
JsonLines = Annotated[
    str | None,
    option_info("--from", N_("JSON or JSON Lines from a file; - reads standard input."), "FILE"),
]

FILE_OPTIONS = {
    "output": option(
        "--output", N_("Write the page to this file: .pdf, .docx, .html, .md or .txt."), "FILE"
    ),
    "force": Annotated[bool, typer.Option("--force", help=N_("Replace the file if there is one."))],
    "opened": Annotated[bool, typer.Option("--open", help=N_("Open the file afterwards."))],
}
"""What a command takes that makes a page: it can be shown, or be a file to hand over."""


class FileOptions(NamedTuple):
    """The options for a page as a file; without *output* the page is shown instead."""

    output: str | None = None
    force: bool = False
    opened: bool = False


def with_file(function: Run) -> Run:
    """Return a command with the options for a file, which *function* takes as *file*."""
    known = inspect.signature(function).parameters

    @wraps(function)
    def run(**given: Any) -> None:
        options = FileOptions(*(given.pop(name) for name in FileOptions._fields))
        function(**given, file=options)

    parameters = {name: each.annotation for name, each in known.items() if name != "file"}
    defaults = {name: each.default for name, each in known.items() if name != "file"}
    return with_parameters(parameters | FILE_OPTIONS, defaults)(run)


def _default(name: str, annotation: Any) -> Any:
    """Return the usual default of a parameter: False for a flag, none at all for `which`."""
    if name == "which":
        return inspect.Parameter.empty
    # The type in `Annotated[bool, …]`; a plain type has no arguments.
    annotated_type = annotation.__args__[0] if hasattr(annotation, "__args__") else None
    return False if annotated_type is bool else None

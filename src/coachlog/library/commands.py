"""The commands `method list`, `method show` and `method check`."""

import os
from pathlib import Path
from typing import Annotated

import typer

from coachlog import settings
from coachlog.base.errors import NotFoundError, RefusedError
from coachlog.base.texts import N_, _
from coachlog.interview.method_files import (
    FoundMethod,
    method_path,
    read,
    read_all,
    read_with_mistakes,
)
from coachlog.library.lines import CheckLine, MethodLine, check_lines, method_line
from coachlog.library.page import page, record
from coachlog.terminal.column import Column
from coachlog.terminal.context import context, say
from coachlog.terminal.output import AsCsv, AsJson, OutputFormat, say_done, show_list
from coachlog.terminal.record_output import show_page

ORIGINS = {"built_in": N_("built in"), "own": N_("own")}
COLUMNS = (
    Column("name", N_("Name"), "phrase"),
    Column("about", N_("When to choose it")),
    Column("stages", N_("Stages"), "text", 4),
    Column("origin", N_("Origin"), "choice", 3, ORIGINS),
)
Name = Annotated[str, typer.Argument(metavar="METHOD", help=N_("The name of a method."))]


def list_(as_json: AsJson = False, as_csv: AsCsv = False) -> None:
    """List the methods: what each is for, built in or your own.

    coachlog method list
    """
    lines = [method_line(found) for found in read_all(settings.own_methods())]
    if not (as_json or as_csv):
        to_correct = _("There is something to correct.")
        lines = [line._replace(about=line.about or to_correct) for line in lines]
    output_format = OutputFormat(as_json, as_csv)
    show_list(context(), output_format, MethodLine._fields, lines, COLUMNS, "")


def show(name: Name, as_json: AsJson = False, as_csv: AsCsv = False) -> None:
    """Show a method: its stages and all its questions, to read or to print.

    coachlog method show oskar
    """
    run = context()
    own_folder = settings.own_methods()
    path = method_path(name, own_folder)
    method = read(path)
    is_own = path.parent == own_folder
    found = FoundMethod(path.stem, path, is_own, method, mistakes=[])
    line = method_line(found)
    output_format = OutputFormat(as_json, as_csv)
    show_page(run, output_format, [line], record(line, method), lambda: page(found, method))


def check(
    which: Annotated[
        str | None,
        typer.Argument(
            metavar="[METHOD]", help=N_("A method or a file; if left out, all your own methods.")
        ),
    ] = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """Check your own method: each mistake with its line and how to fix it.

    coachlog method check grow
    """
    run, own_folder = context(), settings.own_methods()
    if which:
        found = [_find(which, own_folder)]
    else:
        found = [method for method in read_all(own_folder) if method.own]
    lines = [line for method in found for line in check_lines(method)]
    if as_json or as_csv:
        show_list(run, OutputFormat(as_json, as_csv), CheckLine._fields, lines, (), "")
    elif not found:
        say_done(_("You have no methods of your own."), "method new walk --like grow")
    report_mistakes(found, lines, quiet=as_json or as_csv)


def _find(which: str, own_folder: Path) -> FoundMethod:
    """Return the method with that name, or the one in the file with that path.

    Raises MethodUnknownError, or NotFoundError if there is no such file.
    """
    is_path = which.endswith(".toml") or "/" in which or "\\" in which
    if not is_path:
        path = method_path(which, own_folder)
        return read_with_mistakes(path, own=path.parent == own_folder)
    path = settings.whole_path(which)
    if not os.path.exists(path):  # noqa: PTH110 - no error for a name that is too long
        raise NotFoundError(
            N_("There is no file {path}."),
            N_("Give a file, or a method: coachlog method list"),
            path=which,
        )
    return read_with_mistakes(path)


def report_mistakes(
    found: list[FoundMethod], lines: list[CheckLine], *, quiet: bool = False
) -> None:
    """Print the mistakes in and advice on the methods *found*, unless *quiet*.

    *lines* are those of all the methods. Raises RefusedError if one has a mistake.
    """
    names_with_mistakes = [
        method.name for method in found if any(_is_mistake(method, line) for line in lines)
    ]
    for method in () if quiet else found:
        for line in lines:
            if line.path == str(method.path):
                _say(method, line)
        if method.name not in names_with_mistakes:
            message = _("{name} is in order.").format(name=method.name)
            say_done(message, f"session new --method {method.name}")
    if names_with_mistakes:
        raise RefusedError(
            N_("There is something to correct in {names}."),
            N_(
                "Until then it cannot lead a conversation. Check again: coachlog "
                "method check {name}"
            ),
            names=", ".join(names_with_mistakes),
            name=names_with_mistakes[0],
        )


def _is_mistake(found: FoundMethod, line: CheckLine) -> bool:
    return line.kind == "mistake" and line.path == str(found.path)


def _say(found: FoundMethod, line: CheckLine) -> None:
    """Print one mistake or advice as `walk.toml:12  question x: …`, and its remedy below it."""
    position = found.path.name if line.line is None else f"{found.path.name}:{line.line}"
    message = (
        _("{at}  {place}: {problem}.")
        if line.kind == "mistake"
        else _("{at}  Worth considering, {place}: {problem}.")
    )
    say(message.format(at=position, place=line.place, problem=line.problem))
    say("    " + line.remedy)

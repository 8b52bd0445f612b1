"""The command `method new`: writes a method file to begin with, in the configuration folder."""

import json
import re
from pathlib import Path
from typing import Annotated

import typer

from coachlog import settings
from coachlog.base.errors import RefusedError, UnavailableError, system_problem
from coachlog.base.ids import slug
from coachlog.base.texts import LANGUAGES, N_, _, language
from coachlog.interview.method import Method, spoken
from coachlog.interview.shelf import COMMON, method_path, read, read_with_mistakes
from coachlog.library.commands import report_mistakes
from coachlog.library.lines import check_lines
from coachlog.library.opening import open_file
from coachlog.terminal.command_options import option_info
from coachlog.terminal.context import context, say
from coachlog.terminal.output import say_done

STARTER = Path(__file__).parent / "starter.toml"
RESERVED = (COMMON, "ask", "starter")
LONGEST = 40
_TOP = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\n)*")


def new(
    name: Annotated[
        str, typer.Argument(metavar="NEW", help=N_("What it will be called, for example walk."))
    ],
    like: Annotated[
        str | None,
        option_info("--like", N_("Start from a copy of it."), "METHOD"),
    ] = None,
    edit: Annotated[
        bool, typer.Option("--edit/--no-edit", help=N_("Open it in your editor at once."))
    ] = True,
) -> None:
    """Start your own method: a file with a few questions, or a copy.

    coachlog method new walk --like grow
    """
    run, own = context(), settings.own_methods()
    method_name = name_of(name)
    path = write_new(own, method_name, _text(method_name, like, own))
    say(_("The method {name} is in {path}.").format(name=method_name, path=path))
    if edit and run.interactive:
        open_file(path)
        found = read_with_mistakes(path)
        report_mistakes([found], check_lines(found))
    else:
        say_done(
            _("Open that file in your editor. Then:"),
            f"method check {method_name}",
            f"session new --method {method_name}",
        )


def _text(name: str, like: str | None, own: Path) -> str:
    """Return the text of a new method file: a copy of the method *like*, or the starter."""
    if like is None:
        return copied(STARTER.read_text(encoding="utf-8"), STARTER.stem, name, None)
    path = method_path(like, own)
    method = read(path)
    return copied(path.read_text(encoding="utf-8-sig"), method.id, name, method)


def name_of(typed: str) -> str:
    """Return *typed* as the name of a method and its file: `Walk and talk` is walk_and_talk.

    Raises RefusedError.
    """
    name = slug(typed).replace("-", "_")
    if not name or len(name) > LONGEST or name in RESERVED or not name[0].isalpha():
        raise RefusedError(
            N_("“{name}” cannot be the name of a method."),
            N_("At most 40 letters and digits, for example walk or walk_and_talk."),
            name=typed[:LONGEST],
        )
    return name


def write_new(folder: Path, name: str, text: str) -> Path:
    """Write *text* as the file of a new method in *folder*, and return its path.

    Raises RefusedError if the file exists, UnavailableError if it cannot be written.
    """
    path = folder / f"{name}.toml"
    if path.exists():
        raise RefusedError(
            N_("There is a method of your own called {name}: {path}."),
            N_("Edit that file, then run: coachlog method check {name}"),
            name=name,
            path=path,
        )
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
        path.chmod(0o600)
    except OSError as error:
        raise UnavailableError(
            N_("The method file {path} cannot be written: {problem}."),
            N_("Free some space, or check who may write there."),
            path=path,
            problem=system_problem(error),
        ) from error
    return path


def copied(text: str, old: str, name: str, source: Method | None) -> str:
    """Return *text*, the file of the method *old*, with the ids and name of a new method.

    *source* is the method that it copies, None for the starter. Our introduction replaces the
    comments at the top.
    """
    title = name.replace("_", " ").capitalize()
    origin = spoken(source.source, language()) if source else ""
    own_source = _("Own, after {source}").format(source=origin) if origin else _("Own")
    names = ", ".join(f"{language} = {_quoted(title)}" for language in LANGUAGES)
    head, mark, body = text[_end_of_comments(text) :].partition("[[stage]]")
    for key, value in (
        ("id", _quoted(name)),
        ("version", "1"),
        ("source", _quoted(own_source)),
        ("name", f"{{ {names} }}"),
    ):
        head = _replace_key(head, key, value)
    ids = re.compile(rf'(["\']){re.escape(old)}\.')
    return _introduction(name) + head + mark + ids.sub(rf"\g<1>{name}.", body)


def _replace_key(head: str, key: str, value: str) -> str:
    """Return *head* with *value* on the line of *key*, if it has one."""
    line = re.search(rf"(?m)^{key}[ \t]*=.*$", head)
    return f"{head[: line.start()]}{key} = {value}{head[line.end() :]}" if line else head


def _end_of_comments(text: str) -> int:
    comments = _TOP.match(text)
    return comments.end() if comments else 0


def _introduction(name: str) -> str:
    """Return the comment at the top of a coach's own method file."""
    lines = (
        _("A coaching method: its stages in order, and the questions of each stage."),
        _("Change whatever you like: the texts, the order; copy a question to add another one."),
        _("A line that begins with # is not read."),
        _("What each key means: docs/reference/methods.md"),
        _("After a change: coachlog method check {name}").format(name=name),
    )
    return "".join(f"# {line}\n" for line in lines) + "\n"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)

"""The command `method new`: writes a method file to begin with, in the configuration folder."""

import json
import re
from pathlib import Path
from typing import Annotated

import typer

from coachlog import settings
from coachlog.base.errors import RefusedError, UnavailableError, system_problem
from coachlog.base.ids import slug
from coachlog.base.own_files import file_bytes
from coachlog.base.texts import LANGUAGES, N_, _, in_user_language
from coachlog.interview.method import Method
from coachlog.interview.method_files import COMMON, method_path, read, read_with_mistakes
from coachlog.library.commands import report_mistakes
from coachlog.library.lines import check_lines
from coachlog.library.opening import open_file
from coachlog.store.private_files import write_new_file
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
    run, own_folder = context(), settings.own_methods()
    method_name = name_of(name)
    path = write_new(own_folder, method_name, _text(method_name, like, own_folder))
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


def _text(name: str, like: str | None, own_folder: Path) -> str:
    """Return the text of a new method file: a copy of the method *like*, or the starter."""
    if like is None:
        return copy_with_name(STARTER.read_text(encoding="utf-8"), STARTER.stem, name, None)
    path = method_path(like, own_folder)
    method = read(path)
    return copy_with_name(file_bytes(path).decode("utf-8-sig"), method.id, name, method)


def name_of(typed: str) -> str:
    """Return *typed* as the name of a method and its file: `Walk and talk` is walk_and_talk.

    Raises RefusedError.
    """
    name = slug(typed).replace("-", "_")
    begins_with_letter = name[:1].isalpha()
    if not begins_with_letter or len(name) > LONGEST or name in RESERVED:
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
        write_new_file(path, text)
    except OSError as error:
        raise UnavailableError(
            N_("The method file {path} cannot be written: {problem}."),
            N_("Free some space, or check who may write there."),
            path=path,
            problem=system_problem(error),
        ) from error
    return path


def copy_with_name(text: str, old_name: str, name: str, source: Method | None) -> str:
    """Return *text*, the file of the method *old_name*, with the ids and the name of a new method.

    *source* is the method that is copied, None for the starter. An introduction in the language
    of this run replaces the comments at the top.
    """
    title = name.replace("_", " ").capitalize()
    origin = in_user_language(source.source) if source else ""
    own_source = _("Own, after {source}").format(source=origin) if origin else _("Own")
    titles = ", ".join(f"{language} = {_quoted(title)}" for language in LANGUAGES)
    head, first_header, body = text[_end_of_comments(text) :].partition("[[stage]]")
    for key, value in (
        ("id", _quoted(name)),
        ("version", "1"),
        ("source", _quoted(own_source)),
        ("name", f"{{ {titles} }}"),
    ):
        head = _replace_key(head, key, value)
    # The id of a question begins with the name of its method: "grow.review.01".
    old_prefix = re.compile(rf'(["\']){re.escape(old_name)}\.')
    body = old_prefix.sub(rf"\g<1>{name}.", body)
    return _introduction(name) + head + first_header + body


def _replace_key(head: str, key: str, value: str) -> str:
    """Return *head* with *value* on the line of *key*; unchanged if it has no such line."""
    line = re.search(rf"(?m)^{key}[ \t]*=.*$", head)
    if line is None:
        return head
    return f"{head[: line.start()]}{key} = {value}{head[line.end() :]}"


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

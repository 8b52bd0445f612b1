"""`coachlog method new`: a file of the coach's own to begin with, in the configuration folder."""

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
from coachlog.library.commands import tell
from coachlog.library.lines import check_lines
from coachlog.library.opening import open_file
from coachlog.terminal.command_options import option_info
from coachlog.terminal.context import context, say
from coachlog.terminal.output import say_done

STARTER = Path(__file__).parent / "starter.toml"
TAKEN = (COMMON, "ask", "starter")
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
    called = name_of(name)
    path = begin(own, called, _text(called, like, own))
    say(_("The method {name} is in {path}.").format(name=called, path=path))
    if edit and run.interactive:
        open_file(path)
        found = read_with_mistakes(path)
        tell([found], check_lines(found))
    else:
        say_done(
            _("Open that file in your editor. Then:"),
            f"method check {called}",
            f"session new --method {called}",
        )


def _text(name: str, like: str | None, own: Path) -> str:
    if like is None:
        return copied(STARTER.read_text(encoding="utf-8"), STARTER.stem, name, None)
    path = method_path(like, own)
    method = read(path)
    return copied(path.read_text(encoding="utf-8-sig"), method.id, name, method)


def name_of(typed: str) -> str:
    """*typed* as the name of a method and its file; raises RefusedError."""
    name = slug(typed).replace("-", "_")
    if not name or len(name) > LONGEST or name in TAKEN or not name[0].isalpha():
        raise RefusedError(
            N_("“{name}” cannot be the name of a method."),
            N_("At most 40 letters and digits, for example walk or walk_and_talk."),
            name=typed[:LONGEST],
        )
    return name


def begin(folder: Path, name: str, text: str) -> Path:
    """Write *text* as the new method *name* into *folder*, never over one that is there."""
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
    """*text* of the method *old* as that of a new method *name*; *source* is what it is a copy of.

    Comments at the top make place for ours; ids and the name become those of the new one.
    """
    title = name.replace("_", " ").capitalize()
    told = spoken(source.source, language()) if source else ""
    after = _("Own, after {source}").format(source=told) if told else _("Own")
    names = ", ".join(f"{language} = {_quoted(title)}" for language in LANGUAGES)
    head, mark, body = text[_end_of_comments(text) :].partition("[[stage]]")
    for key, value in (
        ("id", _quoted(name)),
        ("version", "1"),
        ("source", _quoted(after)),
        ("name", f"{{ {names} }}"),
    ):
        head = _with(head, key, value)
    ids = re.compile(rf'(["\']){re.escape(old)}\.')
    return _introduction(name) + head + mark + ids.sub(rf"\g<1>{name}.", body)


def _with(head: str, key: str, value: str) -> str:
    """*head* with another line for *key*, where it has one."""
    found = re.search(rf"(?m)^{key}[ \t]*=.*$", head)
    return f"{head[: found.start()]}{key} = {value}{head[found.end() :]}" if found else head


def _end_of_comments(text: str) -> int:
    found = _TOP.match(text)
    return found.end() if found else 0


def _introduction(name: str) -> str:
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

"""A command line that Typer does not take, read as a person may have meant it."""

import shlex
from collections.abc import Sequence
from typing import Any

from coachlog.base.errors import UsageError
from coachlog.base.texts import N_, _
from coachlog.front import people
from coachlog.front.commands import LeftOverError, NoSuchCommandError
from coachlog.front.complaints import complaint, too_much
from coachlog.front.harmless import is_harmless
from coachlog.front.missing_argument import with_what_is_missing
from coachlog.front.phrases import (
    ALL,
    HELP,
    LEAVE,
    Reading,
    close_to,
    is_help,
    read,
    verbs,
    without_fillers,
)
from coachlog.front.positions import PEOPLE, arguments, path_of, positions
from coachlog.nouns import ROOT
from coachlog.terminal.context import context, hint, say
from coachlog.terminal.global_options import HELP_OF_ALL

JOINED = ("READER", "TALENT", "VALUE")
"""Values of which all words belong together, where nothing comes after them."""


def command_line_meant(argv: list[str], error: Any) -> list[str]:
    """The command line that is meant by *argv*, which Typer refused with *error*.

    Raises a UsageError where none is, or where it changes something that nobody asked for.
    """
    kind = type(error).__name__
    ctx: Any = getattr(error, "ctx", None)
    path = path_of(ctx) if ctx else _path_in(argv)
    command, args = " ".join(path), argv[len(path) :]
    if kind == "NoArgsIsHelpError":
        return [*argv, "--help"]
    if kind == "NoSuchOption" and is_help(error.option_name):
        return [*path, "--help"]
    if isinstance(error, NoSuchCommandError):
        return _command(argv)
    if kind == "MissingParameter" and error.param.param_type_name == "argument":
        return [*path, *with_what_is_missing(command, ctx.command.params, args)]
    if isinstance(error, LeftOverError):
        return [*path, *_with_words_placed(path, ctx.command.params, args)]
    raise complaint(error, command, args)


def _path_in(argv: Sequence[str]) -> list[str]:
    """The words of the command that *argv* begins with."""
    noun, verb = [*argv[:2], "", ""][:2]
    return [each for each, known in ((noun, ROOT), (verb, verbs(noun))) if each in known]


def _command(argv: list[str]) -> list[str]:
    words = argv[: next((at for at, word in enumerate(argv) if word[:1] == "-" and at), len(argv))]
    own = argv[0] in ROOT
    if not own and not is_help(argv[0]) and (person := people.find_by_whole_name(words)):
        return ["coachee", "show", person.handle, *argv[len(words) :]]
    found = read(argv)
    if found.about == ALL:
        return [HELP_OF_ALL]
    if found.about == HELP and found.rest:
        return _command([*found.rest])  # help about what is no command: a person, a misspelt word
    if found.about == HELP:
        return [*(found.commands[0].split() if found.commands else []), "--help"]
    if found.about:
        raise (
            UsageError(
                N_("Nothing is open: coachlog stops by itself after each command."),
                N_("In a conversation, type :stop. Go on with it later: coachlog session resume"),
            )
            if found.about == LEAVE
            else UsageError(
                N_("There is nothing to save: each answer is saved as soon as you give it."),
                N_("See what was saved last: coachlog history"),
            )
        )
    return _meant_by(argv, words, found)


def _meant_by(argv: list[str], words: Sequence[str], found: Reading) -> list[str]:
    """The one command that is meant, or the page of a person. Raises UsageError."""
    if len(found.commands) == 1:
        if _is_misspelt(found):
            noun = found.commands[0].split()[0]
            raise _unknown(argv, _close_verbs(noun, found.rest) or [noun][argv[0] in ROOT :])
        return _run_or_say(argv, [*found.commands[0].split(), *found.rest])
    if not found.commands:
        return _about_somebody(argv, words)
    person, length = people.find_leading(found.rest)
    if person and length == len(found.rest) and found.commands[0].endswith(" show"):
        return _run_or_say(argv, ["coachee", "show", person.handle])
    raise _unknown(argv, [f"{each} {_quoted(found.rest)}".strip() for each in found.commands])


def _is_misspelt(found: Reading) -> bool:
    """Whether after a noun comes neither a verb, nor a number, nor somebody."""
    noun, *verb = found.commands[0].split()
    rest = found.rest
    if not verbs(noun) or not rest or rest[0].startswith("-") or verb not in ([], ["list"]):
        return False
    return not rest[0].removeprefix("#").isdigit() and people.find_leading(rest)[0] is None


def _about_somebody(argv: list[str], words: Sequence[str]) -> list[str]:
    """The page of a person, or what else is said of them: `jonas`, `jonas tijdlijn`."""
    person, length = people.find_leading(words)
    if person is None:
        several = people.find_all(words)
        if several:
            raise _unknown(argv, [f"coachee show {each.handle}" for each in several])
        raise _unknown(argv, [*_corrected(argv), *people.similar_handles(" ".join(words))])
    rest = without_fillers(argv[length:]) if argv[length:] else []
    if not rest or rest[0].startswith("-"):
        return ["coachee", "show", person.handle, *rest]
    found = read(rest)
    if len(found.commands) != 1:
        raise _unknown(argv, [person.handle])
    command = found.commands[0]
    if "list" in verbs(command):
        command = f"{command} list"
    return _run_or_say(argv, [*command.split(), person.handle, *found.rest])


def _run_or_say(argv: list[str], words: list[str]) -> list[str]:
    """*words*, which the person is told; where they may do harm, or nobody looks on, an error."""
    if words[0] == "today" and (person := people.find_leading(words[1:])[0]):
        words = ["coachee", "show", person.handle]
    if "--help" in words or words[: len(argv)] == argv or _only_own_words(argv):
        return words
    if not (context().interactive and is_harmless(words)):
        raise _unknown(argv, [_quoted(words)])
    say(f"= {hint(_quoted(words))}")
    return words


def _only_own_words(argv: Sequence[str]) -> bool:
    """Whether a noun of our own stands before a number or a name: `session 3`, `goal amina`."""
    return argv[0] in ROOT and (len(argv) == 1 or argv[1] not in _foreign(argv[1:2]))


def _foreign(words: Sequence[str]) -> Sequence[str]:
    found = read(words)
    return words if found.commands or found.about else ()


def _quoted(words: Sequence[str]) -> str:
    return " ".join(map(shlex.quote, words))


def _unknown(argv: Sequence[str], meant_instead: Sequence[str]) -> UsageError:
    own = argv[0] in ROOT and len(argv) > 1
    names = ", ".join(hint(each) for each in dict.fromkeys(meant_instead))
    told = " " + _("Did you mean: {commands}?").format(commands=names) if names else ""
    name = argv[1] if own else argv[0]
    return UsageError(
        N_("There is no command {name}.{meant}"),
        N_("See what you can type: coachlog {command}--help"),
        name=name[:LONGEST],
        meant=told,
        command=f"{argv[0]} " if own else "",
    )


LONGEST = 60


def _corrected(argv: list[str]) -> list[str]:
    """The commands that are meant where the first word is misspelt."""
    found = []
    for word in close_to(argv):
        one = read([word, *argv[1:]])
        if one.about == HELP:
            found.append("--help")
        if one.commands and _is_misspelt(one):
            found += _close_verbs(one.commands[0].split()[0], one.rest)
            continue
        found += [f"{each} {_quoted(one.rest)}".strip() for each in one.commands[:1]]
    return list(dict.fromkeys(found))[:MOST]


def _close_verbs(noun: str, rest: Sequence[str]) -> list[str]:
    """The verbs of a noun that look like the word after it."""
    found = []
    for word in close_to(rest) if rest else []:
        one = read([noun, word])
        found += [each for each in one.commands if each.startswith(f"{noun} ") and not one.rest]
    return list(dict.fromkeys(found))[:MOST]


MOST = 2


def _with_words_placed(path: list[str], params: Sequence[Any], args: list[str]) -> list[str]:
    """*args* with the words that are too many where they belong: a name, help, the rest of one."""
    places = positions(params, args)
    its = arguments(params)
    extra = places[len(its) :]
    words = [args[place] for place in extra]
    left = [word for place, word in enumerate(args) if place not in extra]
    if len(words) == 1 and is_help(words[0]):
        return ["--help"]
    if its and its[-1].word in (*PEOPLE, *JOINED):
        last = places[len(its) - 1]
        left[last] = " ".join([args[last], *words])
        return left
    flags = {name for each in params for name in each.opts}
    if path == ["coachee", "new"] and "--name" not in args:
        return [*left, "--name", " ".join(words)]
    if "--coachee" in flags:
        return _with_person(path, left, words)
    raise too_much(" ".join(words), " ".join(path))


def _with_person(path: list[str], left: list[str], words: list[str]) -> list[str]:
    """*left* with the name that *words* are; in a new conversation it may be somebody new."""
    said = without_fillers(words)
    if "--coachee" in left[:-1]:
        at = left.index("--coachee") + 1
        whole = [left[at], *said]
        if people.find_leading(whole)[1] == len(whole):
            return [*left[:at], " ".join(whole), *left[at + 1 :]]
        raise too_much(" ".join(words), " ".join(path))
    person, length = people.find_leading(said)
    if person and length == len(said):
        return [*left, "--coachee", person.handle]
    is_name = all(word[:1].isalpha() for word in said) and len(said) <= LONGEST_NAME
    if is_name and (path == ["session", "new"] or people.find_all(said)):
        return [*left, "--coachee", " ".join(said)]
    close = [f"{' '.join(path)} {each}" for each in people.similar_handles(" ".join(said))]
    names = ", ".join(hint(each) for each in close)
    told = " " + _("Did you mean: {commands}?").format(commands=names) if close else ""
    raise too_much(" ".join(said[length:]) + told, " ".join(path))


LONGEST_NAME = 5

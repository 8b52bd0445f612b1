"""Reads a command line that Typer refused as the person may have meant it."""

import shlex
from collections.abc import Sequence
from typing import Any

from coachlog.base.errors import UsageError
from coachlog.base.texts import N_, _
from coachlog.front import people
from coachlog.front.commands import LeftOverError, NoSuchCommandError
from coachlog.front.complaints import complaint, too_much
from coachlog.front.harmless import is_harmless
from coachlog.front.phrases import (
    ALL,
    HELP,
    LEAVE,
    SAVE,
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
"""Metavars of last arguments that take all remaining words as one value."""


def command_line_meant(argv: list[str], error: Any) -> list[str]:
    """Return the command line that *argv* means, which Typer refused with *error*.

    Raises UsageError if there is none, or if it would write without asking first.
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
        return _read_command(argv)
    if kind == "MissingParameter" and error.param.param_type_name == "argument":
        from coachlog.front.missing_argument import add_missing_argument  # may ask: loads more

        return [*path, *add_missing_argument(command, ctx.command.params, args, error.param)]
    if isinstance(error, LeftOverError):
        return [*path, *_with_words_placed(path, ctx.command.params, args)]
    raise complaint(error, command, args)


def _path_in(argv: Sequence[str]) -> list[str]:
    """Return the words of the command that *argv* begins with."""
    if not argv or argv[0] not in ROOT:
        return []
    has_verb = len(argv) > 1 and argv[1] in verbs(argv[0])
    return list(argv[: 2 if has_verb else 1])


def _read_command(argv: list[str]) -> list[str]:
    """Return the command line that *argv* means: a person's page, help, or a command in words."""
    options = (index for index, word in enumerate(argv) if index and word[:1] == "-")
    words = argv[: next(options, len(argv))]
    is_command = argv[0] in ROOT
    if not is_command and not is_help(argv[0]) and (person := people.find_by_whole_name(words)):
        return ["coachee", "show", person.handle, *argv[len(words) :]]
    reading = read(argv)
    if reading.about == ALL:
        return [HELP_OF_ALL]
    if reading.about == HELP and reading.rest:
        return _read_command([*reading.rest])  # help about a person or a misspelt word
    if reading.about == HELP and words[1:] == ["me"]:  # "help me" is no question about `me`
        return ["--help"]
    if reading.about == HELP:
        return [*(reading.commands[0].split() if reading.commands else []), "--help"]
    if reading.about == LEAVE:
        raise UsageError(
            N_("Nothing is open: coachlog stops by itself after each command."),
            N_("In a conversation, type :stop. Go on with it later: coachlog session resume"),
        )
    if reading.about == SAVE:
        raise UsageError(
            N_("There is nothing to save: each answer is saved as soon as you give it."),
            N_("See what was saved last: coachlog history"),
        )
    return _resolve(argv, words, reading)


def _resolve(argv: list[str], words: Sequence[str], reading: Reading) -> list[str]:
    """Return the one command that is meant, or the page of a person. Raises UsageError."""
    if len(reading.commands) == 1:
        if _is_misspelt(reading):
            noun = reading.commands[0].split()[0]
            raise _unknown(argv, _close_verbs(noun, reading.rest) or [noun][argv[0] in ROOT :])
        return _run_or_say(argv, [*reading.commands[0].split(), *reading.rest])
    if not reading.commands:
        return _about_somebody(argv, words)
    person, length = people.find_leading(reading.rest)
    if person and length == len(reading.rest) and reading.commands[0].endswith(" show"):
        return _run_or_say(argv, ["coachee", "show", person.handle])
    rest = _quoted(reading.rest)
    raise _unknown(argv, [f"{command} {rest}".strip() for command in reading.commands])


def _is_misspelt(reading: Reading) -> bool:
    """Whether the word after a noun is neither a verb, nor a number, nor a person."""
    noun, *verb = reading.commands[0].split()
    rest = reading.rest
    if not verbs(noun) or not rest or rest[0].startswith("-") or verb not in ([], ["list"]):
        return False
    return not rest[0].removeprefix("#").isdigit() and people.find_leading(rest)[0] is None


def _about_somebody(argv: list[str], words: Sequence[str]) -> list[str]:
    """Return a command for a name: `jonas` is their page, `jonas tijdlijn` their timeline."""
    person, length = people.find_leading(words)
    if person is None:
        several = people.find_all(words)
        if several:
            raise _unknown(argv, [f"coachee show {one.handle}" for one in several])
        raise _unknown(argv, [*_corrected(argv), *people.similar_handles(" ".join(words))])
    rest = without_fillers(argv[length:]) if argv[length:] else []
    if not rest or rest[0].startswith("-"):
        return ["coachee", "show", person.handle, *rest]
    reading = read(rest)
    if len(reading.commands) != 1:
        raise _unknown(argv, [person.handle])
    command = reading.commands[0]
    if "list" in verbs(command):
        command = f"{command} list"
    return _run_or_say(argv, [*command.split(), person.handle, *reading.rest])


def _run_or_say(argv: list[str], words: list[str]) -> list[str]:
    """Return *words* and tell the person so; an error if they may write, or nobody is there.

    A command in its own words needs no telling.
    """
    if words[0] == "today" and (person := people.find_leading(words[1:])[0]):
        words = ["coachee", "show", person.handle]
    if "--help" in words or words[: len(argv)] == argv or _only_own_words(argv):
        return words
    if not (context().interactive and is_harmless(words)):
        raise _unknown(argv, [_quoted(words)])
    say(f"= {hint(_quoted(words))}")
    return words


def _only_own_words(argv: Sequence[str]) -> bool:
    """Whether a noun stands before a number or a name: `session 3`, `goal amina`."""
    return argv[0] in ROOT and (len(argv) == 1 or not _is_command_word(argv[1]))


def _is_command_word(word: str) -> bool:
    meaning = read([word])
    return bool(meaning.commands or meaning.about)


def _quoted(words: Sequence[str]) -> str:
    return " ".join(map(shlex.quote, words))


def _unknown(argv: Sequence[str], suggestions: Sequence[str]) -> UsageError:
    """Return the error for an unknown command or verb, with *suggestions* of what to type."""
    is_verb = argv[0] in ROOT and len(argv) > 1
    name = argv[1] if is_verb else argv[0]
    return UsageError(
        N_("There is no command {name}.{meant}"),
        N_("See what you can type: coachlog {command}--help"),
        name=name[:LONGEST],
        meant=_did_you_mean(suggestions),
        command=f"{argv[0]} " if is_verb else "",
    )


LONGEST = 60


def _did_you_mean(suggestions: Sequence[str]) -> str:
    """Return the question after an error, with a space before it; "" without suggestions."""
    commands = ", ".join(hint(command) for command in dict.fromkeys(suggestions))
    return " " + _("Did you mean: {commands}?").format(commands=commands) if commands else ""


def _corrected(argv: list[str]) -> list[str]:
    """Return commands like *argv*, of which the first word may be misspelt."""
    suggestions = []
    for word in close_to(argv):
        corrected = read([word, *argv[1:]])
        if corrected.about == HELP:
            suggestions.append("--help")
        if corrected.commands and _is_misspelt(corrected):
            suggestions += _close_verbs(corrected.commands[0].split()[0], corrected.rest)
        elif corrected.commands:
            suggestions.append(f"{corrected.commands[0]} {_quoted(corrected.rest)}".strip())
    return list(dict.fromkeys(suggestions))[:MOST]


def _close_verbs(noun: str, rest: Sequence[str]) -> list[str]:
    """Return the commands of a noun with a verb like the word after it."""
    suggestions: list[str] = []
    for word in close_to(rest) if rest else []:
        corrected = read([noun, word])
        if not corrected.rest:
            suggestions += [c for c in corrected.commands if c.startswith(f"{noun} ")]
    return list(dict.fromkeys(suggestions))[:MOST]


MOST = 2


def _with_words_placed(path: list[str], params: Sequence[Any], args: list[str]) -> list[str]:
    """Return *args* with the words that no argument takes where they belong.

    They may ask for help, be the rest of the last value, or be the name of a person.
    """
    values = positions(params, args)
    command_arguments = arguments(params)
    extra = values[len(command_arguments) :]
    words = [args[index] for index in extra]
    other_args = [word for index, word in enumerate(args) if index not in extra]
    if len(words) == 1 and is_help(words[0]):
        return ["--help"]
    if command_arguments and command_arguments[-1].word in (*PEOPLE, *JOINED):
        last = values[len(command_arguments) - 1]
        other_args[last] = " ".join([args[last], *words])
        return other_args
    options = {name for param in params for name in param.opts}
    if path == ["coachee", "new"] and "--name" not in args:
        return [*other_args, "--name", " ".join(words)]
    if "--coachee" in options:
        return _with_person(path, other_args, words)
    raise too_much(" ".join(words), " ".join(path))


def _with_person(path: list[str], other_args: list[str], words: list[str]) -> list[str]:
    """Return *other_args* with the name in *words* as `--coachee`. Raises UsageError.

    A new conversation may be with a new person.
    """
    name_words = without_fillers(words)
    if "--coachee" in other_args[:-1]:
        index = other_args.index("--coachee") + 1
        full_name = [other_args[index], *name_words]
        if people.find_leading(full_name)[1] == len(full_name):
            return [*other_args[:index], " ".join(full_name), *other_args[index + 1 :]]
        raise too_much(" ".join(words), " ".join(path))
    person, length = people.find_leading(name_words)
    if person and length == len(name_words):
        return [*other_args, "--coachee", person.handle]
    looks_like_name = all(word[:1].isalpha() for word in name_words)
    may_be_new = looks_like_name and len(name_words) <= MOST_NAME_WORDS
    if may_be_new and (path == ["session", "new"] or people.find_all(name_words)):
        return [*other_args, "--coachee", " ".join(name_words)]
    command = " ".join(path)
    similar_commands = [
        f"{command} {handle}" for handle in people.similar_handles(" ".join(name_words))
    ]
    raise too_much(" ".join(name_words[length:]) + _did_you_mean(similar_commands), command)


MOST_NAME_WORDS = 5

"""The options that every command takes, before or after its name. TAB reads this: keep it light."""

from typing import NamedTuple, NoReturn

from coachlog.base.errors import UsageError
from coachlog.base.texts import LANGUAGES, N_


class GlobalOptions(NamedTuple):
    """The options of the program in one run."""

    store: str | None = None
    lang: str | None = None
    plain: bool = False
    no_input: bool = False
    no_pager: bool = False
    new_journal: bool = False
    debug: bool = False


VALUED = {"--store": "store", "--lang": "lang"}
FLAGS = {
    "--plain": "plain",
    "--no-input": "no_input",
    "--no-pager": "no_pager",
    "--new-journal": "new_journal",
    "--debug": "debug",
}

HELP_OF_ALL = "--help-of-all"
"""What `help all` comes to: the help page with all commands on it."""

HELP = {
    "--store": N_("A journal other than the usual one."),
    "--lang": N_("nl, fr or en."),
    "--plain": N_("Plain lines, no colour."),
    "--no-input": N_("Never ask."),
    "--no-pager": N_("Everything at once, even if it is longer than one screen."),
    "--new-journal": N_("Start a new journal where there is none."),
    "--debug": N_("Write a log of this run, without a word of the journal."),
    "--help": N_("Show this message and exit."),
}


def split_global_options(argv: list[str]) -> tuple[GlobalOptions, list[str]]:
    """Return the options of the program and the other words of *argv*. Raises UsageError.

    They may stand anywhere before a `--`; `--lang nl` is the same as `--lang=nl`.
    """
    values: dict[str, object] = {}
    others: list[str] = []
    words = iter(argv)
    for word in words:
        name, equals, value = word.partition("=")
        if word == "--":
            others += [word, *words]
        elif word in FLAGS:
            values[FLAGS[word]] = True
        elif name in VALUED:
            values[VALUED[name]] = (value if equals else next(words, "")) or _missing_value(name)
        else:
            others.append(word)
    options = GlobalOptions(**values)  # type: ignore[arg-type]
    if options.lang and options.lang not in LANGUAGES:
        raise UsageError(
            N_("coachlog does not speak “{language}”."),
            N_("Choose nl, fr or en."),
            language=options.lang,
        )
    return options, others


def _missing_value(option: str) -> NoReturn:
    raise UsageError(
        N_("The option {option} needs a value."),
        N_("For example: {example}"),
        option=option,
        example={"--lang": "--lang nl"}.get(option, "--store ./journal.sqlite"),
    )

"""The options that every command takes, before or after its name. TAB reads this: keep it light."""

from typing import NamedTuple

from coachlog.base.texts import N_


class GlobalOptions(NamedTuple):
    """The options of the program in one run."""

    store: str | None = None
    lang: str | None = None
    plain: bool = False
    no_input: bool = False
    no_pager: bool = False
    new_journal: bool = False


VALUED = {"--store": "store", "--lang": "lang"}
FLAGS = {
    "--plain": "plain",
    "--no-input": "no_input",
    "--no-pager": "no_pager",
    "--new-journal": "new_journal",
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
    "--help": N_("Show this message and exit."),
}

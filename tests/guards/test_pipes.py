"""A pipe gets results only: what can be typed next is for people, on stderr."""

import re

import dev
import pytest

from coachlog.base.texts import LANGUAGES, translation

VALUES = {
    "WHO": "amina",
    "COACHEE": "amina",
    "INTO": "amina",
    "N": "1",
    "WHICH": "1",
    "WORDS": "koen",
    "METHOD": "grow",
    "TABLE": "sessions",
    "KEY": "language",
    "NAME": "session",
    "SHELL": "bash",
    "READER": "Koen",
    "YEAR": "2026",
}
READS = {
    "knows": ("knows", "Koen"),
    "demo": ("demo", "today"),
    "report pop": ("report", "pop", "amina", "--for", "Koen"),
    "report threeway": ("report", "threeway", "amina", "--for", "Koen"),
    "report fund": ("report", "fund", "2026", "--draft"),
    "coachlog": (),
}
"""What reads and wants more than its arguments."""

READING = ("list", "show", "trend", "prepare", "takehome", "get", "csv", "check")
ALONE = ("today", "prep", "match", "timeline", "search", "review", "history", "schema")


def reads():
    """Each command that reads, as it is typed."""
    yield from READS.values()
    for command, _stub, built in dev.commands():
        if built and command not in READS and (command in ALONE or command.split()[-1] in READING):
            needed = [
                each.metavar.strip("[].")
                for each in built.params
                if each.param_type_name == "argument" and each.metavar
            ]
            yield (*command.split(), *(VALUES.get(name, "x") for name in needed))


@pytest.fixture
def journal(example, call):
    """The conversation of the example, with one of each noun that it has not."""
    for words in (
        "topic park amina koen",
        "growth new --kind training --learned x",
        "objective new --statement x",
        "observation new amina --fact x",
        "trajectory edit 1 --purpose x",
        "session release 1 --text x --to Koen --agreed-by Amina",
    ):
        assert call(*words.split()).code == 0, words


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_hint_stands_in_a_pipe(journal, call, language):
    """A script would take it for a result."""
    heading = translation(language).gettext("What you can type next:")

    for words in reads():
        told = call(*words, env={"COACHLOG_LANG": language})

        hints = re.findall(r"^ *coachlog [a-z-]+.*$", told.out, re.MULTILINE)
        assert heading not in told.out, words
        assert not hints or "completion" in words, (words, hints)

"""A pipe gets results only, and every record in one shape; with `--plain` it gets the page."""

import json
import re

import dev
import pytest

from coachlog.base.texts import LANGUAGES, translation
from tests.conftest import EXAMPLE

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
def journal(call, prepared, program):
    """The conversation of the example, with one of each noun that it has not."""
    profile = program.config.parent / "profiles" / "x.toml"
    profile.parent.mkdir()
    profile.write_text('noun = "session"\n[columns]\nNaam = "coachee"\n')

    def fill():
        assert call("session", "new", "--from", EXAMPLE).code == 0
        for words in (
            "topic park amina koen",
            "growth new --kind training --learned x",
            "contact new --name x --where internal",
            "hours new --until 2023-12-31 --hours 40",
            "network new --name x",
            "network meeting new --network 1",
            "network case new --question x",
            "objective new --statement x",
            "observation new amina --fact x",
            "trajectory edit 1 --purpose x",
            "session release 1 --text x --to Koen --agreed-by Amina",
            "workability new --coachee amina --wanted --stress 2",
            "request new --coachee amina",
            "rectify session 1 --field topic --text x",
        ):
            assert call(*words.split()).code == 0, words
        assert call("goal", "edit", 1, "--why", "One line,\nand\ta second").code == 0

    prepared(fill)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_hint_stands_in_a_pipe(journal, call, language):
    """A script would take it for a result."""
    heading = translation(language).gettext("What you can type next:")

    for words in reads():
        told = call(*words, env={"COACHLOG_LANG": language})

        hints = re.findall(r"^ *coachlog [a-z-]+.*$", told.out, re.MULTILINE)
        assert heading not in told.out, words
        assert not hints or "completion" in words, (words, hints)


SHOWN = [words for words in reads() if {"show", "trend"} & {*words} and words[0] != "completion"]


@pytest.mark.parametrize("words", SHOWN, ids=" ".join)
def test_a_record_in_a_pipe_is_its_json_without_levels(journal, call, words):
    """One name and one value a line, in the order of the JSON: one shape for every record."""
    known = call(*words, "--json").json

    told = call(*words)

    assert known
    assert [line.split("\t") for line in told.lines] == [list(pair) for pair in flat(known)]
    assert told.err == ""


def flat(value, name=""):
    """The names and values of JSON, lists counted from 1, but for what is empty."""
    if isinstance(value, (dict, list)):
        inner = value.items() if isinstance(value, dict) else enumerate(value, 1)
        for key, each in inner:
            yield from flat(each, f"{name}.{key}" if name else key)
    elif value not in (None, ""):
        text = value if isinstance(value, str) else json.dumps(value)
        yield name, text.replace("\n", " ").replace("\t", "    ")


@pytest.mark.parametrize("words", SHOWN, ids=" ".join)
def test_with_plain_a_pipe_gets_the_page(journal, call, aloud, words):
    """To print it, or to hear it from a file."""
    page, _hints, _more = aloud(*words).out.partition("\nWhat you can type next")

    assert call(*words, "--plain").out == page

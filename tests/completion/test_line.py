"""Half a command line as words: what the shell would make of it."""

import shlex

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from coachlog.completion.line import split


@pytest.mark.parametrize(
    ("line", "words", "word"),
    [
        ("", [], ""),
        ("coachlog", [], "coachlog"),
        ("coachlog ", ["coachlog"], ""),
        ("coachlog  session\tsh", ["coachlog", "session"], "sh"),
        ('coachlog show "am', ["coachlog", "show"], "am"),
        ("coachlog show 'am ina", ["coachlog", "show"], "am ina"),
        ("coachlog show ''", ["coachlog", "show"], ""),
        ("coachlog '' ", ["coachlog", ""], ""),
        (r"--store my\ journal x", ["--store", "my journal"], "x"),
        (r'--store "a\"b\c" x', ["--store", r'a"b\c'], "x"),
        (r"--store 'a\' x", ["--store", "a\\"], "x"),
        ('--store "my "journal', ["--store"], "my journal"),
        ("ends in \\", ["ends", "in"], ""),
        ('ends in "\\', ["ends", "in"], "\\"),
        ("Zoë Łukasz 山", ["Zoë", "Łukasz"], "山"),
        ("a\u00a0b ", ["a\u00a0b"], ""),
        ("two\nlines", ["two"], "lines"),
    ],
)
def test_a_line_comes_apart_as_in_a_shell(line, words, word):
    assert split(line) == (words, word)


@given(st.lists(st.text()))
@example(["", "a b", "it's", '"', "\\", "$x", "\n"])
def test_what_was_quoted_comes_back(words):
    assert split(shlex.join(words) + " ") == (words, "")


@given(st.text(alphabet="ab \\'\"\n$é"))
def test_no_line_is_too_odd(line):
    words, word = split(line)

    assert len("".join(words)) + len(word) <= len(line)

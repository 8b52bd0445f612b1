"""Words of a command line that are not UTF-8: read as Windows writes them, or refused."""

import pytest

from tests.conftest import EXAMPLE, refused


def test_bytes_of_a_command_line_are_letters_of_windows(run):
    """`$'Andr\\xe9'` of a shell, an old terminal or a script that was saved in Latin-1."""
    told = run("session", "new", "--coachee", "Andr\udce9", "--topic", "caf\udce9 \udc80 5")

    assert told.code == 0
    assert "?" not in told.err
    assert [row["topic"] for row in run("session", "list", "--csv").rows] == ["café € 5"]
    assert [row["name"] for row in run("coachee", "list", "--csv").rows] == ["André"]


@pytest.mark.parametrize(
    "words",
    [
        ("coachee", "show", "Andr\udce9"),
        ("session", "list", "--coachee", "andr\udce9"),
        ("search", "caf\udce9"),
        ("coachee", "edit", "andre", "--role", "\udce9l\udce8ve"),
        ("goal", "new", "--coachee", "andr\udce9", "--statement=\udcc9couter"),
    ],
)
def test_so_are_they_wherever_words_are_typed(call, words):
    call("session", "new", "--coachee", "André", "--topic", "café")

    told = call(*words)

    assert told.code == 0
    assert "?" not in told.out + told.err


def test_a_byte_that_is_no_letter_is_refused(call):
    for word in ("x\udc81", "\udc9d"):
        refused(call("session", "new", "--coachee", "Bo", "--topic", word), 2, "not text in UTF-8")
    assert call("coachee", "list").out == ""


def test_what_is_utf8_stays_what_it_is(call):
    call("session", "new", "--coachee", "Zoë", "--topic", "É … 🙂 � ÿ")

    assert call("session", "list", "--json").json[0]["topic"] == "É … 🙂 � ÿ"


def test_the_name_of_a_file_keeps_its_bytes(call, program):
    odd = program.folder / "caf\udce9.json"
    odd.write_bytes(EXAMPLE.read_bytes())

    assert call("session", "new", "--from", odd).code == 0
    assert call("session", "new", f"--from={odd}").code == 0
    refused(call("session", "new", "--from", "th\udce9.json"), 3, "cannot be read")

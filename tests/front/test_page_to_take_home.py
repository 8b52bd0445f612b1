"""After a conversation coachlog says how to make the page that the person takes home."""

import pytest

from coachlog.export.pages import formats
from tests.conftest import talk


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nl", "Het blad voor Jonas Peeters: coachlog report takehome jonas"),
        ("fr", "La page pour Jonas Peeters : coachlog report takehome jonas"),
        ("en", "The page for Jonas Peeters: coachlog report takehome jonas"),
    ],
)
def test_the_page_is_named_after_a_conversation(keep, at_terminal, language, said):
    keep(talk(coachee="Jonas Peeters"))
    words = ("session", "new", "jonas", "--topic", "x")

    ended = at_terminal(*words, typed=":done\n1\n", env={"COACHLOG_LANG": language})

    assert ended.code == 0, ended.err
    assert said in ended.err.replace("\N{NO-BREAK SPACE}", " ")


def test_of_an_earlier_day_it_is_named_by_its_number(keep, at_terminal):
    """A name is the last conversation, and that is another one."""
    keep(talk(coachee="Jonas Peeters", date="2026-11-20T10:00"))
    words = ("session", "new", "jonas", "--topic", "x", "--date", "2026-11-10T10:00")

    ended = at_terminal(*words, typed=":done\n1\n")

    assert "coachlog report takehome 2" in ended.err


@pytest.mark.parametrize(("has_extra", "ending"), [(True, ".pdf"), (False, ".html")])
def test_the_page_to_take_home_is_named_as_a_file(
    call, keep, monkeypatch, at_terminal, has_extra, ending
):
    if not has_extra:
        monkeypatch.setattr(formats, "find_spec", lambda _name: None)
    keep(talk(coachee="Jonas Peeters"))
    command = f"report takehome jonas --output jonas-2026-11-24{ending}"

    told = at_terminal("session", "new", "jonas", "--topic", "x", typed=":done\n1\n").err

    assert f"coachlog {command}" in told
    assert call(*command.split()).code == 0
    none = at_terminal("session", "new", "jonas", "--private-note", "x", typed=":done\n1\n").err
    assert "report takehome" not in none

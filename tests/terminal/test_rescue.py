"""What was typed and could not be kept has a file, until it can."""

import os
import stat

import pytest

from coachlog.terminal import rescue


@pytest.fixture(autouse=True)
def state(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_STATE_HOME", raising=False)
    return tmp_path / ".local" / "state" / "coachlog" / "log"


def test_a_text_is_found_by_the_beginning_of_its_label_and_goes(state):
    first = rescue.keep("één zin\nen nog een", "draft.1.topic/é")
    rescue.keep("another", "draft.2.topic")

    kept = list(rescue.rescued_files("draft.1."))

    assert kept == [("draft.1.topic/é", first, "één zin\nen nog een")]
    assert first.parent == state
    assert stat.S_IMODE(first.stat().st_mode) == 0o600
    rescue.discard(first)
    rescue.discard(first)
    assert list(rescue.rescued_files("draft.1.")) == []


def test_without_a_folder_for_logs_there_is_another(state, tmp_path, monkeypatch):
    state.parent.parent.mkdir(parents=True)
    state.parent.touch()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))

    path = rescue.keep("words", "draft.1")

    assert path.parent == tmp_path
    assert [each.text for each in rescue.rescued_files("draft.1")] == ["words"]


def test_without_room_anywhere_the_words_are_on_the_screen(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("HOME", os.devnull)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "nowhere"))

    assert rescue.keep("words") is None

    assert capsys.readouterr().err == "words\n"

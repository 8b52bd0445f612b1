"""An answer, once given, is never lost; and a draft is in one window at a time."""

import json
import os
import signal
import stat
import subprocess
import sys
from datetime import UTC, datetime

import pytest

from coachlog.base.errors import NotFoundError, UnavailableError
from coachlog.store.connection import open_reader
from coachlog.store.drafts import (
    DraftBusyError,
    DraftKeeper,
    drafts,
    remove_draft,
)
from tests.store.conftest import NOW

KEEP = """
import sys
from pathlib import Path
from coachlog.store.drafts import DraftKeeper

keeper = DraftKeeper.start(Path(sys.argv[1]), "grow", {"place": 0}, coachee="amina")
for place in range(1, 8):
    keeper.save({"place": place, "answers": ["é" * place]})
print("saved", flush=True)
sys.stdin.readline()
"""


@pytest.fixture(autouse=True)
def _stopped_clock(monkeypatch):
    monkeypatch.setenv("COACHLOG_NOW", NOW.isoformat())


@pytest.fixture
def kept(path):
    """The drafts as a new command would see them."""

    def listed():
        with open_reader(path) as reader:
            return drafts(reader)

    return listed


@pytest.fixture
def other_window(path):
    """Another process that is in the midst of a draft."""
    process = subprocess.Popen(
        [sys.executable, "-c", KEEP, path], text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert process.stdout.readline() == "saved\n"
    yield process
    process.kill()
    process.communicate()


def locks(path):
    return sorted(path.parent.glob("*.lock"))


def test_a_draft_is_kept_before_there_is_any_answer(path, kept):
    with DraftKeeper.start(path, "grow", {"place": 0}, coachee="amina") as keeper:
        [draft] = kept()

    assert draft == keeper.draft
    assert draft[1:] == ("amina", "grow", NOW, NOW, {"place": 0})


def test_each_save_is_kept_as_it_is(path, kept):
    states = [{}, {"a": [1, None, True]}, {"half": "\ud83d", "whole": "🙂 é \u202e \x1b[31m {x}"}]
    with DraftKeeper.start(path, "grow") as keeper:
        for state in states:
            keeper.save(state)

            assert [draft.state for draft in kept()] == [state]


def test_whom_it_is_about_may_become_known_later(path, kept, monkeypatch):
    with DraftKeeper.start(path, "grow") as keeper:
        monkeypatch.setenv("COACHLOG_NOW", "2026-11-02T10:00:00Z")
        keeper.save({}, coachee="bo")
        keeper.save({"x": 1})

    [draft] = kept()
    assert draft.coachee == "bo"
    assert (draft.started_at, draft.saved_at) == (NOW, datetime(2026, 11, 2, 10, tzinfo=UTC))


def test_the_draft_saved_last_comes_first(path, kept, monkeypatch):
    for hour in (10, 12, 11):
        monkeypatch.setenv("COACHLOG_NOW", f"2026-11-02T{hour}:00:00Z")
        DraftKeeper.start(path, "grow", {"hour": hour}).close()

    assert [draft.state["hour"] for draft in kept()] == [12, 11, 10]


def test_no_store_has_no_drafts(path, kept):
    assert kept() == []
    assert not path.exists()


def test_every_answer_survives_a_kill(path, kept, other_window):
    other_window.send_signal(signal.SIGKILL)
    other_window.wait()

    [draft] = kept()
    with DraftKeeper.resume(path, draft) as keeper:
        assert keeper.draft.state == {"place": 7, "answers": ["é" * 7]}
        assert keeper.draft.coachee == "amina"


def test_a_draft_is_in_one_window_at_a_time(path, kept, other_window):
    [draft] = kept()

    with pytest.raises(DraftBusyError) as raised:
        DraftKeeper.resume(path, draft)

    assert isinstance(raised.value, UnavailableError)
    assert raised.value.cause_text()
    assert raised.value.remedy_text()


def test_a_busy_draft_hinders_neither_another_draft_nor_the_journal(path, write, other_window):
    with DraftKeeper.start(path, "grow") as keeper, write() as work:
        work.next_number("session")

    assert keeper.draft.state == {}


def test_resuming_sees_what_another_window_added_meanwhile(path, kept):
    with DraftKeeper.start(path, "grow", {"place": 1}) as keeper:
        [seen] = kept()
        keeper.save({"place": 2})

    with DraftKeeper.resume(path, seen) as again:
        assert again.draft.state == {"place": 2}


def test_a_draft_that_is_gone_cannot_be_resumed(path, kept):
    DraftKeeper.start(path, "grow").close()
    [draft] = kept()
    DraftKeeper.resume(path, draft).discard()

    with pytest.raises(NotFoundError, match="This draft is no longer there"):
        DraftKeeper.resume(path, draft)

    assert locks(path) == []


def test_discarding_leaves_nothing(path, kept):
    keeper = DraftKeeper.start(path, "grow")
    keeper.discard()
    keeper.close()

    assert kept() == []
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_a_draft_goes_with_the_conversation_that_it_became(path, kept, write, ask):
    with DraftKeeper.start(path, "grow") as keeper:
        with write() as work:
            remove_draft(work, keeper.draft.id)
        assert len(locks(path)) == 1

    assert kept() == []
    assert locks(path) == []
    assert ask("select * from change") == []


class StopError(Exception):
    pass


def fail_to_save(write, draft):
    with write() as work:
        remove_draft(work, draft.id)
        raise StopError


def test_a_conversation_that_was_not_kept_leaves_its_draft(path, kept, write):
    with DraftKeeper.start(path, "grow") as keeper, pytest.raises(StopError):
        fail_to_save(write, keeper.draft)

    assert kept() == [keeper.draft]


def test_the_lock_is_for_the_owner_alone(path):
    before = os.umask(0)
    try:
        with DraftKeeper.start(path, "grow"):
            [lock] = locks(path)
            assert stat.S_IMODE(lock.stat().st_mode) == 0o600
    finally:
        os.umask(before)


def test_a_program_started_meanwhile_does_not_keep_the_lock(path, kept):
    """An editor may stay open when the terminal is gone."""
    keeper = DraftKeeper.start(path, "grow")
    with subprocess.Popen(["sleep", "30"], close_fds=False) as editor:
        keeper.close()

        DraftKeeper.resume(path, keeper.draft).close()
        editor.kill()


def test_a_draft_is_neither_logged_nor_indexed(path, ask):
    with DraftKeeper.start(path, "grow", {"topic": "vergadering"}):
        pass

    assert json.loads(ask("select state from draft")[0][0]) == {"topic": "vergadering"}
    assert ask("select * from change") == []
    assert ask("select * from document") == []

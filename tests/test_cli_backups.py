"""Backups by themselves and by hand, checking them, and putting one in the place of the journal."""

import gzip
import json
import os
import shutil
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from coachlog.completion import front
from coachlog.completion.shells import CompletionRequest
from coachlog.store.connection import open_writer
from coachlog.store.drafts import DraftKeeper
from tests.conftest import ROOT, refused, talk

EARLIER = ROOT / "tests" / "store" / "earlier" / "0001.sqlite.gz"


@pytest.fixture
def save(call, monkeypatch):
    """`save(day="2026-11-24")`: something is saved on that day, and backups are made."""
    monkeypatch.delenv("COACHLOG_BACKUP")
    names = iter(range(1000))

    def saving(day="2026-11-24", name=None):
        env = {"COACHLOG_NOW": f"{day}T09:15:00Z"}
        result = call("coachee", "new", "--name", name or f"Person {next(names)}", env=env)
        assert result.code == 0, result.err
        return result

    return saving


@pytest.fixture
def folder(program):
    return program.store.with_name("journal.sqlite.backups")


@pytest.fixture
def listed(call):
    """The numbers and kinds in the list, newest first."""
    return lambda: [
        (line["number"], line["kind"]) for line in call("backup", "list", "--json").json
    ]


def people(call):
    return [line["handle"] for line in call("coachee", "list", "--limit", "0", "--json").json]


def test_the_first_save_of_a_day_makes_a_backup_that_others_cannot_read(save, listed, folder):
    before = os.umask(0)
    try:
        for day in ("2026-11-24", "2026-11-24", "2026-11-25", "2026-11-24"):
            save(day)
    finally:
        os.umask(before)

    assert listed() == [(2, "day"), (1, "day")]
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()} == {0o600}
    with closing(sqlite3.connect(sorted(folder.iterdir())[1])) as backup:
        assert backup.execute("select count(*) from coachee").fetchone() == (3,)


def test_a_conversation_that_is_left_unfinished_is_backed_up_too(save, call, folder):
    call("session", "new", "--coachee", "Amina", "--plain", typed="mentor\n:stop\n")

    with closing(sqlite3.connect(next(folder.glob("*.sqlite")))) as backup:
        assert backup.execute("select count(*) from draft").fetchone() == (1,)


def test_a_removal_tells_that_backups_keep_it(save, call):
    save(name="Amina")

    assert "Backups made before this keep it too" in call("coachee", "remove", "amina", "--yes").err


def test_programs_at_once_make_one_and_tell_of_no_trouble(save, call, program, listed):
    program.environment.pop("COACHLOG_BACKUP")
    started = [program.start("coachee", "new", "--name", f"Person {n}") for n in range(4)]

    ended = [(each.communicate(timeout=60)[1].decode(), each.returncode) for each in started]

    assert [code for _told, code in ended] == [0] * 4
    assert not [told for told, _code in ended if "backup" in told]
    assert listed() == [(1, "day")]


def test_reading_makes_none_and_nor_does_a_journal_that_is_thrown_away(save, call, folder):
    call("session", "list")
    call("demo")
    call("demo", "goal", "score", 1, 4)
    assert not folder.exists()
    assert not list(folder.parent.rglob("*.backups"))


@pytest.mark.parametrize("what", ["file", "link", "pipe"])
def test_a_backup_that_fails_stops_nothing_and_is_told_once_a_day(save, call, folder, what):
    elsewhere = folder.with_name("elsewhere")
    elsewhere.mkdir()
    {"file": folder.touch, "link": lambda: folder.symlink_to(elsewhere)}.get(
        what, lambda: os.mkfifo(folder)
    )()

    told = [save(day).err.count("No backup could be made") for day in ("2026-11-24",) * 2]
    told.append(save("2026-11-25").err.count("No backup could be made"))

    assert told == [1, 0, 1]
    assert len(people(call)) == 3
    refused(call("backup", "now"), 5, "is not a folder")
    assert list(elsewhere.iterdir()) == []


def test_many_at_once_and_a_merge_make_one_first(save, call, listed):
    save(name="Amina")
    save(name="Amina Two")
    lines = [json.dumps(talk(coachee="Amina")) for _each in range(20)]

    call("session", "new", "--from", "-", stdin="\n".join(lines[:19]))
    assert call("session", "new", "--from", "-", stdin="\n".join(lines)).code == 0
    assert call("coachee", "merge", "amina-two", "amina", "--yes").code == 0

    assert listed() == [(3, "merge"), (2, "import"), (1, "day")]
    assert [line["sessions"] for line in call("backup", "list", "--json").json] == [39, 19, 0]


def test_a_much_smaller_journal_does_not_push_out_the_larger_backup(save, call, listed, tmp_path):
    place = tmp_path / "place"
    place.mkdir()
    call("config", "set", "backup_to", place)
    for _each in range(15):
        save()
    call("backup", "now")
    with closing(open_writer(Path(os.environ["COACHLOG_STORE"]))) as other:
        other.execute("delete from coachee where handle <> 'person-1'")

    told = save("2026-11-25").err

    assert "far fewer records than in backup 2" in told
    assert listed() == [(3, "day"), (2, "kept"), (1, "day")]
    assert [name.split("-")[5] for name in copies(place)] == ["day", "kept", "day"]


def test_one_is_made_by_hand_unless_nothing_has_changed(save, call, folder):
    save()

    first = call("backup", "now", "--lang", "en")
    save()
    second = call("backup", "now")

    assert "Nothing has changed since backup 1." in first.err
    assert second.lines == [f"2\t{sorted(folder.iterdir())[1]}"]
    csv = call("backup", "list", "--csv").rows
    assert [(row["number"], row["made_on"], row["made_time"], row["kind"]) for row in csv] == [
        ("2", "2026-11-24", "10:00", "hand"),
        ("1", "2026-11-24", "10:15", "day"),
    ]


@pytest.mark.parametrize("harm", ["cut", "flip", "swap", "pipe"])
def test_a_backup_that_is_not_as_it_was_is_found_and_never_put_in_place(save, call, folder, harm):
    save(name="Marguerite")
    before = people(call)
    file = next(folder.iterdir())
    content = file.read_bytes()
    if harm == "cut":
        os.truncate(file, len(content) // 2)
    elif harm == "flip":  # a letter of a name: SQLite itself sees nothing in that
        file.write_bytes(content.replace(b"Marguerite", b"Margueritf"))
    elif harm == "swap":
        file.write_bytes(program_of_another_name(file))
    else:
        file.unlink()
        os.mkfifo(file)

    checked = call("backup", "verify", "--json")
    restored = call("restore", 1, "--yes")

    assert checked.code == 5
    assert [line["result"] for line in json.loads(checked.out)] == ["damaged"]
    refused(restored, 5, "is damaged")
    assert people(call) == before
    refused(call("restore", "--yes"), 3, "There is no backup of")


def program_of_another_name(file):
    with closing(sqlite3.connect(file)) as other:
        other.execute("pragma application_id = 7")
        other.commit()
    return file.read_bytes()


def test_what_differs_is_shown_first_and_without_yes_nothing_happens(save, call, folder):
    save(name="Amina")
    save(name="Bo")
    call("session", "new", "--coachee", "amina", "--topic", "x")
    before = sorted(folder.iterdir()), people(call)

    shown = call("restore", 1, "--dry-run").err
    unanswered = call("restore", 1)
    refusing = call("restore", 1, typed="n\n")

    assert "2 people → 1 person" in shown
    assert "1 conversation → 0 conversations" in shown
    assert "2 steps were done since." in shown
    assert "Last conversation now: 1, Tue 24 Nov 2026, Amina" in shown
    assert "Last conversation in the backup: none" in shown
    assert unanswered.code == 2
    assert refusing.code == 0
    assert (sorted(folder.iterdir()), people(call)) == before


def test_a_restore_can_be_taken_back_to_the_last_letter(save, call, program):
    save(name="Amina")
    save(name="Bo")
    call("session", "new", "--coachee", "bo", "--topic", "x")
    before = contents(program.store)

    done = call("restore", "2026-11-24", "--yes")
    assert "To take it back: coachlog restore 2" in done.err
    assert people(call) == ["amina"]
    assert call("undo", "--yes").code == 0
    assert call("restore", 2, "--yes").code == 0

    assert contents(program.store) == before


def contents(store):
    with closing(sqlite3.connect(store)) as journal:
        return [line for line in journal.iterdump() if not line.startswith('INSERT INTO "search_')]


def test_drafts_stay_and_no_number_is_given_twice(save, call, program):
    save(name="Amina")
    with DraftKeeper.start(program.store, "grow", {"answers": "said"}):
        pass
    numbers = [call("session", "new", "--coachee", "amina", "--topic", "x").lines]

    call("restore", 1, "--yes")

    with closing(sqlite3.connect(program.store)) as journal:
        drafts = journal.execute("select state from draft").fetchall()
    assert drafts == [('{"answers": "said"}',)]
    numbers.append(call("session", "new", "--coachee", "amina", "--topic", "y").lines)
    assert numbers == [["1\tamina"], ["2\tamina"]]


@pytest.mark.parametrize("harm", ["gone", "emptied", "garbled", "cut", "foreign log"])
def test_a_journal_that_cannot_be_read_names_the_way_back_and_it_leads_there(
    save, call, program, folder, harm
):
    save(name="Amina")
    for suffix, content in harmed(program.store, harm).items():
        file = Path(f"{program.store}{suffix}")
        file.unlink(missing_ok=True) if content is None else file.write_bytes(content)

    told = call("coachee", "list")
    assert told.code == 5
    assert "coachlog restore" in told.err
    restored = call("restore", "--yes")

    assert restored.code == 0, restored.err
    assert people(call) == ["amina"]
    kept = {file.name: file.read_bytes() for file in folder.glob("*-damaged-*")}
    there = [content for content in harmed_last.values() if content is not None]
    assert sorted(kept.values()) == sorted(there or kept.values())


harmed_last: dict[str, bytes | None] = {}


def harmed(store, harm):
    whole = store.read_bytes()
    files: dict[str, bytes | None] = {
        "gone": {"": None},
        "emptied": {"": b""},
        "garbled": {"": bytes(200) + whole[200:]},
        "cut": {"": whole[: len(whole) // 3]},
        "foreign log": {"-wal": b"another" * 5000},
    }[harm]
    harmed_last.clear()
    harmed_last.update(files if "" in files else {"": whole, **files})
    return files


def test_an_older_backup_is_brought_up_to_date_and_a_newer_one_refused(save, call, tmp_path):
    save(name="Bo")
    older, newer = tmp_path / "older.sqlite", tmp_path / "newer.sqlite"
    older.write_bytes(gzip.decompress(EARLIER.read_bytes()))
    shutil.copy(older, newer)
    with closing(sqlite3.connect(newer)) as other:
        other.execute("pragma user_version = 99")

    refused(call("restore", newer, "--yes"), 5, "belongs to a newer coachlog")
    restored = call("restore", older, "--yes")

    assert "This is the backup of another journal." in restored.err
    assert people(call) == ["amina"]
    assert call("goal", "list", "--json").code == 0


def test_a_journal_that_another_program_has_open_is_not_replaced(save, call, program):
    save()
    save()
    with closing(open_writer(program.store)) as other:
        other.execute("select 1 from coachee").fetchall()

        result = call("restore", 1, "--yes", env={"COACHLOG_BUSY_MS": "50"})

    assert (result.code, "is in use by another program" in result.err) == (5, True)
    assert len(people(call)) == 2


@pytest.fixture
def stick(save, call, tmp_path):
    """A second place that is there."""
    place = tmp_path / "stick"
    place.mkdir()
    assert call("config", "set", "backup_to", place).code == 0
    return place


def copies(place):
    return sorted(file.name for file in place.glob("*/*.sqlite"))


def test_each_backup_is_copied_to_the_second_place_once_it_is_there(stick, save, call, folder):
    save("2026-11-24")
    away = stick.rename(stick.with_name("away"))
    quiet = save("2026-11-25")
    assert "backup" not in quiet.err
    away.rename(stick)

    save("2026-11-25")

    assert copies(stick) == sorted(file.name for file in folder.glob("*.sqlite"))
    copied = call("backup", "now", "--lang", "en").err
    assert f"Copied to {next(stick.iterdir())}" in copied


def test_another_stick_in_its_place_gets_nothing_by_itself(stick, save, call):
    save("2026-11-24")
    shutil.rmtree(next(stick.iterdir()))

    save("2026-11-25")
    assert copies(stick) == []
    call("backup", "now")

    assert len(copies(stick)) == 2


def test_today_tells_of_a_week_without_a_copy(stick, save, call):
    save("2026-11-24")
    shutil.rmtree(stick)
    call("session", "new", "--coachee", "Bo", env=at("2026-11-30"))

    told = {
        day: [
            line for line in call("today", "--json", env=at(day)).json if line["kind"] == "backup"
        ]
        for day in ("2026-11-30", "2026-12-01")
    }
    page = call("today", "--plain", env=at("2026-12-01")).out

    assert told["2026-11-30"] == []
    assert [(line["text"], line["value"]) for line in told["2026-12-01"]] == [(str(stick), 7)]
    assert "no copy for 7 days" in page


def at(day):
    return {"COACHLOG_NOW": f"{day}T09:00:00Z"}


def test_two_journals_of_one_name_do_not_mix_and_a_lost_machine_comes_back(
    stick, save, call, program, folder
):
    save(name="Amina")
    other = program.folder / "other" / "journal.sqlite"
    call("coachee", "new", "--name", "Bo", "--store", other)
    assert len(list(stick.iterdir())) == 2
    assert len(call("backup", "list", "--json").json) == 1
    shutil.rmtree(folder)
    program.store.unlink()
    shutil.rmtree(other.parent)

    names = {line["path"]: line["sessions"] for line in call("backup", "list", "--json").json}
    of_amina = [path for path in names if b"Amina" in Path(path).read_bytes()]
    restored = call("restore", of_amina[0], "--yes")

    assert len(names) == 2
    assert restored.code == 0, restored.err
    assert people(call) == ["amina"]


def test_a_place_that_is_no_folder_is_refused_and_one_that_is_absent_is_not(call, tmp_path):
    file = tmp_path / "file"
    file.touch()

    refused(call("config", "set", "backup_to", file), 4, "is not a folder")
    assert call("config", "set", "backup_to", tmp_path / "absent").code == 0
    assert call("config", "get", "backup_to").lines == [str(tmp_path / "absent")]


def test_tab_offers_the_numbers_of_backups(save, program, call):
    save()
    save("2026-11-25")
    offered = front.answer_for(CompletionRequest("fish", "coachlog restore "))
    files = front.answer_for(CompletionRequest("fish", "coachlog backup verify ./"))

    assert offered.splitlines() == ["2\t2026-11-25 · daily", "1\t2026-11-24 · daily"]
    assert files == ":files"


def test_what_is_not_there_is_said_in_one_line(save, call):
    save()
    refused(call("restore", 99, "--yes"), 3, "There is no backup 99")
    refused(call("restore", "nowhere.sqlite", "--yes"), 3, "There is no backup nowhere.sqlite")
    refused(call("backup", "verify", "2020-01-01"), 3, "There is no backup 2020-01-01")
    refused(call("restore", "9" * 5000, "--yes"), 3, "There is no backup 999")

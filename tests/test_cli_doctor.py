"""`coachlog doctor`: each fault is made for real, found, told with a remedy, and mended if safe."""

import gzip
import hashlib
import os
import re
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from coachlog.admin.doctor.around import room
from coachlog.store.volume import kind_of_mount
from tests.conftest import ROOT, Program, refused, talk

EARLIER = ROOT / "tests" / "store" / "earlier" / "0001.sqlite.gz"
SOON, LATER = "2026-11-24T10:00:00Z", "2026-12-24T10:00:00Z"


class Fault(NamedTuple):
    """What is done to a journal, and what `doctor` has to say of it."""

    make: Callable[[Program], object]
    check: str
    level: str
    message: str
    remedy: str
    fixed: bool = False
    env: dict[str, str] = {}  # noqa: RUF012 - never altered


def sql(*statements: str) -> Callable[[Program], None]:
    """Do something to the store as another program would."""

    def change(program: Program) -> None:
        with closing(sqlite3.connect(program.store, isolation_level=None)) as store:
            for statement in statements:
                store.execute(statement)
            if not any("operation" in statement for statement in statements):
                # What another program does is stamped by the clock of the machine.
                store.execute("update operation set stamp = '2026-11-24T09:00:00.000Z'")

    return change


def without_checks(statement: str) -> Callable[[Program], None]:
    return sql("PRAGMA foreign_keys=OFF", statement)


def damage_pages(program: Program) -> None:
    with closing(sqlite3.connect(program.store)) as store:
        sql_of_page = "select rootpage from sqlite_master where name = 'session'"
        (page,) = store.execute(sql_of_page).fetchone()
        (size,) = store.execute("PRAGMA page_size").fetchone()
    with program.store.open("r+b") as file:
        file.seek((page - 1) * size + 8)
        file.write(b"\xff" * 200)


def earlier(program: Program) -> None:
    program.store.write_bytes(gzip.decompress(EARLIER.read_bytes()))
    program.store.chmod(0o600)


def folder(program: Program) -> Path:
    return program.store.with_name("journal.sqlite.backups")


def left_behind(program: Program) -> None:
    folder(program).mkdir(mode=0o700)
    (folder(program) / "unfinished.part").touch(mode=0o600)
    program.store.with_name("journal.sqlite.new").touch(mode=0o600)
    program.store.with_name("journal.sqlite.draft-gone.lock").touch(mode=0o600)
    program.config.with_suffix(".new").touch(mode=0o600)


def open_backups(program: Program) -> None:
    folder(program).mkdir()
    folder(program).chmod(0o755)


def open_settings(program: Program) -> None:
    program.config.touch()
    program.config.chmod(0o666)


def in_onedrive(program: Program) -> None:
    place = program.folder / "OneDrive - Employer"
    place.mkdir()
    shutil.move(program.store, place / "journal.sqlite")


def old_draft(program: Program) -> None:
    sql(
        "insert into draft(id, method, started_at, saved_at, state) values ('one', 'grow',"
        " '2026-10-01T09:00:00.000Z', '2026-10-01T09:00:00.000Z', '{}')"
    )(program)


def config(text: str) -> Callable[[Program], object]:
    def write(program: Program) -> None:
        program.config.write_text(text)
        program.config.chmod(0o600)

    return write


FAULTS = {
    "gone": Fault(
        lambda program: program.store.unlink(), "journal", "error", "is not there", "restore"
    ),
    "emptied": Fault(
        lambda program: program.store.write_bytes(b""), "journal", "error", "empty", "restore"
    ),
    "no database": Fault(
        lambda program: program.store.write_text("notes"), "journal", "error", "not a", "restore"
    ),
    "a second name": Fault(
        lambda program: os.link(program.store, program.folder / "other"),
        *("journal", "error", "second name", "real copy"),
    ),
    "damaged": Fault(damage_pages, "integrity", "error", "damaged in", "coachlog restore"),
    "newer": Fault(sql("PRAGMA user_version=99"), "schema", "error", "newer", "Upgrade"),
    "earlier": Fault(
        earlier,
        *("schema", "notice", "earlier", "coachlog today"),
        env={"COACHLOG_NOW": LATER},
    ),
    "no reference": Fault(
        without_checks("update session set coachee_id = 'nobody'"),
        *("references", "error", "session → coachee", "coachlog restore"),
    ),
    "unreadable": Fault(
        sql("update coachee set team = cast(x'ff41' as text)"),
        *("records", "error", r"coachee\.team", "coachlog restore"),
    ),
    "a table altered": Fault(
        sql("alter table coachee add column shoe_size text"),
        *("schema", "error", "coachee", "coachlog restore"),
    ),
    "a table added": Fault(sql("create table mine(a text)"), "schema", "notice", "mine", ""),
    "a trigger lost": Fault(
        sql("drop trigger text_session_insert"),
        *("schema", "warning", "text_session_insert", "--fix"),
        fixed=True,
    ),
    "wrong counts": Fault(
        sql("update tally_coachee set sessions = 9"),
        *("tallies", "warning", "tally_coachee", "--fix"),
        fixed=True,
    ),
    "a document lost": Fault(
        sql("delete from document"), "index", "warning", "search may miss", "--fix", fixed=True
    ),
    "the index emptied": Fault(
        sql("insert into search(search) values ('delete-all')"),
        *("index", "warning", "search may miss", "--fix"),
        fixed=True,
    ),
    "open to others": Fault(
        lambda program: program.store.chmod(0o644),
        *("permissions", "warning", "can read", "--fix"),
        fixed=True,
    ),
    "backups open to others": Fault(
        open_backups, "permissions", "warning", "can read", "--fix", fixed=True
    ),
    "a mistake in the settings": Fault(
        config('language = "nl"\nname = Jo\n'), "settings", "error", "mistake.*line 2", "Correct"
    ),
    "settings open to others": Fault(
        open_settings,
        *("permissions", "warning", "can change", "--fix"),
        fixed=True,
    ),
    "a folder for all": Fault(
        lambda program: program.folder.chmod(0o777),
        *("permissions", "warning", "can put another file", "chmod go-w"),
    ),
    "synchronised": Fault(
        in_onedrive,
        *("place", "warning", "OneDrive", "config set store"),
        env={"COACHLOG_STORE": "OneDrive - Employer/journal.sqlite"},
    ),
    "left behind": Fault(left_behind, "leftovers", "notice", "left", "--fix", fixed=True),
    "no backup": Fault(
        lambda _program: None,
        *("backups", "warning", "no backup", "coachlog backup now"),
        env={"COACHLOG_NOW": LATER, "COACHLOG_BACKUP": ""},
    ),
    "an old draft": Fault(old_draft, "drafts", "notice", "unfinished", "session resume"),
    "a clock ahead": Fault(
        sql("update operation set stamp = '2027-05-01T09:00:00.000Z'"),
        *("clock", "warning", "1 May 2027", "Set the clock"),
    ),
    "another time zone": Fault(
        config('time_zone = "Asia/Tokyo"\n'),
        *("locale", "notice", "Asia/Tokyo", "config set time_zone Europe/Brussels"),
    ),
}


def findings(result: Any, check: str) -> list[dict[str, Any]]:
    return [each for each in result.json if each["check"] == check]


def state_of_files(top: Path) -> dict[str, tuple[int, str]]:
    """The mode and the content of all files in a folder."""
    return {
        str(path): (
            path.stat().st_mode,
            hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "",
        )
        for path in top.rglob("*")
        if "home" not in path.relative_to(top).parts  # the folder for logs may be made
    }


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_found_with_its_remedy_and_mended_only_when_asked(name, program, keep, call):
    fault = FAULTS[name]
    keep(talk(topic="Plannen"), talk(coachee="Bo", topic="Rust"))
    call("coachee", "list")  # used on this machine
    fault.make(program)
    before = state_of_files(program.folder)

    told = call("doctor", "--json", env=fault.env)

    assert state_of_files(program.folder) == before
    found = [each for each in findings(told, fault.check) if each["level"] != "ok"]
    assert found, told.out
    assert {each["level"] for each in found} == {fault.level}
    assert all(re_found(fault.message, each["message"]) for each in found)
    assert all(re_found(fault.remedy, each["remedy"]) for each in found)
    assert told.code == (5 if fault.level == "error" else 0)
    others = [each for each in told.json if each["check"] != fault.check]
    assert not [each for each in others if each["level"] in ("warning", "error")]

    mended = findings(call("doctor", "--fix", "--json", env=fault.env), fault.check)
    after = findings(call("doctor", "--json", env=fault.env), fault.check)

    assert [each["fixed"] for each in mended if each["level"] != "ok"] == [fault.fixed] * len(found)
    assert (after[0]["level"] == "ok") == fault.fixed, after
    if not fault.fixed:
        assert state_of_files(program.folder) == before


def re_found(pattern: str, text: str) -> bool:
    return bool(re.search(pattern, text))


def test_a_new_and_a_filled_journal_have_nothing_to_put_right(call, program, keep):
    program.config.touch(mode=0o600)
    for words in (["doctor"], ["demo", "doctor"]):
        told = call(*words, "--json")
        assert told.code == 0
        assert {each["level"] for each in told.json} <= {"ok", "notice"}, told.out

    keep(talk(topic="Plannen"))
    told = call("doctor", "--json")
    assert not [each for each in told.json if each["level"] not in ("ok", "notice")]
    assert findings(told, "index")[0]["level"] == "ok"


def test_a_journal_that_another_program_keeps_is_told_and_nothing_hangs(call, program, keep):
    keep(talk())
    with closing(sqlite3.connect(program.store, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode=EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        told = call("doctor", "--json", env={"COACHLOG_BUSY_MS": "50"})

    (found,) = findings(told, "journal")
    assert (told.code, found["level"]) == (5, "error")
    assert "in use" in found["message"]
    assert "not checked" in findings(told, "integrity")[0]["message"].casefold()


@pytest.mark.parametrize("harm", ["cut", "zeros", "noise", "a log of nothing"])
def test_whatever_state_a_journal_is_in_doctor_answers_and_alters_nothing(
    harm, call, program, keep
):
    keep(talk(), talk(coachee="Bo"))
    sound = program.store.read_bytes()
    for place in range(100, len(sound), len(sound) // 12):
        harmed = {
            "cut": sound[:place],
            "zeros": sound[:place] + bytes(900) + sound[place + 900 :],
            "noise": sound[:place] + hashlib.sha512(sound).digest() * 9 + sound[place + 576 :],
        }.get(harm, sound)
        program.store.write_bytes(harmed)
        if harm == "a log of nothing":
            program.store.with_name("journal.sqlite-wal").write_bytes(b"noise" * place)
        before = state_of_files(program.folder)

        told = call("doctor", "--csv")

        assert told.err == ""
        assert told.code in ((0, 5) if harm in ("zeros", "noise") else (5,))
        assert state_of_files(program.folder) == before


def test_backups_and_the_second_place_are_looked_at(call, program, keep):
    stick = program.folder / "stick"
    stick.mkdir()
    keep(talk())
    call("config", "set", "backup_to", stick)
    call("backup", "now")
    fine = call("doctor", "--json")
    assert {each["level"] for each in fine.json if "backup" in each["message"]} == {"ok"}

    shutil.rmtree(stick)
    call("goal", "new", "--coachee", "amina", "--statement", "Plannen", env={"COACHLOG_NOW": SOON})
    late = {"COACHLOG_NOW": LATER}
    call("coachee", "new", "--name", "Bo", env=late)
    told = call("doctor", "--json", env=late)
    assert "30 days old" in findings(told, "backups")[0]["message"]
    assert "For 30 days" in findings(told, "second_place")[0]["message"]

    (newest,) = folder(program).glob("*.sqlite")
    newest.write_bytes(newest.read_bytes()[:-1])
    told = call("doctor", "--json", env=late)
    assert "damaged" in findings(told, "backups")[0]["message"]
    assert "backup now" in findings(told, "backups")[0]["remedy"]
    assert told.code == 0


def test_a_terminal_without_utf_8_is_told(run):
    told = run("doctor", env={"PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"})

    (row,) = [line.split("\t") for line in told.lines if line.startswith("terminal\t")]
    assert row[1] == "notice"
    assert "8859" in row[2]


@pytest.mark.parametrize(
    ("language", "wrong", "fine"),
    [
        ("en", "Better put right", "All else is fine"),
        ("nl", "Beter in orde te brengen", "Al de rest is in orde"),
        ("fr", "Mieux vaut y remédier", "Tout le reste est en ordre"),
    ],
)
def test_people_read_what_is_wrong_first_and_what_is_fine_in_one_line(
    language, wrong, fine, screen, aloud, program, keep
):
    keep(talk())
    program.store.chmod(0o640)

    shown = screen("doctor", language=language)
    said = aloud("doctor", language=language).out

    for page in (shown, said):
        assert page.index(wrong) < page.index(fine)
        assert "coachlog doctor --fix" in " ".join(page.split())


def test_little_room_on_the_disk_and_a_network_drive_are_known():
    mounts = ["/dev/sda1 / ext4 rw 0 0", "nas:/home /mnt/the\\040nas nfs4 rw 0 0"]

    assert [found.level for found in room(free=40_000_000, size=1_000_000)] == ["warning"]
    assert [found.level for found in room(free=500_000, size=1_000_000)] == ["error"]
    assert room(free=60_000_000, size=1_000_000) == []
    assert kind_of_mount("/mnt/the nas/journal.sqlite", mounts) == "nfs4"
    assert kind_of_mount("/mnt/the nasty/journal.sqlite", mounts) == "ext4"


@pytest.mark.parametrize("kind", ["folder", "pipe", "not UTF-8", "unknown value"])
def test_doctor_starts_whatever_the_settings_are_and_takes_what_is_sound(
    kind, call, program, keep, tmp_path
):
    keep(talk())
    make = {
        "folder": program.config.mkdir,
        "pipe": lambda: os.mkfifo(program.config),
        "not UTF-8": lambda: program.config.write_bytes(b'name = "Jos\xe9"\nstore = "gone.db"\n'),
        "unknown value": lambda: program.config.write_text('role = "boss"\nstore = "gone.db"\n'),
    }
    make[kind]()
    env = {"COACHLOG_STORE": ""}

    assert call("coachee", "list", env=env).code in (4, 5)
    told = call("doctor", "--json", env=env)

    assert told.code == 5
    (found,) = findings(told, "settings")
    assert (found["level"], str(program.config) in found["message"]) == ("error", True)
    assert found["remedy"]
    chosen = program.folder / "gone.db"
    expected = str(chosen) if kind in ("not UTF-8", "unknown value") else "journal.sqlite"
    assert expected in findings(told, "journal")[0]["message"]


def test_a_rescue_tells_record_by_record_what_is_missing(call, program, keep, aloud):
    keep(
        *(talk(topic=f"Onderwerp {n} {'x' * 600}", date=f"2026-11-0{n}T14:00") for n in range(1, 9))
    )
    sql_of_leaves = "select pageno from dbstat where name = 'session' and pagetype = 'leaf'"
    with closing(sqlite3.connect(program.store)) as store:
        page = store.execute(f"{sql_of_leaves} order by pageno limit 1 offset 1").fetchone()[0]
    with program.store.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(bytes(4096))
    damaged = program.store.read_bytes()

    refused(call("session", "list"), 5, "damaged")
    told = call("doctor", "--rescue", "new.sqlite", "--json")

    assert told.code == 0, told.err
    assert {each["noun"] for each in told.json} == {"session"}
    lost = sorted(each["number"] for each in told.json)
    assert lost
    assert {each["state"] for each in told.json} <= {"half", "missing"}
    assert f"of {len(lost)} something is lost" in told.err
    page = aloud("doctor", "--rescue", "other.sqlite")
    assert f"conversation {lost[0]} with Amina" in page.out
    assert "coachlog restore" in page.out
    assert "Nothing was changed in" in page.out
    assert program.store.read_bytes() == damaged
    numbers = {
        each["number"] for each in call("--store", "new.sqlite", "session", "list", "--json").json
    }
    assert set(range(1, 9)) - set(lost) <= numbers
    assert call("restore", "new.sqlite", "--yes").code == 0
    assert call("session", "list").code == 0
    new = call("session", "new", "--coachee", "amina", "--topic", "Hierna")
    assert new.lines[0].split("\t")[0] == "9", "no number is given again"


def test_a_rescue_is_refused_with_one_line(call, program, keep):
    keep(talk())
    (program.folder / "mine").write_text("mine")

    refused(call("doctor", "--rescue", "mine"), 4, "already")
    refused(call("doctor", "--rescue", "no/where"), 4, "not there")
    refused(call("doctor", "--rescue", "new", "--fix"), 2, "do not go together")
    program.store.write_bytes(b"notes" * 1000)
    refused(call("doctor", "--rescue", "new"), 5, "Nothing could be read")
    program.store.unlink()
    refused(call("doctor", "--rescue", "new"), 5, "is not there")

    assert (program.folder / "mine").read_text() == "mine"
    assert not (program.folder / "new").exists()


@pytest.mark.parametrize("harm", ["emptied", "no database", "damaged", "log only", "foreign log"])
def test_every_word_about_a_damaged_journal_names_the_rescue(harm, call, program, keep):
    keep(talk())
    log = program.store.with_name("journal.sqlite-wal")
    if harm == "log only":
        log.write_bytes(b"left")
        program.store.unlink()
    elif harm == "foreign log":
        log.write_bytes(b"noise" * 1000)
    else:
        FAULTS[harm].make(program)

    told = call("session", "list")

    assert told.code == 5
    assert "coachlog doctor --rescue FILE" in told.err
    assert "doctor --rescue FILE" in " ".join(
        each["remedy"] for each in call("doctor", "--json").json
    )


def test_who_only_reads_is_told_of_damage_once_a_day(call, program, keep):
    keep(talk())
    today = {"COACHLOG_BACKUP": ""}
    elsewhere = program.folder / "none.sqlite"
    assert "damaged" not in call("--store", elsewhere, "coachee", "list", env=today).err
    assert "is not there" not in call("--store", elsewhere, "coachee", "list", env=today).err
    tomorrow = today | {"COACHLOG_NOW": "2026-11-25T10:00:00Z"}
    assert call("coachee", "list", env=today).err == ""
    without_checks("update goal set coachee_id = 'nobody'")(program)
    sql("PRAGMA ignore_check_constraints=ON", "update session set minutes = -1")(program)

    assert call("coachee", "list", env=today).err == ""
    told = call("coachee", "list", env=tomorrow)
    again = call("coachee", "list", env=tomorrow)

    assert told.code == 0
    assert "damaged" in told.err
    assert "doctor --rescue FILE" in told.err
    assert again.err == ""

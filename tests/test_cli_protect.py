"""Protecting the journal: nothing can be read without the key, and with it all is the same."""

import builtins
import json
import random
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path

import pytest

from coachlog.store.backup_places import folder_of
from coachlog.store.files import PROTECTED_MAGIC
from coachlog.store.protection.key_words import NotWordsError, key_of_words, words_of_key
from coachlog.terminal.context import Context
from tests.conftest import ROOT, refused, talk

KEY = bytes(range(100, 132))
MARKS = 40
HERE = "the journal .*journal.sqlite"


@pytest.fixture
def key_file(program):
    """The environment with a file that holds the key."""
    file = program.folder / "raw.key"
    file.write_text(f"{KEY.hex()}\n")
    file.chmod(0o600)
    return {"COACHLOG_KEY_FILE": str(file)}


@pytest.fixture
def save(call):
    """A conversation with some words in it, and the number of it."""

    def saving(env=None, **fields):
        saved = call("session", "new", "--from", "-", stdin=json.dumps(talk(**fields)), env=env)
        assert saved.code == 0, saved.err
        return saved

    return saving


@pytest.fixture
def protected(call, save, key_file):
    """A protected journal with one conversation, and the environment that opens it."""
    save(topic="A plan")
    assert call("protect", "--yes", env=key_file).code == 0
    return key_file


@pytest.fixture
def ring(program, monkeypatch):
    """A keyring in a file, and where that is."""
    file = program.folder / "keyring.json"
    monkeypatch.setenv("TEST_KEYRING", str(file))
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "tests.file_keyring.FileKeyring")
    return file


@pytest.fixture
def no_ring(monkeypatch):
    """A computer without a keyring."""
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")


def holding(marks, *folders):
    """The files anywhere in these folders that hold one of the words, and which."""
    return [
        (file, mark.decode())
        for folder in folders
        for file in folder.rglob("*")
        if file.is_file()
        for mark in marks
        if mark in file.read_bytes()
    ]


def test_no_word_of_it_is_left_anywhere_and_unprotecting_brings_all_back(
    call, program, key_file, monkeypatch, tmp_path
):
    """Journal, logs, backups here and on a stick, older stores, rescued texts, copies, editors."""
    temporary, stick = tmp_path / "tmp", tmp_path / "stick"
    temporary.mkdir()
    stick.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    program.config.write_text(f'backup_to = "{stick}"\n')
    chance = random.Random(7)
    marks = ["".join(chance.choices("bcdfghklmnp", k=14)) for _mark in range(MARKS)]
    words = iter(marks)
    said = [talk(coachee=next(words), topic=next(words), goals=[{"statement": next(words)}])]
    said += [talk(topic=next(words), private_note=next(words)) for _each in range(8)]
    lines = "\n".join(json.dumps(each) for each in said)
    assert call("session", "new", "--from", "-", stdin=lines).code == 0
    assert call("backup", "now").code == 0
    assert call("goal", "edit", "1", "--statement", next(words)).code == 0
    assert call("session", "remove", "3", "--yes").code == 0
    assert call("backup", "now").code == 0
    rest = " ".join(words)
    shutil.copy(program.store, f"{program.store}.before-0003.bak")
    shutil.copy(program.store, f"{program.store}.new")
    left = temporary / "coachlog-copy-999999999-abc"  # of a program that was killed
    left.mkdir()
    shutil.copy(program.store, left)
    log = tmp_path / "home" / ".local" / "state" / "coachlog" / "log"
    log.mkdir(parents=True, exist_ok=True)
    (log / "edit-12345678.txt").write_text(rest)
    (log / "error.log").write_text(rest)
    killed = temporary / "coachlog-edit-999999999-abc"
    killed.mkdir(mode=0o700)
    (killed / "answer.txt").write_text(rest)
    before = call("session", "list", "--json").out
    data = [mark.encode() for mark in marks]
    assert {mark for _file, mark in holding(data, tmp_path)} == set(marks)

    kept = call("protect", "--yes", env=key_file)
    done = call("protect", "--yes", "--discard", env=key_file)

    assert kept.code == 4
    assert "2 files cannot be protected" in kept.err
    assert done.code == 0, done.err
    assert holding([*data, b"SQLite format"], tmp_path) == []
    assert call("session", "list", "--json", env=key_file).out == before
    assert call("session", "show", 1, env=key_file).code == 0
    verified = call("backup", "verify", "--json", env=key_file).json
    assert [line["result"] for line in verified] == ["sound"] * 2
    assert call("undo", "--yes", env=key_file).code == 0  # the removal
    assert len(call("session", "list", "--json", env=key_file).json) == 9

    assert call("unprotect", "--yes", env=key_file).code == 0
    assert len(call("session", "list", "--json").json) == 9
    assert call("backup", "verify").code == 0
    plain = [file for file in program.folder.rglob("*.sqlite") if file.is_file()]
    assert {file.read_bytes()[:6] for file in plain} == {b"SQLite"}
    assert len(plain) == 5


def test_what_is_asked_and_saved_later_is_encrypted_too(protected, call, save, program):
    save(env=protected | {"COACHLOG_BACKUP": ""}, topic="Shibboleth", coachee="Bo")
    assert call("backup", "now", env=protected).code == 0
    topic = call("topic", "park", "bo", "Shibboleth", env=protected)
    assert topic.code == 0, topic.err

    assert call("search", "shibboleth", "--json", env=protected).json != []
    assert call("doctor", env=protected).code == 0
    assert holding([b"hibboleth", b"SQLite format"], program.folder) == []
    assert "2" in call("history", env=protected).out
    again = call("backup", "now", env=protected)
    assert "Nothing has changed since backup" not in again.err  # the topic is new
    assert "Nothing has changed since backup" in call("backup", "now", env=protected).err


def test_a_plain_backup_goes_into_a_protected_journal_and_the_other_way_round(
    call, save, program, key_file
):
    save(topic="Before")
    call("backup", "now")
    plain = next(folder_of(program.store).glob("*.sqlite"))
    shutil.copy(plain, program.folder / "plain.sqlite")
    call("protect", "--yes", env=key_file)
    shutil.copy(program.store, program.folder / "protected.sqlite")
    save(env=key_file, topic="After")

    taken = call("restore", program.folder / "plain.sqlite", "--yes", env=key_file)

    assert taken.code == 0, taken.err
    assert program.store.read_bytes().startswith(PROTECTED_MAGIC)
    assert [line["topic"] for line in call("session", "list", "--json", env=key_file).json] == [
        "Before"
    ]
    back = call("restore", 2, "--yes", env=key_file)
    assert back.code == 0, back.err
    assert len(call("session", "list", "--json", env=key_file).json) == 2
    call("unprotect", "--yes", env=key_file)
    other = call("restore", program.folder / "protected.sqlite", "--yes", env=key_file)
    assert other.code == 0, other.err
    assert program.store.read_bytes().startswith(b"SQLite")
    assert len(call("session", "list", "--json").json) == 1


def test_without_the_key_one_line_says_what_to_do(protected, call, program, no_ring):
    other, text = program.folder / "other.key", program.folder / "text.key"
    other.write_bytes(bytes(32))
    text.write_text("hush")
    gone = program.folder / "gone.key"

    def listed(**env):
        return call("session", "list", env=env)

    refused(listed(), 5, "no keyring on this computer")
    refused(listed(COACHLOG_KEY_FILE=str(other)), 5, f"not that of {HERE}")
    refused(listed(COACHLOG_KEY_FILE=str(text)), 5, "text.key holds no key")
    refused(listed(COACHLOG_KEY_FILE=str(gone)), 5, "gone.key cannot be read")
    refused(listed(COACHLOG_KEY_COMMAND="false"), 5, "did not work: exit 1")
    refused(listed(COACHLOG_KEY_COMMAND="/not/there"), 5, "did not work: No such file")
    refused(listed(COACHLOG_KEY_COMMAND="echo hush"), 5, f"not that of {HERE}")
    refused(call("protect", "--yes", env=protected), 4, "protected already")
    for wrong in (other, text, gone):
        assert "hush" not in listed(COACHLOG_KEY_FILE=str(wrong)).err
    assert call("session", "list", env=protected).code == 0


def test_a_missing_library_is_named(protected, call, monkeypatch):
    """And a plain journal does without it."""
    load = builtins.__import__

    def without(name, *args, **named):
        if name.startswith("sqlcipher3"):
            raise ImportError(f"No module named {name!r}")
        return load(name, *args, **named)

    monkeypatch.delitem(sys.modules, "coachlog.store.protection.cipher")
    monkeypatch.delattr("coachlog.store.protection.cipher")
    monkeypatch.setattr("builtins.__import__", without)

    result = call("session", "list", env=protected)

    refused(result, 5, "library that opens protected journals")
    assert "pip install sqlcipher3" in result.err


def test_a_command_gives_the_key_and_learns_nothing_of_it(protected, call, program):
    words = " ".join(words_of_key(KEY))
    script = program.folder / "give"
    script.write_text(f"#!/bin/sh\nenv > {program.folder}/env.txt\necho '{words}'\n")
    script.chmod(0o700)

    given = call("session", "list", env={"COACHLOG_KEY_COMMAND": str(script)})
    program.config.write_text(f'key_command = "{script}"\n')

    assert given.code == 0, given.err
    assert given.out == call("session", "list", env=protected).out
    assert call("session", "list").out == given.out
    assert "COACHLOG_KEY" not in (program.folder / "env.txt").read_text()


def test_a_keyring_that_is_locked_or_has_another_key_is_told(protected, call, ring):
    key_id = call("protect", "status", "--json", env=protected).json["key_id"]

    refused(call("session", "list"), 5, f"key of {HERE} is not on this computer")
    ring.write_text(json.dumps({f"coachlog {key_id}": bytes(32).hex()}))
    refused(call("session", "list"), 5, f"not that of {HERE}")
    ring.write_text("locked")
    locked = call("session", "list")
    refused(locked, 5, "keyring of this computer is locked")
    assert "hush" not in locked.err
    ring.write_text(json.dumps({f"coachlog {key_id}": KEY.hex()}))
    assert call("session", "list").code == 0
    assert call("protect", "status", "--json").json["key"] == "keyring"


def test_the_words_on_paper_open_it_again(protected, call, program, ring):
    words = call("protect", "recovery", "--show", env=protected).out.split()
    wrong = [*words[:4], "babab", *words[5:]]

    refused(call("protect", "recovery", stdin=" ".join(wrong)), 4, "word 5 is wrong: babab")
    refused(call("protect", "recovery", stdin=" ".join(words[1:])), 4, "17 words, not 18")
    other = " ".join(words_of_key(bytes(32)))
    refused(call("protect", "recovery", stdin=other), 4, "those of another journal")
    opened = call("protect", "recovery", stdin="1 " + " - ".join(words).upper())

    assert opened.code == 0, opened.err
    assert call("session", "list").code == 0  # by the keyring, from now on
    status = call("protect", "status", "--json").json
    assert (status["key"], status["recovery_on"]) == ("keyring", "2026-11-24")
    written = call("protect", "recovery", "--to-file", "new.key", stdin=" ".join(words))
    assert written.code == 0, written.err
    assert (program.folder / "new.key").stat().st_mode & 0o777 == 0o600
    ring.unlink()
    assert call("session", "list", env={"COACHLOG_KEY_FILE": "new.key"}).code == 0
    again = call("protect", "recovery", "--to-file", "new.key", stdin=" ".join(words))
    refused(again, 4, "new.key cannot be made")


def test_on_another_computer_a_backup_and_the_words_are_enough(protected, call, program, ring):
    words = call("protect", "recovery", "--show", env=protected).out
    call("backup", "now", env=protected)
    stick = program.folder / "stick.sqlite"
    next(folder_of(program.store).glob("*.sqlite")).rename(stick)
    program.begin_anew()

    refused(call("restore", stick, "--yes"), 5, "is not on this computer")
    kept = call("protect", "recovery", stdin=words)
    restored = call("restore", stick, "--yes")

    assert (kept.code, restored.code) == (0, 0), kept.err + restored.err
    assert "coachlog restore FILE" in kept.err
    assert call("session", "list", "--json").json[0]["topic"] == "A plan"
    assert program.store.read_bytes().startswith(PROTECTED_MAGIC)


def test_one_wrong_word_is_always_found_and_named():
    chance = random.Random(11)
    for _try in range(60):
        key = chance.randbytes(32)
        words, others = words_of_key(key), words_of_key(chance.randbytes(32))
        place = chance.randrange(18)
        assert key_of_words(" ".join(words)) == key

        words[place], right = others[3], words[place]
        if right != others[3]:
            with pytest.raises(NotWordsError, match=f"word {place + 1} is wrong.*be {right}"):
                key_of_words(" ".join(words))
            words[place] = "xxxxx"  # no longer to be read
            with pytest.raises(NotWordsError, match=f"word {place + 1} is wrong.*be {right}"):
                key_of_words(" ".join(words))
            words[place] = others[3]
        words[place], words[(place + 1) % 18] = words[(place + 1) % 18], right
        with pytest.raises(NotWordsError):  # two that changed places
            key_of_words(" ".join(words))


def test_tab_completes_with_a_key_file_and_asks_nothing_without(protected, run):
    def tab(**env):
        line = {"_COACHLOG_COMPLETE": "bash", **env}
        return run("coachlog coachee show ", env=line)

    assert "amina" in tab(**protected).out
    assert tab().out.strip() == ""
    command = tab(COACHLOG_KEY_COMMAND="sleep 100")  # never run for TAB
    assert (command.code, command.out.strip()) == (0, "")


def test_a_page_that_is_damaged_is_told_and_a_backup_takes_its_place(protected, call, program):
    call("backup", "now", env=protected)
    content = bytearray(program.store.read_bytes())
    content[200:210] = bytes(10)
    program.store.write_bytes(content)

    told = call("session", "list", env=protected)
    examined = call("doctor", env=protected)
    restored = call("restore", "--yes", env=protected)

    refused(told, 5, "is damaged")
    assert examined.code == 5
    assert "is damaged" in examined.out
    assert restored.code == 0, restored.err
    assert program.store.read_bytes().startswith(PROTECTED_MAGIC)
    assert call("session", "list", env=protected).code == 0


def test_a_damaged_journal_is_not_protected_but_named(call, program, save, key_file):
    save()
    content = program.store.read_bytes()
    damaged = content[:8192] + bytes(8 * 4096) + content[10 * 4096 :]
    program.store.write_bytes(damaged)

    refused(call("protect", "--yes", env=key_file), 5, "journal.sqlite is damaged")

    assert program.store.read_bytes() == damaged


def test_an_interrupted_one_is_finished_or_taken_back_at_the_next_command(protected, call, program):
    call("backup", "now", env=protected)
    note = Path(f"{program.store}.protecting")
    key_id = call("protect", "status", "--json", env=protected).json["key_id"]
    folder = folder_of(program.store)
    backup = next(folder.glob("*.sqlite"))
    with closing(sqlite3.connect(program.folder / "plain.sqlite")) as plain:
        plain.executescript("create table meta(key, value); pragma application_id=1668243811")
    (program.folder / "plain.sqlite").replace(backup)  # one that was still to come
    note.write_text(f"- {key_id}\n")

    finished = call("session", "list", env=protected)
    note.write_text(f"{key_id} -\n")  # stopped before the journal itself was converted
    taken_back = call("session", "list", env=protected)

    assert "It was finished now" in finished.err
    assert "it is as it was" in taken_back.err
    assert not note.exists()
    assert all(file.read_bytes().startswith(PROTECTED_MAGIC) for file in folder.glob("*.sqlite"))
    assert "interrupted" not in call("session", "list", env=protected).err


def test_while_another_window_has_it_open_nothing_is_converted(save, call, program, key_file):
    save()
    before = program.store.read_bytes()
    code = f"import sqlite3; c = sqlite3.connect({str(program.store)!r}); c.execute('begin');"
    code += "c.execute('select * from meta').fetchone(); print(1, flush=True); input()"
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen([sys.executable, "-c", code], **pipes) as other:
        other.stdout.readline()
        result = call("protect", "--yes", env=key_file | {"COACHLOG_BUSY_MS": "50"})
        other.communicate("\n")

    refused(result, 5, "in use by another program")
    assert program.store.read_bytes()[:6] == before[:6] == b"SQLite"
    assert not Path(f"{program.store}.protecting").exists()


def test_an_editor_and_a_pager_are_told_nothing_of_the_key(protected, program, open_pager):
    shown = open_pager(protected)

    assert "COACHLOG_STORE" in shown
    assert "COACHLOG_KEY" not in shown


@pytest.fixture
def open_pager(program):
    """What is in the environment of a pager."""

    def opened(env):
        pager = program.folder / "pager"
        pager.write_text(f"#!/bin/sh\nenv > {program.folder}/env.txt\n")
        pager.chmod(0o700)
        program.on_terminal(
            "session",
            "show",
            1,
            rows=4,
            env=env | {"COACHLOG_PAGER": str(pager), "COACHLOG_LANG": "en"},
        )
        return (program.folder / "env.txt").read_text()

    return opened


def test_copies_on_a_stick_that_is_away_follow_when_it_is_back(call, program, save, key_file):
    stick = program.folder / "stick"
    stick.mkdir()
    program.config.write_text('backup_to = "stick"\n')
    save(topic="Shibboleth")
    assert call("backup", "now").code == 0
    stick.rename(program.folder.parent / "away")

    done = call("protect", "--yes", env=key_file)
    (program.folder.parent / "away").rename(stick)
    copied = call("backup", "now", env=key_file)

    assert f"{stick} is not there now" in done.err
    assert copied.code == 0, copied.err
    assert holding([b"hibboleth", b"SQLite format"], program.folder) == []
    verified = call("backup", "verify", "--json", env=key_file).json
    assert [line["result"] for line in verified] == ["sound"]


def test_doctor_names_what_is_plain_or_open_and_mends_it(protected, call, program, save):
    def found(*words):
        lines = call("doctor", *words, "--json", env=protected).json
        return [(line["level"], line["message"]) for line in lines if line["check"] == "protection"]

    call("backup", "now", env=protected)
    backup = next(folder_of(program.store).glob("*.sqlite"))
    assert [level for level, _text in found()] == ["ok", "notice"]  # never typed back
    call("unprotect", "--yes", env=protected)
    plain = next(folder_of(program.store).glob("*.sqlite")).read_bytes()
    assert [level for level, _text in found()] == ["notice"]
    call("protect", "--yes", env=protected)
    backup = next(folder_of(program.store).glob("*.sqlite"))
    backup.rename(backup.with_name(backup.name.replace("0001", "0002")))
    (backup.with_name(backup.name)).write_bytes(plain)
    Path(protected["COACHLOG_KEY_FILE"]).chmod(0o644)

    before, fixed, after = found(), found("--fix"), found()

    assert [level for level, _text in before] == ["ok", "warning", "notice", "warning"]
    assert "1 backup of the protected journal can be read by anybody" in before[1][1]
    assert len(fixed) == 4
    assert [level for level, _text in after] == ["ok", "notice"]
    assert holding([b"SQLite format"], program.folder) == []


def test_a_disk_that_is_full_leaves_the_plain_journal_as_it_was(call, program, save, key_file):
    save()
    limit = program.store.stat().st_size // 2
    program.environment |= key_file

    def full():
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    with program.start("protect", "--yes", preexec_fn=full) as other:
        _out, err = other.communicate()

    assert other.returncode == 5, err
    assert len(err.splitlines()) == 2
    assert call("session", "list").code == 0
    assert program.store.read_bytes().startswith(b"SQLite")
    left = [file.name for file in program.folder.rglob("*") if file.is_file()]
    assert not [name for name in left if name.endswith((".part", ".protecting"))]


def test_a_text_of_it_is_edited_in_memory_on_no_disk(protected, call, program, monkeypatch):
    monkeypatch.setattr(Context, "interactive", property(lambda _context: True))
    editor, where, env = (program.folder / name for name in ("editor", "where.txt", "env.txt"))
    editor.write_text(f'#!/bin/sh\necho "$1" > {where}\nenv > {env}\n')
    editor.chmod(0o700)

    told = call("session", "edit", 1, env=protected | {"EDITOR": str(editor), "TERM": "xterm"})

    assert told.code == 0, told.err
    assert where.read_text().startswith("/dev/shm/coachlog-edit-")
    assert "COACHLOG_KEY" not in env.read_text()


def test_it_says_what_is_missing_and_what_does_not_go_together(call, save, key_file):
    save()

    refused(call("protect"), 2, "Without a terminal", "key of your own")
    refused(call("protect", env=key_file), 2, "only done with --yes")
    refused(call("protect", "--passphrase", "--keyring"), 2, "do not go together")
    refused(call("protect", "--passphrase", "--yes", env=key_file), 2, "nobody can type")
    refused(call("unprotect", "--yes"), 4, "is not protected")
    refused(call("protect", "recovery", "--check", stdin="x"), 4, "is not protected")
    refused(call("protect", "recovery", stdin="x"), 4, "1 word, not 18")
    assert call("protect", "status", "--json").json["protected"] == 0


def test_an_old_protected_store_is_brought_up_to_date(call, program, key_file):
    import gzip

    packed = ROOT / "tests" / "store" / "earlier" / "0001.sqlite.gz"
    program.store.write_bytes(gzip.decompress(packed.read_bytes()))
    done = call("protect", "--yes", env=key_file)
    assert done.code == 0, done.err

    listed = call("session", "list", "--json", env=key_file)

    assert listed.code == 0, listed.err
    assert listed.json
    files = [program.store, *folder_of(program.store).glob("*.sqlite")]
    assert len(files) == 2  # with the backup before the update
    assert all(file.read_bytes().startswith(PROTECTED_MAGIC) for file in files)

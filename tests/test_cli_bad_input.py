"""What cannot be kept or understood: a cause, a remedy, the right code, and nothing is lost."""

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.conftest import EXAMPLE, refused, talk

FULL = Path("/dev/full")
LONG = "Ik vertel het hele verhaal. " * 3600
EMOJI = "👩🏽‍💻 groeit 🇧🇪 naar 10️⃣"
RIGHT_TO_LEFT = "أمينة تقود الاجتماع"
ESCAPES = "\x1b[31mred\x1b[0m \x1b]0;title\x07 \x1b]8;;http://x\x1b\\link \x9b2J \u202eevil \x00"
MARKUP = "[bold red]boo[/] [link=http://x]y[/link] :smile: [/]"


def new(call, data, *options):
    text = data if isinstance(data, (str, bytes)) else json.dumps(data)
    return call("session", "new", "--from", "-", *options, stdin=text)


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"coachee": None}, ["^coachee: this is empty"]),
        ({"coachee": " "}, ["^coachee: this is empty"]),
        ({"coachee": 5}, ["^coachee: a text is expected"]),
        ({"coachee": "x" * 201}, ["^coachee: This is too long: 201 characters. At most 200"]),
        ({"datum": "x"}, ["^datum: this field is not known"]),
        ({"date": "31/2/2026"}, ["^date: “31/2/2026” is not a date"]),
        ({"date": "11/23/2026"}, ["^date: ", "day first"]),
        ({"date": "soonish"}, ["^date: “soonish” cannot be read as a date"]),
        ({"date": "2027-01-01"}, ["^date: A conversation that was held cannot be in the future"]),
        ({"date": "0001-01-01T00:00+14:00"}, ["^date: "]),
        ({"date": 20261102}, ["^date: a text is expected"]),
        ({"date": "2026-03-29T02:30"}, ["^date: ", "the clock skipped that hour"]),
        ({"time_zone": "Mars/Olympus"}, ["^time_zone: The time zone Mars/Olympus is not known"]),
        ({"time_zone": "../../etc/passwd"}, ["^time_zone: "]),
        (
            {"next_at": "2026-11-01"},
            ["^next_at: The next appointment, Sun 1 Nov 2026, 09:00, is before"],
        ),
        ({"minutes": 0}, ["^minutes: “0” is not a length of time from 1 to 1440"]),
        ({"minutes": 1441}, ["^minutes: "]),
        ({"minutes": 30.5}, ["^minutes: a whole number is expected"]),
        ({"minutes": True}, ["^minutes: "]),
        ({"minutes": [30]}, ["^minutes: a whole number is expected"]),
        (
            {"form": "zoom"},
            ["^form: “zoom” is not one of", r"in_person, by video \(video\), by phone"],
        ),
        ({"status": "done"}, ["^status: “done” is not one of", "planned, held, cancelled, missed"]),
        ({"topic": ["a"]}, ["^topic: a text is expected"]),
        ({"topic": "x" * 200_001}, ["^topic: This is too long: 200001 characters"]),
        ({"reality": []}, [r"^reality: an object \{...\} is expected"]),
        ({"reality": {"score": -1}}, ["^reality.score: “-1” is not a whole number from 0 to 10"]),
        ({"reality": {"score": 11.0}}, ["^reality.score: “11” is not"]),
        ({"reality": {"score": "high"}}, ["^reality.score: “high” is not"]),
        ({"reality": {"skore": 1}}, ["^reality.skore: this field is not known"]),
        ({"goals": {}}, [r"^goals: a list \[...\] is expected"]),
        ({"goals": [{}]}, ["^goals.0: a goal needs a statement"]),
        ({"goals": [{"statement": "x", "number": 1}]}, ["^goals.0: a goal needs", "not both"]),
        (
            {"goals": [{"statement": "x", "target_on": "x"}]},
            ["^goals.0.target_on: “x” cannot be read"],
        ),
        ({"goals": [{"statement": "x", "target_on": 5}]}, ["^goals.0.target_on: a day like"]),
        (
            {"goals": [{"statement": "x", "ref": "r"}] * 2},
            ["^goals.1.ref: two goals have the same"],
        ),
        ({"goals": [{"statement": "x"}] * 101}, ["^goals: at most 100 fit here"]),
        ({"scores": [{"goal": "r", "score": 1}]}, ["^scores.0.goal: no goal .* the ref “r”"]),
        ({"scores": [{"goal": True, "score": 1}]}, ["^scores.0.goal: "]),
        ({"scores": [{"goal": None, "score": 1}]}, ["^scores.0.goal: the ref or the number"]),
        ({"scores": [{"goal": 1.5, "score": 1}]}, ["^scores.0.goal: the ref or the number"]),
        ({"scores": [{"goal": 10**30, "score": 1}]}, ["^scores.0.goal: .* is not a number"]),
        ({"scores": [{"goal": 1}]}, ["^scores.0.score: this is missing"]),
        (
            {"goals": [{"statement": "x", "ref": "r"}], "scores": [{"goal": "r", "score": 1}] * 2},
            ["^scores.1.goal: this goal already has a score"],
        ),
        ({"options": [{"text": ""}]}, ["^options.0.text: this is empty"]),
        (
            {"options": [{"text": "x", "origin": "boss"}]},
            ["^options.0.origin: “boss” is not one of"],
        ),
        (
            {"options": [{"text": "x", "chosen": "maybe"}]},
            ["^options.0.chosen: “maybe” is neither"],
        ),
        ({"options": [{"text": "x", "chosen": 3}]}, ["^options.0.chosen: true or false"]),
        ({"options": "none"}, ["^options: a list"]),
        ({"actions": ["call"]}, [r"^actions.0: an object \{...\} is expected"]),
        ({"actions": [{"due_on": "2026-12-01"}]}, ["^actions.0.what: this is missing"]),
        ({"actions": [{"what": "x", "confidence": 0}]}, ["^actions.0.confidence: “0” .* 1 to 10"]),
        ({"actions": [{"what": "x", "goal": "r"}]}, ["^actions.0.goal: no goal of this"]),
        (
            {"actions": [{"what": "x", "if_then": {"if": "y"}}]},
            ["^actions.0.if_then.if: this field"],
        ),
        ({"reviews": [{"action": 1, "status": "ok"}]}, ["^reviews.0.status: “ok” is not one of"]),
        (
            {"reviews": [{"action": "x", "status": "done"}]},
            ["^reviews.0.action: “x” is not a number"],
        ),
        ({"answers": [{"stage": "s", "question": "q"}]}, ["^answers.0.text: this is missing"]),
        (
            {"answers": [{"stage": "s", "question": "q", "text": "t", "layer": "x"}]},
            ["^answers.0.lay"],
        ),
    ],
)
def test_a_field_that_is_wrong_is_named_by_its_path(call, wrong, words):
    refused(new(call, talk() | wrong), 4, *words)
    assert call("coachee", "list").out == call("session", "list").out == ""


def test_a_missing_coachee_in_json(call):
    refused(new(call, {"topic": "x"}), 4, "^coachee: this is missing")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", ["not JSON", "line 1, column 2"]),
        ("coachee: Bo", ["not JSON: Expecting value in line 1, column 1"]),
        ('{"coachee": "Bo",}', ["not JSON"]),
        ('{\n "coachee": "Bo"\n "topic": "x"}', ["line 3, column 2"]),
        ('{"a": 1}{"b": 2}', ["not JSON: Extra data"]),
        (b'{"coachee": "caf\xe9"}', ["not UTF-8 text: see line 1"]),
        (b"\x00\x01\x02", ["not JSON"]),
        (b"\xff\xfe{\x00}\x00", ["not UTF-8 text but UTF-16"]),
        ("[" * 100_000, ["too deeply nested"]),
        ('{"a":' * 100_000, ["too deeply nested"]),
        ("[]", ["^the input: one conversation as an object"]),
        ("[1]", ["^line 1, the input: one conversation as an object"]),
        ("[[]]", ["^line 1, the input: one conversation as an object"]),
        ('[{"coachee": "Bo"} {"coachee": "Bo"}]', ["not JSON: Expecting ',' delimiter"]),
        ('[{"coachee": "Bo"},]', ["not JSON"]),
        ('[{"coachee": "Bo"}', ["not JSON"]),
        ('[{"coachee": "Bo"}]]', ["not JSON: Extra data"]),
        ("null", ["^the input: one conversation as an object"]),
        ('"Bo"', ["^the input: one conversation as an object"]),
        ("NaN", ["^the input: one conversation as an object"]),
        ('{"coachee": "Bo", "minutes": NaN}', ["^minutes: a whole number is expected"]),
        ('{"coachee": "Bo", "minutes": 1e999}', ["^minutes: a whole number is expected"]),
        ('{"coachee": "Bo", "minutes": %s}' % ("9" * 5000), ["^minutes: a whole number"]),
        ('{"coachee": "Bo", "minutes": -%s}' % ("9" * 25), ["^minutes: "]),
    ],
    ids=range(24),
)
def test_json_that_is_not_json_or_no_conversation(call, text, words):
    refused(new(call, text), 4, *words)


def test_a_byte_order_mark_and_line_ends_of_windows_are_fine(call):
    lines = "\ufeff" + "\r\n".join(json.dumps(talk()) for _ in range(2)) + "\r\n"

    assert new(call, lines).out == "1\tamina\n2\tamina\n"


@pytest.mark.parametrize("source", ["nowhere.json", ".", "\udcff.json"])
def test_a_file_that_cannot_be_read(call, source):
    refused(call("session", "new", "--from", source), 3, "cannot be read: ")


@pytest.mark.parametrize(
    ("words", "code", "cause"),
    [
        ("session show 9", 3, "no conversation 9"),
        ("session show x", 4, "“x” is not a number"),
        ("session show 0", 4, "“0” is not a number"),
        ("session show 99999999999999999999", 4, "is not a number"),
        ("session edit 9 --topic x", 3, "no conversation 9"),
        ("session list --coachee amnia", 3, "Nobody is called amnia. Did you mean amina?"),
        ("goal show 9", 3, "no goal 9"),
        ("goal score 9 5", 3, "no goal 9"),
        ("goal score 1 11", 4, "“11” is not a whole number from 0 to 10"),
        ("goal score 1 4.5", 4, "“4.5” is not"),
        ("goal score 1 5 --on 31/2", 4, "“31/2” is not a date"),
        ("goal edit 9 --why x", 3, "no goal 9"),
        ("goal list --status done", 4, "“done” is not one of the choices"),
        ("goal list --coachee zzz", 3, "Nobody is called zzz.$"),
        ("action done 9", 3, "no action 9"),
        ("action done x", 4, "“x” is not a number"),
        ("action edit 9 --what x", 3, "no action 9"),
        ("action list --status ready", 4, "“ready” is not one"),
        ("coachee show amna", 3, "Nobody is called amna. Did you mean amina?"),
        ("coachee edit amna --role x", 3, "Nobody is called amna"),
        ("timeline amna", 3, "Nobody is called amna"),
        ("timeline --goal 9", 3, "no goal 9"),
        ("timeline --since someday", 4, "“someday” cannot be read"),
        ("export csv session", 3, "no table called session"),
        ("schema people", 3, "no schema called people"),
        ("config get lang", 3, "no setting called lang"),
        ("config set lang nl", 3, "no setting called lang"),
        ("config set language de", 4, "language cannot be “de”"),
        ("config set short maybe", 4, "“maybe” is neither yes nor no"),
        ("config set time_zone Mars/X", 4, "Mars/X is not known"),
        ("session resume", 3, "no unfinished conversation"),
        ("session lst", 2, "no command lst. Did you mean: coachlog session list[?]$"),
        ("sesion list", 2, "no command sesion. Did you mean: coachlog session list[?]$"),
        ("session list --limt 3", 2, "no option --limt. Did you mean --limit?"),
        ("session list extra words", 2, "not understood here: extra words"),
        ("session list --limit", 2, "--limit needs a value"),
        ("session show", 2, "Missing: N, the number of the conversation"),
        ("goal score 1", 2, "Missing: FIGURE, "),
        ("export csv", 2, "Say which table"),
    ],
)
def test_what_is_not_there_or_not_understood(call, words, code, cause):
    call("session", "new", "--from", EXAMPLE)

    refused(call(*words.split()), code, cause)


@pytest.mark.parametrize(
    "words",
    [
        "session list --status",
        "goal list --lens",
        "session new --coachee Bo --form",
        "search x --noun",
    ],
)
def test_half_a_character_in_a_choice(call, words):
    """It comes so out of a terminal that is set to another encoding."""
    refused(call(*words.split(), "\udcff"), 4, "is not one of the choices|is not known")


def test_words_that_are_no_utf8(call):
    call("session", "new", "--from", EXAMPLE)

    refused(call("coachee", "show", "\udcff"), 3, "Nobody is called")
    refused(call("session", "list", "--coachee", "\udcff"), 3, "Nobody is called")
    assert call("session", "new", "--coachee", "\udcffBo", "--topic", "\udcff").code == 0
    assert call("config", "set", "name", "Jo\udcff").code == 0
    assert call("config", "list", "--store", "\udcff.sqlite").code == 0


def test_very_long_words_are_cut_in_the_message(call):
    assert len(call("coachee", "show", "x" * 100_000).err) < 1000


@pytest.mark.parametrize(
    "text", [LONG, EMOJI, RIGHT_TO_LEFT, ESCAPES, MARKUP, "a\tb\r\nc", "=1+1", '"quoted", yes']
)
def test_any_text_is_kept_as_it_was_said(call, text):
    kept = text.replace("\r\n", "\n").replace("\x00", "␀").strip()

    new(call, talk(topic=text, options=[{"text": text}], actions=[{"what": text}]))

    shown = call("session", "show", 1, "--json").json
    assert shown["topic"] == shown["options"][0]["text"] == shown["actions"][0]["what"] == kept
    assert call("export", "csv", "sessions").rows[0]["topic"] == kept
    assert call("session", "list", "--csv").rows[0]["topic"] == kept


READS = [
    ("session", "list"),
    ("session", "show", 1),
    ("goal", "list"),
    ("goal", "show", 1),
    ("action", "list"),
    ("coachee", "list"),
    ("coachee", "show", "red"),
    ("timeline",),
    ("timeline", "red"),
    (),
]
EVERYWHERE = {
    "coachee": f"red {ESCAPES}",
    "coachee_name": None,
    "topic": ESCAPES,
    "summary": MARKUP,
    "goals": [{"ref": "g", "statement": ESCAPES, "why": MARKUP}],
    "options": [{"text": ESCAPES, "origin": "network", "contact": ESCAPES}],
    "actions": [{"what": ESCAPES, "due_on": "2026-11-10", "helper": ESCAPES}],
    "answers": [{"stage": ESCAPES, "question": ESCAPES, "asked": ESCAPES, "text": MARKUP}],
    "scores": [{"goal": "g", "score": 3}],
    "private_note": ESCAPES,
}
DANGEROUS = ("\x1b[31m", "\x1b]", "\x07", "\x9b", "\u202e", "\x00")


@pytest.mark.parametrize("words", READS, ids=lambda words: " ".join(map(str, words)) or "start")
def test_escapes_and_markup_are_shown_not_obeyed_in_a_pipe(call, words):
    kept = new(call, talk() | EVERYWHERE)

    shown = call(*words)

    assert kept.code == shown.code == 0
    for told in (kept.err, shown.out, shown.err):
        assert "\x1b" not in told
        assert not [sign for sign in DANGEROUS if sign in told]


@pytest.mark.parametrize("words", READS, ids=lambda words: " ".join(map(str, words)) or "start")
def test_escapes_and_markup_are_shown_not_obeyed_on_a_terminal(program, call, words):
    new(call, talk() | EVERYWHERE)

    shown = program.on_terminal(*words or ("--no-input",), columns=120)

    assert shown.code == 0
    # Rich colours a late action bold red; the text says plain red and its own title.
    assert not [sign for sign in DANGEROUS if sign in shown.out]


def test_markup_is_shown_on_a_terminal(program, call):
    new(call, talk() | EVERYWHERE)

    shown = program.on_terminal("session", "show", 1, columns=140).out

    assert MARKUP in shown
    assert "␛[31mred" in shown


@pytest.mark.parametrize("columns", [40, 60, 200])
def test_a_terminal_of_any_width(program, call, columns):
    new(call, talk(topic=LONG[:5000], coachee=EMOJI, summary=RIGHT_TO_LEFT))

    for words in (("session", "list"), ("session", "show", 1), ("coachee", "list"), ("timeline",)):
        assert program.on_terminal(*words, columns=columns).code == 0


def test_a_mistake_in_the_input_cannot_speak_to_the_terminal(call):
    refused(new(call, talk() | {"\x1b[31mfield\n": 1}), 4, "^␛")


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_a_terminal_that_lacks_the_letters(run, call, encoding):
    new(call, talk(topic=EMOJI))

    shown = run("session", "list", env={"PYTHONIOENCODING": encoding})

    assert shown.code == 0
    assert "groeit" in shown.out


@pytest.mark.parametrize(
    "words", ["session list --limit 0", "export csv sessions", "session list --json --limit 0"]
)
def test_a_reader_that_has_seen_enough_ends_it_quietly(program, keep, words):
    keep(*(talk(topic="x" * 2000) for _ in range(200)))
    command = f"set -o pipefail; '{sys.executable}' -m coachlog {words} | head -1 >/dev/null"

    ended = subprocess.run(
        ["bash", "-c", command], env=program.environment, capture_output=True, check=False
    )

    assert (ended.returncode, ended.stderr) == (0, b"")


@pytest.mark.parametrize(
    "words", ["session show 9", "session list --nonsense", "coachee new --name B"]
)
def test_complaints_that_nobody_reads(program, words):
    command = f"'{sys.executable}' -m coachlog {words} 2>&1 >/dev/null | true; exit $PIPESTATUS"
    code = {"session show 9": 3, "session list --nonsense": 2}.get(words, 0)

    ended = subprocess.run(["bash", "-c", command], env=program.environment, check=False)

    assert ended.returncode == code


@pytest.mark.parametrize(("number", "code"), [(0, 0), (1, 0), (2, 0)])
def test_closed_streams(program, call, number, code):
    call("session", "new", "--from", EXAMPLE)

    with program.start("session", "list", preexec_fn=lambda: os.close(number)) as process:
        assert process.wait(20) == code


def folder(path):
    path.mkdir()


def other_file(path):
    path.write_text("my notes")


def other_program(path):
    with closing(sqlite3.connect(path)) as store:
        store.execute("create table place (url text)")


def newer(path):
    with closing(sqlite3.connect(path)) as store:
        store.execute("pragma user_version=99")


STORES = {
    "folder": (folder, "is a folder"),
    "no database": (other_file, "not a coachlog journal, nor any other database"),
    "other program": (other_program, "database of another program"),
    "newer": (newer, "newer coachlog"),
}
both = pytest.mark.parametrize(
    "words", [("session", "list"), ("session", "new", "--coachee", "Bo")]
)


@both
@pytest.mark.parametrize("kind", STORES)
def test_a_store_that_is_none(call, program, kind, words):
    spoil, cause = STORES[kind]
    if kind == "newer":
        call("session", "new", "--from", EXAMPLE)
    spoil(program.store)

    refused(call(*words), 5, cause)


def test_a_store_that_another_program_writes_to(call, program):
    call("session", "new", "--from", EXAMPLE)
    with closing(sqlite3.connect(program.store, isolation_level=None)) as other:
        other.execute("begin immediate")

        refused(call("action", "done", 1, env={"COACHLOG_BUSY_MS": "20"}), 5, "in use by another")
        assert call("session", "list").code == 0


def test_a_damaged_store(call, program):
    call("session", "new", "--from", EXAMPLE)
    program.store.write_bytes(program.store.read_bytes()[:6000])

    refused(call("session", "list"), 5, "damaged")


def test_the_folder_of_the_store_is_a_file(call, program):
    (program.folder / "file").touch()

    refused(
        call("session", "new", "--coachee", "Bo", "--store", "file/x.sqlite"),
        5,
        "cannot be created",
    )


@pytest.mark.skipif(not FULL.exists(), reason="only Linux has a disk that is always full")
def test_a_full_disk_behind_the_output(program, call):
    call("session", "new", "--from", EXAMPLE)
    with FULL.open("wb") as full, program.start("session", "list", stdout=full) as process:
        assert process.wait(20) == 5
        told = process.stderr.read().decode()
    assert "Traceback" not in told
    assert told.count("\n") <= 2


def test_a_clock_that_stands_still_nowhere(call):
    refused(
        call("session", "list", env={"COACHLOG_NOW": "noon"}),
        2,
        "COACHLOG_NOW is not a valid date and time",
    )


@pytest.mark.parametrize("log", ["kept", "not kept"])
def test_what_nobody_foresaw_is_one_line_and_a_log(call, program, monkeypatch, capfd, log):
    """The last door: no traceback, the place of the log, the code for the unexpected."""
    from coachlog.main import main

    monkeypatch.setattr("coachlog.front.menu.show_start", lambda _context: 1 / 0)
    home = program.folder / "home"
    if log == "not kept":
        home.write_text("a file, no folder")

    assert main([]) == 1

    told = capfd.readouterr().err
    assert "Traceback" not in told
    assert told.splitlines()[0] == "Something went wrong that should not have: ZeroDivisionError."
    if log == "kept":
        kept = next(home.rglob("error.log"))
        assert str(kept) in told
        assert "ZeroDivisionError" in kept.read_text()
        assert kept.stat().st_mode & 0o077 == 0
    else:
        assert "No log could be written" in told


@pytest.mark.parametrize(
    ("noun", "given"),
    [
        ("session", {"coachee": "A", "form": "\ud83d"}),
        ("session", {"coachee": "A", "status": "\udcff"}),
        ("session", {"coachee": "A", "communication": ["\ud83d"]}),
        ("session", {"coachee": "A", "actions": [{"what": "x", "done_by": "\ud83d"}]}),
        ("session", {"coachee": "A", "goals": [{"statement": "x", "lenses": ["\ud83d"]}]}),
        ("session", {"coachee": "A", "\ud83d": 1}),
        ("coachee", {"name": "A", "language": "\ud83d"}),
        ("coachee", {"name": "A", "agreement_basis": "\ud83d"}),
        ("objective", {"statement": "x", "level": "\ud83d"}),
        ("growth", {"kind": "\ud83d"}),
    ],
)
def test_half_a_character_in_a_word_of_a_list_is_refused_like_any_other(call, noun, given):
    """JSON can tell one half of an emoji; no file and no message can hold it."""
    told = call(noun, "new", "--from", "-", stdin=json.dumps(given))

    assert (told.code, told.out) == (4, ""), told.err


def test_a_name_that_no_file_can_have_is_told_wherever_a_file_is_named(call):
    name = "a" * 300
    for words in (
        ("import", f"{name}.csv"),
        ("session", "new", "--coachee", "An", "--from", f"{name}.json"),
        ("export", "journal", "--output", f"{name}.jsonl"),
        ("export", "csv", "--all", name),
        ("export", "markdown", name),
        ("review", "--output", f"{name}.html"),
        ("--store", name, "session", "list"),
    ):
        told = call(*words)
        assert told.code in (3, 5), words
        assert "long" in told.err

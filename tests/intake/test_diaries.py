"""Diaries and hours that other programs keep: jrnl, Day One and Watson."""

import json
import zipfile
from datetime import datetime
from pathlib import Path

import pytest

NEW = """\
[2026-11-20 14:05] Met Amina over de overdracht. *
Ze wil @sofie vragen, zegt @amina.

Tweede alinea.

[2026-11-21 09:00] Alleen een zin. En nog een over @amina.
[2026-11-31 09:00] no such day
[note to self] no day at all
"""
OLD = """\
before all
2026-11-20 14:05 Met @amina over de overdracht.
Tekst.
[2026-11-22 10:00] a chat that was pasted
2026-11-21 09:00 Nog @amina
"""


@pytest.fixture
def known(call):
    for name in ("Amina", "Sofie"):
        call("coachee", "new", name)
    return call


def brought(call, path, *options):
    result = call("import", path, "--json", *options)
    assert result.code == 0, result.err
    [told] = result.json
    return told["new"].get("session", 0), [each["reason"] for each in told["told"]]


def talks(call):
    shown = call("session", "list", "--limit", "0", "--json").json[::-1]
    return [call("session", "show", each["number"], "--json").json for each in shown]


def test_the_file_of_jrnl_gives_a_conversation_for_each_entry(known, tmp_path):
    (tmp_path / "new.txt").write_text(NEW)

    count, told = brought(known, tmp_path / "new.txt")

    assert count == 2
    assert told == ["“2026-11-31 09:00” begins no entry here: it belongs to the entry before it."]
    first, second = talks(known)
    assert (first["coachee"], first["date"]) == ("sofie", "2026-11-20T14:05")
    assert first["topic"] == "Met Amina over de overdracht."
    assert first["private_note"].endswith("@amina.\n\nTweede alinea.")
    assert second["topic"] == "Alleen een zin. En nog een over @amina."
    assert second["private_note"].endswith("no such day\n[note to self] no day at all")
    assert "summary" not in first


def test_a_file_of_version_1_has_its_days_without_brackets(known, tmp_path):
    (tmp_path / "old").write_text(OLD.replace("\n", "\r\n"))
    assert known("import", "old").code == 4  # it begins with something else

    count, told = brought(known, tmp_path / "old", "--as", "jrnl")
    assert (count, len(told)) == (2, 2)

    (tmp_path / "old").write_text(OLD.removeprefix("before all\n"))
    count, told = brought(known, tmp_path / "old")
    assert (count, len(told)) == (0, 1)
    assert talks(known)[0]["private_note"] == "Tekst.\n[2026-11-22 10:00] a chat that was pasted"


def test_its_exports_are_the_same_entries(known, tmp_path):
    entries = [
        {
            "title": "Met Amina over de overdracht.",
            "body": "Ze wil @sofie vragen, zegt @amina.\n\nTweede alinea.",
            "date": "2026-11-20",
            "time": "14:05",
            "tags": ["@sofie", "@amina"],
        },
        {"title": "x", "body": "", "date": "2026-99-20", "time": "14:05", "tags": []},
        "none",
    ]
    (tmp_path / "a.txt").write_text(NEW)
    (tmp_path / "b").write_text(json.dumps({"tags": {}, "entries": entries}))
    (tmp_path / "c.md").write_text(
        "---\ntitle: Met Amina over de overdracht.\ndate: 2026-11-20 14:05\nstarred: True\n"
        "tags: sofie, amina\nbody: |\t\t\n\tZe wil @sofie vragen, zegt @amina.\n\t\n"
        "\tTweede alinea.\n..."
    )
    brought(known, tmp_path / "a.txt")

    assert brought(known, tmp_path / "b") == (
        *(0, ["“2026-99-20 14:05” is no day that can be read.", "It is no entry."]),
    )
    assert brought(known, tmp_path / "c.md") == (0, [])
    assert len(talks(known)) == 2
    text = "title: Other @amina\ndate: 2026-11-22 14:05\nstared: False\ntags: @amina\n \nBody.\n"
    (tmp_path / "d.txt").write_text(text)  # version 2
    assert brought(known, tmp_path / "d.txt") == (1, [])
    assert talks(known)[-1]["private_note"] == "Body."


def test_a_journal_of_jrnl_may_be_a_folder_with_a_file_a_day(known, tmp_path):
    day = tmp_path / "jrnl" / "2026" / "11"
    day.mkdir(parents=True)
    (day / "20.txt").write_text(NEW)
    (day / "23.txt").write_bytes(b"\x81\x00")
    (day / "notes.txt").write_text(NEW)

    count, told = brought(known, tmp_path / "jrnl")

    assert (count, len(told)) == (2, 2)


def test_who_is_meant_can_be_told_or_added(call, tmp_path):
    (tmp_path / "new.txt").write_text(NEW)
    assert "Nobody is called sofie" in call("import", "new.txt").err
    assert talks(call) == []
    assert "People added: sofie" in call("import", "new.txt", "--new", "--shared").err
    assert "Tweede" in talks(call)[0]["summary"]
    call("undo")
    assert talks(call) == []
    assert call("coachee", "list").out == ""


def test_a_diary_of_day_one_has_its_own_clock(known, tmp_path):
    entry = {
        "uuid": "E1",
        "creationDate": "2026-11-20T13:05:00Z",
        "timeZone": "Europe/Brussels",
        "text": "# Overdracht\\.\n\n![](dayone-moment://ABC)\nZe wil meer\\!",
        "tags": ["amina"],
        "photos": [{"identifier": "ABC"}],
    }
    odd = [entry | {"uuid": "E2", "creationDate": "soon"}, entry | {"uuid": "E3", "timeZone": "x"}]
    (tmp_path / "Journal.json").write_text(json.dumps({"metadata": {}, "entries": [entry, *odd]}))

    count, told = brought(known, tmp_path / "Journal.json")

    assert count == 2
    assert told == [
        "1 picture or recording stays there.",
        "“soon” is no day that can be read.",
        "1 picture or recording stays there.",
    ]
    packed = zipfile.ZipFile(tmp_path / "export.zip", "w", zipfile.ZIP_DEFLATED)
    with packed:
        packed.write(tmp_path / "Journal.json", "Journal.json")
        packed.writestr("photos/x.jpeg", b"x")
    assert brought(known, tmp_path / "export.zip")[0] == 0  # the same ones
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("Journal.json", b" " * 3_000_000)
    assert known("import", "bomb.zip").code == 4
    first, second = talks(known)
    assert (first["topic"], first["private_note"]) == ("Overdracht.", "Ze wil meer!")
    assert [each["date"] for each in (first, second)] == ["2026-11-20T14:05"] * 2


def doentry(inner, head=""):
    return f'<?xml version="1.0"?>{head}<plist version="1.0"><dict>{inner}</dict></plist>'


def test_the_entries_of_its_classic_version_may_lie_in_a_folder(known, tmp_path):
    entries = tmp_path / "Journal.dayone" / "entries"
    entries.mkdir(parents=True)
    day = "<key>Creation Date</key><date>2026-11-20T13:05:00Z</date>"
    text = "<key>Entry Text</key><string>Een &amp; ander. Meer.</string>"
    laughs = '<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;&a;">]>'
    files = {
        "a": doentry(f"{day}{text}<key>Tags</key><array><string>amina</string></array>"),
        "b": doentry(text),
        "c": doentry(f"{day}<key>Entry Text</key><string>&b;</string>", laughs),
        "d": doentry(f"{day}{text}")[:-20],
        "e": doentry("<key>x</key>" + "<array>" * 50_000),
        "f": '<?xml version="1.0"?><plist><array/></plist>',
    }
    for name, data in files.items():
        (entries / f"{name}.doentry").write_text(data)

    count, told = brought(known, tmp_path / "Journal.dayone")

    assert (count, len(told)) == (1, 5)
    [talk] = talks(known)
    assert (talk["topic"], talk["private_note"]) == ("Een & ander.", "Meer.")
    assert known("import", entries / "c.doentry").code == 4


def test_the_hours_of_watson_are_the_same_in_its_file_and_in_its_log(known, tmp_path):
    start = int(datetime.fromisoformat("2018-10-16T11:46:15+02:00").timestamp())
    ids = [f"{n:032x}" for n in range(6)]
    frames = [
        [start, start + 2474, "amina", ids[0], ["tag", "two"], start],
        [start + 9000, start + 9010, "care", ids[1], []],
        [start + 9, start, "amina", ids[2], []],
        [1e30, 1e31, "amina", ids[3], []],
        [start, start + 90 * 86400, "amina", ids[4], []],
        "none",
    ]
    log = [
        {"id": ids[0], "project": "amina", "start": "2018-10-16T10:46:15+01:00"}
        | {"stop": "2018-10-16T11:27:29+01:00", "tags": ["tag", "two"]},
        {"id": ids[5], "project": "amina", "start": "2018-10-16T10:46", "stop": "2018-10-16T11:00"},
    ]
    Path("frames").write_text(json.dumps(frames))
    Path("log.json").write_text(json.dumps(log))
    Path("log.csv").write_text("id,start,stop,project,tags\n1,2018-10-16 10:46:15,,a,\n")

    count, told = brought(known, "frames", "--map", "care=sofie")

    assert (count, len(told)) == (2, 4)
    first, second = talks(known)
    assert (first["date"], first["minutes"], first["topic"]) == ("2018-10-16T11:46", 41, "tag, two")
    assert (second["coachee"], second["minutes"]) == ("sofie", 1)
    assert brought(known, "log.json") == (0, ["Its times cannot be read."])
    refused = known("import", "log.csv")
    assert (refused.code, "frames" in refused.err) == (4, True)


def test_what_is_no_diary_is_refused_in_a_line(known, tmp_path):
    cases = {
        "dayone": ["{", '{"metadata": 1}', "[" * 100_000, '{"metadata":{},"entries":' + "9" * 9999],
        "jrnl": ['{"tags": {}}', '{"entries": {}}', "{" + '"a":[' * 50_000],
        "watson": ["{}", "[[1, 2", "nothing", "[" * 100_000],
    }
    for name, texts in cases.items():
        for text in texts:
            (tmp_path / "x").write_text(text)
            assert known("import", "x", "--as", name).code == 4, (name, text[:20])
    (tmp_path / "x").write_text("[2026-11-20 14:05] @amina " + "x" * 1_000_000)
    assert "too long" in brought(known, tmp_path / "x")[1][0]
    assert talks(known) == []

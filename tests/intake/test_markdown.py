"""Notes in Markdown: those that coachlog wrote come back, others become conversations."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coachlog.schema.field import LINE, NAME, PRIVATE, TEXT
from coachlog.schema.tables import TABLES
from coachlog.store.person_records import TABLES_ABOUT_PEOPLE
from tests.intake.conftest import word_of

OF_COACH = ("growth", "network_meeting", "network_advice")
"""They may name a person, and are the coach's own all the same."""

MEETING = """\
---
Title: "1-op-1: rooster"
created: 2026-01-01
date: 2026-11-20
uur: 14u30
duur: 45 min
deelnemers:
  - "[[People/@ Amina El Idrissi|Amina]]"
  - Koen <koen@example.org>
status: yes
tags: [werk, 1-1]
---

# Een gesprek

Vooraf gezegd.

## Doelen
- De overdracht zelf leiden
  tegen de zomer
- Rustig blijven

## Realiteit
Ze is moe.
En ze slaapt weinig.

## Opties
1. Vooraf met Els spreken
2. Een lijstje

## Acties
- [ ] Els vragen 📅 2026-12-11 #werk
* [x] Lijstje maken ✅ 2026-11-22
    - [-] Overslaan
> 1. [ ] Quoted [due:: 2026-12-01]
- Koen bellen
  omdat hij wacht
Niet meer dan dat.

```
- [ ] in code
```

    - [ ] in code too

## Notities
Alleen voor mij.

## Iets anders
\\# geen kop
- [ ] Onmogelijk 📅 2026-02-30
"""


@pytest.fixture
def vault(call, tmp_path):
    """The folder of notes of a journal with one conversation and two actions."""
    talk = {
        "coachee": "Amina",
        "date": "2026-11-20T14:00",
        "summary": "Ja",
        "actions": [{"what": "Call Koen", "due_on": "2026-12-11"}, {"what": "Ask Els"}],
    }
    assert call("session", "new", "--from", "-", stdin=json.dumps(talk)).code == 0
    assert call("action", "new", "--what", "Read", "--coachee", "amina").code == 0
    call("export", "markdown", tmp_path / "vault")
    return tmp_path / "vault"


def brought(call, path, *options):
    """What an import did: counts of new, changed and same, and the reasons told."""
    result = call("import", path, "--json", *options)
    assert result.code == 0, result.err
    [told] = result.json
    counts = {name: told[name] for name in ("new", "changed", "same") if told[name]}
    return counts, [each["reason"] for each in told["told"]]


def edit(path, *changes):
    text = path.read_text()
    for before, after in changes:
        assert before in text
        text = text.replace(before, after)
    path.write_text(text)


def status_of(call):
    return {each["what"]: each["status"] for each in call("action", "list", "--json").json}


def test_all_about_a_person_goes_out_and_what_is_private_only_when_asked(full, call, tmp_path):
    """Whatever nouns there are, and will be."""
    words = {
        word_of(table.name, field.name): field.layer == PRIVATE
        for table in TABLES.values()
        if table.name in TABLES_ABOUT_PEOPLE and table.name not in OF_COACH
        for field in table.fields
        if field.kind in (TEXT, LINE, NAME) and field.name != "handle" and not field.words
    }
    for options in ((), ("--private",)):
        folder = tmp_path / f"vault{len(options)}"
        assert call("export", "markdown", folder, *options).code == 0
        text = "\n".join(path.read_text() for path in folder.iterdir())

        expected = {word for word, is_private in words.items() if options or not is_private}
        assert {word for word in words if word in text} == expected
        assert brought(call, folder) == ({"same": {"coachee": 1, "session": 1, "action": 1}}, [])


TEXTS = st.one_of(
    st.text(st.characters(codec="utf-8"), min_size=1, max_size=60),
    st.lists(
        st.sampled_from(
            ["---", "# x", "%% coachlog: yours from here %%", "- [x] y ^a1", "```", "a: b", "[[c]]"]
        ),
        min_size=1,
        max_size=4,
    ).map("\n".join),
).filter(str.strip)


@settings(max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(TEXTS, min_size=6, max_size=6))
def test_notes_that_come_back_change_nothing(call, tmp_path_factory, texts):
    folder = tmp_path_factory.mktemp("examples")
    env = {"COACHLOG_STORE": str(folder / "journal.sqlite")}
    topic, summary, what, option, statement, name = texts
    talk = {
        "coachee": f"A {name}"[:40],
        "date": "2026-11-20T14:00",
        "topic": topic,
        "summary": summary,
        "goals": [{"statement": statement}],
        "options": [{"text": option}],
        "actions": [{"what": what, "due_on": "2026-12-11"}],
    }
    assert call("session", "new", "--from", "-", stdin=json.dumps(talk), env=env).code == 0
    assert call("export", "markdown", folder / "vault", env=env).code == 0
    before = {path.name: path.read_bytes() for path in (folder / "vault").iterdir()}

    [told] = call("import", folder / "vault", "--json", env=env).json

    assert told["same"] == {"coachee": 1, "session": 1, "action": 1}
    assert (told["new"], told["changed"], told["told"]) == ({}, {}, [])
    assert call("export", "markdown", folder / "vault", "--force", env=env).code == 0
    assert {path.name: path.read_bytes() for path in (folder / "vault").iterdir()} == before


def test_what_was_ticked_moved_and_added_in_obsidian_comes_back(call, vault):
    note = vault / "2026-11-20 Amina.md"
    edit(
        note,
        ("- [ ] Call Koen 📅 2026-12-11 ^a1", "- [x] Call Koen 📅 2026-12-11 ^a1 ✅ 2026-11-23"),
        ("- [ ] Ask Els", "- [ ] Ask Els 📅 2026-12-24"),
        ("\n%% coachlog", "\n- [ ] Ask Sofie\n\n%% coachlog"),
    )
    note.write_text(note.read_text() + "- [ ] mine below the line\n")
    edit(vault / "Amina.md", ("- [ ] Read", "- [-] Read"))

    counts, told = brought(call, vault, "--dry-run")
    assert status_of(call)["Call Koen"] == "open"
    counts, told = brought(call, vault)

    assert counts["changed"] == {"action": 3}
    assert counts["new"] == {"action": 1}
    assert told == []
    actions = {each["what"]: each for each in call("action", "list", "--json").json}
    assert {name: each["status"] for name, each in actions.items()} == {
        "Call Koen": "done",
        "Ask Els": "open",
        "Ask Sofie": "open",
        "Read": "dropped",
    }
    assert actions["Call Koen"]["closed_on"] == "2026-11-23"
    assert actions["Ask Els"]["due_on"] == "2026-12-24"
    assert actions["Ask Sofie"]["session"] == 1

    assert "changed" not in brought(call, vault)[0]
    call("export", "markdown", vault, "--force")
    assert "- [x] Call Koen 📅 2026-12-11 ✅ 2026-11-23 ^a1" in note.read_text()
    assert brought(call, vault) == ({"same": {"coachee": 1, "session": 1, "action": 4}}, [])
    call("action", "remove", "4", "--yes")
    assert brought(call, vault) == ({"same": {"coachee": 1, "session": 1, "action": 3}}, [])
    call("undo")
    call("undo")
    assert status_of(call) == {"Call Koen": "open", "Ask Els": "open", "Read": "open"}


def test_what_changed_here_since_stays_and_other_words_are_told(call, vault):
    call("action", "drop", "1", env={"COACHLOG_NOW": "2026-11-25T09:00:00Z"})
    edit(vault / "2026-11-20 Amina.md", ("- [ ] Call", "- [x] Call"), ("Ask Els", "Ask Sofie"))

    _counts, told = brought(call, vault)

    assert status_of(call)["Call Koen"] == "dropped"
    assert [reason.partition(":")[0] for reason in told] == [
        "Words above the line were changed",
        "Status was changed here since, so it stays as it is.",
    ]
    assert "Ask Sofie" not in status_of(call)


def test_notes_of_another_journal_become_records_once(call, vault, elsewhere):
    assert brought(elsewhere, vault)[0]["new"] == {"coachee": 1, "session": 1, "action": 3}
    assert list(brought(elsewhere, vault)[0]) == ["same"]
    talk = elsewhere("session", "show", "1", "--json").json
    assert (talk["date"], talk["coachee"], len(talk["actions"])) == ("2026-11-20T14:00", "amina", 2)
    assert "## Summary\n\nJa" in talk["private_note"]

    call("session", "edit", "1", "--private-note", "secret")
    call("export", "markdown", vault.parent / "mine", "--private")
    env = {"COACHLOG_STORE": str(vault.parent / "third.sqlite")}
    assert call("import", vault.parent / "mine", "--shared", env=env).code == 0
    talk = call("session", "show", "1", "--json", env=env).json
    assert "secret" in talk["private_note"]
    assert "summary" not in talk


def test_a_note_of_ones_own_becomes_a_conversation_with_its_actions(call, tmp_path):
    note = tmp_path / "meeting.md"
    note.write_text(MEETING)
    assert brought(call, note)[1] == [
        "Nobody is called Amina El Idrissi. --new adds people, --coachee WHO says whose it is.",
        "“2026-02-30” is no day that there is: it stays in the words of the action.",
    ]

    call("config", "set", "name", "Amina el idrissi")  # were it the coach, it would be Koen's
    assert call("import", note, "--new", "--dry-run", "--json").json[0]["people"] == ["Koen"]
    call("config", "set", "name", "Lies Peeters")

    counts, told = brought(call, note, "--new")

    assert counts == {"new": {"session": 1, "action": 6}}
    assert len(told) == 1
    talk = call("session", "show", "1", "--json").json
    assert talk["coachee_name"] == "Amina El Idrissi"
    assert (talk["date"], talk["minutes"]) == ("2026-11-20T14:30", 45)
    assert talk["topic"] == "1-op-1: rooster"
    assert [goal["statement"] for goal in talk["goals"]] == [
        "De overdracht zelf leiden\ntegen de zomer",
        "Rustig blijven",
    ]
    assert talk["reality"]["now"] == "Ze is moe.\nEn ze slaapt weinig."
    assert [each["text"] for each in talk["options"]] == ["Vooraf met Els spreken", "Een lijstje"]
    words = talk["private_note"]
    for text in ("# Een gesprek", "status: yes", "werk, 1-1", "Vooraf gezegd.", "# geen kop"):
        assert text in words
    for text in ("Alleen voor mij.", "in code too", "Niet meer dan dat.", "## Iets anders"):
        assert text in words
    assert "summary" not in talk
    assert {
        (each["what"], each["due_on"], each["status"], each["closed_on"])
        for each in call("action", "list", "--json").json
    } == {
        ("Els vragen #werk", "2026-12-11", "open", None),
        ("Lijstje maken", None, "done", "2026-11-22"),
        ("Overslaan", None, "dropped", "2026-11-20"),
        ("Quoted", "2026-12-01", "open", None),
        ("Koen bellen\nomdat hij wacht", None, "open", None),
        ("Onmogelijk 📅 2026-02-30", None, "open", None),
    }


def test_read_again_only_what_changed_changes(call, tmp_path):
    note = tmp_path / "meeting.md"
    note.write_text(MEETING)
    brought(call, note, "--new")
    assert brought(call, note)[0] == {"same": {"session": 1, "action": 6}}

    edit(note, ("- [ ] Els", "- [x] Els"), ("Alleen voor mij", "Enkel voor mij"))
    counts, _told = brought(call, note)

    assert counts["changed"] == {"session": 1, "action": 1}
    assert status_of(call)["Els vragen #werk"] == "done"
    assert "Enkel voor mij" in call("session", "show", "1", "--json").json["private_note"]


def test_the_name_of_a_file_may_have_the_day_and_a_property_may_not(call, tmp_path):
    folder = tmp_path / "vault"
    (folder / ".obsidian").mkdir(parents=True)
    (folder / "sub").mkdir()
    (folder / "2026-11-02 Rooster.md").write_text("met Amina")
    (folder / "sub" / "Amina 03-11-2026.md").write_text("person: [[Amina]], [[Koen]]")
    (folder / "20261104.md").write_text("---\nperson: {{a}}: b\nattendees: [[Amina]]\n---\n*")
    (folder / "2026-02-30.md").write_text("impossible")
    (folder / "inline.md").write_text(
        "# Rooster\n**Datum:** 8 november 2026\n- Deelnemers:: [[Amina]]\n"
        "Note: date:: is none\n## Later\ndate:: 2026-11-09"
    )
    (folder / "undated.md").write_text("- [ ] alone")
    (folder / ".trash").mkdir()
    (folder / ".trash" / "2026-11-05.md").write_text("gone")
    (tmp_path / "outside.md").write_text("date: 2026-11-01")
    (folder / "2026-11-06.md").symlink_to(tmp_path / "outside.md")
    (folder / "out").symlink_to(tmp_path)
    (folder / "bad 2026-11-07.md").write_bytes(b"\x00\x81\xff")

    call("coachee", "new", "Amina")
    counts, told = brought(call, folder, "--coachee", "amina")

    assert counts == {"new": {"session": 4, "action": 1}}
    assert len(told) == 2
    assert {each["topic"] for each in call("session", "list", "--json").json} == {
        *("Rooster", "Amina", None)
    }
    alone = brought(call, folder / "sub" / "Amina 03-11-2026.md", "--coachee", "amina")
    assert alone[0] == {"same": {"session": 1}}
    ahead = tmp_path / "2027-01-04.md"
    ahead.write_text("soon")
    brought(call, ahead, "--coachee", "amina")
    assert call("session", "list", "--ahead", "--json").json[0]["held_on"] == "2027-01-04"


def test_no_note_however_bad_stops_the_others(call, tmp_path):
    """Bombs of YAML, endless lines, and a real note cut off at every kilobyte."""
    call("coachee", "new", "Amina")
    folder = tmp_path / "vault"
    folder.mkdir()
    aliases = "a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\n"
    heads = {
        "aliases": aliases,
        "nested": f"a: {'[' * 20_000}",
        "maps": f"a: {'{b: ' * 9_000}",
        "long": "a: " + "x" * 70_000,
        "tags": "a: !!python/object/apply:os.system [ls]\nb: !!binary x",
        "odd": "? [a]\n: b\n- c",
        "twice": "date: 2026-11-01\ndate: 2026-11-02",
    }
    for name, head in heads.items():
        (folder / f"2026-11-03 {name}.md").write_text(f"---\n{head}\n---\nwords")
    (folder / "2026-11-04 line.md").write_text("x" * 1_000_000 + "\n" + "> " * 100_000)
    (folder / "2026-11-04 open.md").write_text("---\ndate: 2026-11-04\n```\n- [ ] x" + "#" * 9999)
    (folder / "2026-11-04 tasks.md").write_text("- [ ] \n- [x]\n- [ ] 📅\n- [ ] a 📅 9999-99-99 ^")
    whole = MEETING.encode() * 3
    for cut in range(0, len(whole), 1024):
        (folder / f"2026-11-05 cut {cut}.md").write_bytes(whole[:cut])

    counts, told = brought(call, folder, "--coachee", "amina")

    assert counts["new"]["session"] == len(list(folder.iterdir())) - 1
    for words in ("64 kB", "too long", "“9999-99-99” is no day"):
        assert [reason for reason in told if words in reason], told
    assert list(brought(call, folder, "--coachee", "amina")[0]) == ["same"]


def test_signs_of_tasks_in_the_words_of_an_action_are_words(call, tmp_path):
    what = "Zet er [due:: 2026-01-01] bij, of 📅 2026-01-02 ✅ 2026-01-03"
    talk = {"coachee": "An", "topic": "x", "actions": [{"what": what}]}
    call("session", "new", "--from", "-", stdin=json.dumps(talk))
    call("export", "markdown", tmp_path / "notes")

    same = {"coachee": 1, "session": 1, "action": 1}
    assert brought(call, tmp_path / "notes") == ({"same": same}, [])
    (action,) = call("action", "list", "--json").json
    assert (action["what"], action["due_on"]) == (what, None)


def test_a_task_was_agreed_on_its_own_day_and_never_after_it_was_closed(call, tmp_path):
    """The notes of the plug-in Tasks have no day; what is done long ago was agreed on by then."""
    note = "- [ ] Een ➕ 2026-02-12\n- [x] Twee ✅ 2026-03-01\n"
    note += "- [x] Drie [created:: 2026-02-13] ✅ 2026-03-02\n"
    (tmp_path / "Taken.md").write_text(note)
    call("coachee", "new", "An")

    assert call("import", tmp_path / "Taken.md", "--coachee", "an").code == 0

    actions = call("action", "list", "--json").json
    assert {(each["what"], each["agreed_on"], each["closed_on"]) for each in actions} == {
        ("Een", "2026-02-12", None),
        ("Twee", "2026-03-01", "2026-03-01"),
        ("Drie", "2026-02-13", "2026-03-02"),
    }


def test_other_records_begin_no_later_than_they_ended(call):
    call("coachee", "new", "An")
    goal = {"coachee": "an", "statement": "x", "status": "achieved", "closed_on": "2026-03-01"}
    topic = {"coachee": "an", "text": "x", "status": "dropped", "closed_on": "2026-03-01"}

    assert call("goal", "new", "--from", "-", stdin=json.dumps(goal)).code == 0
    assert call("topic", "park", "--from", "-", stdin=json.dumps(topic)).code == 0

    assert call("goal", "show", "1", "--json").json["set_on"] == "2026-03-01"
    assert (
        call("topic", "list", "--status", "dropped", "--json").json[0]["parked_on"] == "2026-03-01"
    )

"""`export markdown`: notes for Obsidian, written again without harm to what the person wrote."""

import json
import os
import stat

import pytest
import yaml

MARKER = "%% coachlog: yours from here %%"
HOSTILE = "# not a heading\n---\n```\n- [ ] no task\n%% no comment\n<script>x</script>\n\x1b[31mred"
TALK = {
    "coachee": "amina",
    "coachee_name": "Amina El Idrissi",
    "date": "2026-11-20T14:00",
    "topic": 'no: "yes"',
    "summary": HOSTILE,
    "private_note": "for me alone",
    "reality": {"now": HOSTILE},
    "options": [{"text": "line one\n## line two", "chosen": True}],
    "actions": [
        {"what": "Call\nKoen", "due_on": "2026-12-11"},
        {"what": "Ask Els"},
        {"what": "Wait"},
    ],
}


@pytest.fixture
def vault(call, tmp_path):
    """A journal with one conversation; `vault()` writes it and returns the notes by name."""
    assert call("session", "new", "--from", "-", stdin=json.dumps(TALK)).code == 0
    call("action", "done", "2")
    call("action", "drop", "3")
    folder = tmp_path / "vault"

    def write(*options):
        result = call("export", "markdown", folder, *options)
        assert result.code == 0, result.err
        return {path.name: path.read_text() for path in folder.rglob("*.md") if path.is_file()}

    write.folder = folder
    return write


def front_matter(text):
    return yaml.load(text.split("---\n")[1], yaml.BaseLoader)


def test_a_note_for_each_conversation_and_person_with_plain_words(vault):
    notes = vault()

    assert sorted(notes) == ["2026-11-20 Amina El Idrissi.md", "Amina El Idrissi.md"]
    talk, person = notes["2026-11-20 Amina El Idrissi.md"], notes["Amina El Idrissi.md"]
    head = front_matter(talk)
    assert head["topic"] == TALK["topic"]
    assert (head["date"], head["time"]) == ("2026-11-20", "14:00")
    assert head["person"] == "[[Amina El Idrissi]]"
    assert "[[2026-11-20 Amina El Idrissi]]" in person
    assert "\n- [ ] Call Koen 📅 2026-12-11 ^a1\n" in talk
    assert "\n- [x] Ask Els ✅ 2026-11-24 ^a2\n" in talk
    assert "\n- [-] Wait ❌ 2026-11-24 ^a3\n" in talk
    assert "for me alone" not in talk + person
    for path in vault.folder.iterdir():
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_texts_stay_and_break_nothing(vault):
    talk = vault()["2026-11-20 Amina El Idrissi.md"]

    lines = talk.split("\n")
    assert not [
        line for line in lines if line.lstrip(" >-").startswith(("# not", "## line", "```"))
    ]
    assert "\x1b" not in talk
    assert "<script" not in talk.replace("\\<script", "")
    assert lines.count("---") == 2
    assert len([line for line in lines if line.lstrip().startswith("- [")]) == 3
    assert "not a heading" in talk
    assert "line two" in talk


def test_written_again_nothing_changes_and_what_is_yours_stays(vault, call):
    first = vault()
    note = vault.folder / "2026-11-20 Amina El Idrissi.md"
    assert vault() == first

    own = note.read_text().replace("kind: conversation", "kind: conversation\ntags:\n  - mine")
    note.write_bytes((own + "My own words.\r\n# Mine\r\n").encode())
    moved = vault.folder / "Talks" / "renamed.md"
    moved.parent.mkdir()
    note.rename(moved)
    call("session", "edit", "1", "--topic", "Another topic")
    notes = vault()

    assert sorted(notes) == ["Amina El Idrissi.md", "renamed.md"]
    text = moved.read_bytes().decode()
    assert text.endswith(f"{MARKER}\nMy own words.\r\n# Mine\r\n")
    assert front_matter(text)["tags"] == ["mine"]
    assert front_matter(text)["topic"] == "Another topic"
    assert "[[renamed]]" in notes["Amina El Idrissi.md"]


def test_the_line_in_any_language_is_known_in_each(vault, monkeypatch):
    lines = ["%% coachlog: vanaf hier van jou %%", "%% coachlog: à partir d'ici, à vous %%", MARKER]
    note = vault.folder / "2026-11-20 Amina El Idrissi.md"
    vault()
    note.write_text(note.read_text() + "My own words.\n")

    for language, line in zip(("nl", "fr", "en"), lines, strict=True):
        monkeypatch.setenv("COACHLOG_LANG", language)
        text = vault()[note.name]
        assert text.count("%% coachlog:") == 1
        assert text.endswith(f"{line}\nMy own words.\n")


def test_a_text_that_you_changed_is_left_unless_you_force_it(vault, call):
    vault()
    note = vault.folder / "2026-11-20 Amina El Idrissi.md"
    note.write_text(note.read_text().replace("- [ ] Call", "- [x] Call"))
    ticked = note.read_text()
    call("session", "edit", "1", "--topic", "Another topic")

    told = call("export", "markdown", vault.folder)
    assert note.read_text() == ticked
    assert "--force" in told.err
    vault("--force")
    assert "- [ ] Call" in note.read_text()

    note.write_text(note.read_text().replace(MARKER, "") + "mine, without the line")
    vault("--force")
    assert "mine, without the line" in note.read_text().split(MARKER)[1]


def test_what_coachlog_did_not_write_is_never_replaced(vault, tmp_path):
    vault.folder.mkdir()
    own = vault.folder / "amina EL idrissi.md"
    own.write_text("mine")
    elsewhere = tmp_path / "elsewhere.md"
    (vault.folder / "2026-11-20 Amina El Idrissi.md").symlink_to(elsewhere)
    (vault.folder / ".trash").mkdir()
    (vault.folder / ".trash" / "x.md").write_text("gone")

    vault("--force")

    assert own.read_text() == "mine"
    assert not elsewhere.exists()
    assert (vault.folder / "Amina El Idrissi (2).md").exists()
    assert (vault.folder / "2026-11-20 Amina El Idrissi (2).md").exists()


def test_names_that_no_system_takes_become_some_that_all_take(call, tmp_path):
    names = ["../../etc/passwd", "CON", "a" * 300, ".hidden", "x\ny/../z", "Ann", "ANN", "é" * 190]
    for name in names:
        talk = {"coachee": name[:190], "date": "2026-11-20T14:00"}
        assert call("session", "new", "--from", "-", stdin=json.dumps(talk)).code == 0
    folder = tmp_path / "out" / "vault"
    assert call("export", "markdown", folder).code == 5  # the folder above is not there

    folder.parent.mkdir()
    assert call("export", "markdown", folder).code == 0

    found = sorted(path.name for path in folder.iterdir())
    assert [path.name for path in folder.parent.iterdir()] == ["vault"]
    assert not [
        name for name in found if name.startswith((".", "CON.")) or len(os.fsencode(name)) > 220
    ]
    assert len({name.casefold() for name in found}) == len(found)


def test_private_notes_only_where_asked_for_and_said_before(vault, call):
    told = call("export", "markdown", vault.folder, "--private")

    talk = (vault.folder / "2026-11-20 Amina El Idrissi.md").read_text()
    assert "for me alone" in talk
    assert told.err.startswith("Your private notes go out too")


def test_one_person_one_period_and_no_folder(vault, call, tmp_path):
    call("session", "new", "--coachee", "Koen", "--date", "2026-10-01 10:00", "--topic", "x")
    assert sorted(vault("--coachee", "koen")) == ["2026-10-01 Koen.md", "Koen.md"]
    other = tmp_path / "other"
    call("export", "markdown", other, "--since", "2026-11-01")
    assert not (other / "2026-10-01 Koen.md").exists()
    assert "- Thu 1 Oct 2026" in (other / "Koen.md").read_text()

    (tmp_path / "file").write_text("")
    refused = call("export", "markdown", tmp_path / "file")
    assert (refused.code, "is no folder" in refused.err) == (4, True)

"""A journal goes out whole and comes back as it was; what cannot be taken is told."""

import json
from pathlib import Path

import pytest

from coachlog.schema.field import LINE, NAME, PRIVATE, TEXT
from coachlog.schema.tables import TABLES
from coachlog.store.bare import connect
from tests.conftest import refused
from tests.intake.conftest import word_of
from tests.store.conftest import RECORDS


def rest(journal):
    """All lines but the first, which has the moment."""
    return journal.out.splitlines()[1:]


def records(lines):
    """The records in lines of a journal, by table."""
    found = {}
    for line in lines:
        values = json.loads(line)
        parts = values.pop("parts", {})
        [(table, columns)] = values.items()
        found.setdefault(table, []).append(columns)
        for name, rows in parts.items():
            found.setdefault(name, []).extend(rows)
    return found


def test_what_comes_back_goes_out_byte_for_byte(full, call, elsewhere):
    first = call("export", "journal")

    assert elsewhere("import", "-", stdin=first.out).code == 0

    assert rest(elsewhere("export", "journal")) == rest(first)
    header = json.loads(first.lines[0])
    assert (header["coachlog"], header["made_at"][:10]) == (1, "2026-11-24")


def test_every_column_of_every_record_goes_out(full, call):
    by_table = records(rest(call("export", "journal")))

    connection = connect(full.store, "mode=ro")
    for name in RECORDS:
        owner = TABLES[name].owner
        cursor = connection.execute(f'select * from "{name}"')
        names = [column[0] for column in cursor.description]
        for row in cursor.fetchall():
            kept = {k: v for k, v in zip(names, row, strict=True) if v is not None}
            found = next(each for each in by_table[name] if each["id"] == kept["id"])
            if owner and owner[1] not in found:
                del kept[owner[1]]
            assert found == kept
    connection.close()


def test_a_record_stands_after_all_that_it_refers_to(full, call):
    seen = set()
    for line in rest(call("export", "journal")):
        rows = [row for of_table in records([line]).values() for row in of_table]
        own_ids = {row.get("id") for row in rows}
        for row in rows:
            referred = {v for k, v in row.items() if k.endswith("_id") and k != "record_id"}
            assert referred <= seen | own_ids
        seen |= own_ids


def test_bringing_it_in_again_changes_nothing_and_undo_takes_it_back(full, call, elsewhere):
    journal = call("export", "journal").out
    elsewhere("import", "-", stdin=journal)

    again = elsewhere("import", "-", "--json", stdin=journal).json[0]
    assert (again["new"], again["changed"], again["told"]) == ({}, {}, [])
    assert again["same"]["session"] == 1

    assert elsewhere("undo", "--yes").code == 0
    assert list(records(rest(elsewhere("export", "journal")))) == ["counters"]


def test_a_dry_run_tells_the_same_and_changes_nothing(full, call, elsewhere, tmp_path):
    journal = call("export", "journal").out

    tried = elsewhere("import", "-", "--dry-run", "--json", stdin=journal).json[0]
    assert elsewhere("session", "list", "--csv").lines[1:] == []
    done = elsewhere("import", "-", "--json", stdin=journal).json[0]

    assert tried == done
    assert list(tmp_path.glob("*.rejected*")) == []
    assert done["new"]["session"] == 1


def test_a_record_that_is_another_one_here_stays_and_is_told(full, call, elsewhere):
    journal = call("export", "journal").out
    elsewhere("import", "-", stdin=journal)
    elsewhere("goal", "edit", "1", "--statement", "Elsewhere")

    told = elsewhere("import", "-", "--json", stdin=journal).json[0]["told"]

    assert [each["reason"] for each in told] == [
        "This record is here already, with something else in it; it stays as it is."
    ]
    assert elsewhere("goal", "show", "1", "--json").json["statement"] == "Elsewhere"


def test_numbers_and_short_names_that_others_have_are_given_anew(full, call, elsewhere):
    elsewhere("coachee", "new", "--name", "Amina Other", "--handle", "amina")
    elsewhere("goal", "new", "--coachee", "amina", "--statement", "Mine")

    result = elsewhere("import", "-", "--json", stdin=call("export", "journal").out).json[0]

    assert result["told"] == []
    assert elsewhere("goal", "show", "1", "--json").json["statement"] == "Mine"
    assert elsewhere("goal", "show", "2", "--json").json["statement"] == word_of(
        "goal", "statement"
    )
    assert len(elsewhere("coachee", "list", "--csv").lines) == 3


def test_a_list_that_both_journals_had_read_says_nothing_of_the_store(call, elsewhere, tmp_path):
    (tmp_path / "lijst.csv").write_text("Naam;Datum\nAn;14/09/2026\n", encoding="utf-8")
    journal = tmp_path / "journal.jsonl"
    for program in (call, elsewhere):
        program("import", tmp_path / "lijst.csv", "--new")
    elsewhere("export", "journal", "--output", journal)

    told = call("import", journal, "--json").json[0]

    assert (told["told"], told["new"]["session"]) == ([], 1)
    again = call("import", tmp_path / "lijst.csv", "--coachee", "an", "--json").json[0]
    assert (again["new"], again["same"]) == ({}, {"session": 1})


def test_one_person_comes_with_all_that_is_needed(full, call, elsewhere):
    elsewhere("coachee", "new", "--name", "Somebody Else")
    journal = call("export", "journal", "--coachee", "amina")

    assert "private ones too" in journal.err
    assert elsewhere("import", "-", "--json", stdin=journal.out).json[0]["told"] == []
    shown = elsewhere("session", "show", "1", "--json").json
    assert shown["private_note"] == word_of("session", "private_note")


def private_words():
    """The words in all that only the coach may read, or only one reader."""
    return {
        word_of(table.name, field.name)
        for table in TABLES.values()
        for field in table.fields
        if field.kind in (TEXT, LINE, NAME)
        and (
            field.layer == PRIVATE
            or table.noun.of_coach
            or table.name in ("workability", "release")
        )
    }


def test_another_coach_gets_one_trajectory_without_what_is_private(full, call, elsewhere):
    refused(call("export", "journal", "--coachee", "amina", "--to-coach", "Lies"), 4, "agree")
    call("consent", "new", "--coachee", "amina", "--about", "release", "--words", "Lies gets it")
    call("session", "edit", "1", "--reflection", "For me alone")

    journal = call("export", "journal", "--coachee", "amina", "--to-coach", "Lies")

    header = json.loads(journal.lines[0])
    assert (header["to_coach"], header["agreed_in_words"]) == ("Lies", "Lies gets it")
    assert word_of("session", "summary") in journal.out
    assert [word for word in private_words() if word in journal.out] == []
    assert "For me alone" not in journal.out
    assert elsewhere("import", "-", "--json", stdin=journal.out).json[0]["told"] == []
    shown = elsewhere("session", "show", "1", "--json").json
    assert shown["summary"] == word_of("session", "summary")


def test_only_one_trajectory_is_handed_over(call, prepared, elsewhere):
    call("session", "new", "--coachee", "Amina", "--topic", "First", "--date", "2026-03-02")
    call("trajectory", "close", "1", "--yes")
    call("trajectory", "new", "--coachee", "amina")
    call("session", "new", "--coachee", "amina", "--topic", "Second", "--date", "2026-09-02")
    call("consent", "new", "--coachee", "amina", "--about", "release")

    hand_over = ("export", "journal", "--coachee", "amina", "--to-coach", "Lies")
    refused(call(*hand_over), 4, "which trajectory")
    refused(call(*hand_over, "--trajectory", "9"), 3, "has no trajectory 9")
    journal = call(*hand_over, "--trajectory", "2").out

    assert "Second" in journal
    assert "First" not in journal


BAD = {
    "rubbish": "not JSON",
    "[1, 2]": "not JSON of one record",
    '{"goal": {}, "session": {}}': "does not say which",
    '{"goal": 3}': "not JSON of one record",
    '{"planet": {"id": "x"}}': "planet",
    '{"goal": {"id": 7}}': "id",
    '{"goal": {"id": "x", "number": 1}}': "is missing",
    '{"objective": {"id": "x", "nonsense": 1}}': "nonsense",
    '{"coachee": {"id": "x", "name": ["a"]}}': "name",
    '{"coachee": {"id": "x", "handle": "a", "name": "A", "name_sort": "a",'
    ' "created_at": "yesterday"}}': "cannot keep it",
    '{"talent": {"id": "x", "number": 1, "coachee_id": "nobody", "strength": "s",'
    ' "created_at": "2026-01-01T00:00:00.000Z"}}': "belongs to",
    '{"coachee": {"id": "x"}, "parts": {"former_handle": 3}}': "is missing",
}


def test_bad_lines_are_told_and_can_be_fed_again(full, call, elsewhere, tmp_path):
    good = call("export", "journal").out.splitlines()
    file = tmp_path / "some.jsonl"
    file.write_text("\n".join([good[0], *BAD, *good[1:]]) + "\n")

    result = elsewhere("import", file, "--json").json[0]

    assert [each["place"] for each in result["told"]] == [
        f"line {n}" for n in range(2, 2 + len(BAD))
    ]
    for each, reason in zip(result["told"], BAD.values(), strict=True):
        assert reason in each["reason"]
    assert result["new"]["session"] == 1
    rejected = Path(result["rejected"])
    assert rejected.read_text().splitlines()[1:] == list(BAD)
    assert rejected.stat().st_mode & 0o777 == 0o600
    again = elsewhere("import", rejected, "--json").json[0]
    assert len(again["told"]) == len(BAD)
    assert elsewhere("import", file, "--strict").code == 4


@pytest.mark.parametrize(
    ("first", "word"),
    [
        ('{"coachlog": 99, "schema": 1}', "newer"),
        ('{"coachlog": 1, "schema": 999}', "newer"),
        ('{"coachlog": "x"}', "first line"),
        ('{"coachlog"', "first line"),
    ],
)
def test_a_journal_that_cannot_be_read_is_refused(call, first, word):
    refused(call("import", "-", stdin=f"{first}\n"), 4, word)


def test_a_truncated_journal_loses_its_last_line_at_most(full, call, elsewhere):
    journal = call("export", "journal").out
    length = len(journal)

    for end in range(80, length, length // 12):
        cut = journal[:end]
        result = elsewhere("import", "-", "--dry-run", "--json", stdin=cut).json[0]
        assert len(result["told"]) <= 1, cut[-200:]


def test_a_file_is_written_whole_and_replaces_nothing_unasked(full, call, tmp_path):
    file = tmp_path / "out.jsonl"

    assert "private notes" in call("export", "journal", "--output", file).err
    assert file.stat().st_mode & 0o777 == 0o600
    refused(call("export", "journal", "--output", file), 4, "there already")
    assert call("export", "journal", "--output", file, "--force").code == 0
    refused(call("export", "journal", "--output", tmp_path), 4, "")
    refused(call("export", "journal", "--output", "/dev/full/x.jsonl"), 5, "")
    assert sorted(each.name for each in tmp_path.iterdir() if "out" in each.name) == ["out.jsonl"]


def test_what_is_no_file_of_ours_is_told(call, tmp_path):
    (tmp_path / "odd.bin").write_bytes(b"\0\1\2")

    refused(call("import", "odd.bin"), 4, "odd.bin")
    refused(call("import", "missing.jsonl"), 3, "No such file")
    refused(call("import", "odd.bin", "--as", "planet"), 4, "planet")

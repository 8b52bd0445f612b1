"""Real files that nobody here wrote: notes, address cards, diaries, and what they become.

They lie beside the repository, as most may not go into it; a public copy has none.
"""

import os
from contextlib import suppress
from pathlib import Path

import pytest

from coachlog.base import clock
from coachlog.base.errors import RefusedError
from coachlog.intake.formats import format_of
from coachlog.intake.record import IncomingRecord, Problem
from coachlog.intake.request import ImportRequest
from coachlog.intake.source import SourceFile
from tests.guards.source import ROOT

GIVEN = Path(os.environ.get("COACHLOG_GIVEN") or ROOT.parent / "shared/interop/given")

TALKS, ACTIONS, PEOPLE = "session", "action", "coachee"
EXPECTED = {
    "markdown/All Formats Parsing.md": ({ACTIONS: 2}, 0),
    "markdown/Invalid Dates.md": ({ACTIONS: 8}, 5),
    "markdown/Meeting Notes.md": ({TALKS: 1}, 0),
    "markdown/Special Chars.md": ({TALKS: 1}, 0),
    "vcard/John_Doe_MS_OUTLOOK.vcf": ({PEOPLE: 1}, 0),
    "vcard/forrest-gump.vcf": ({PEOPLE: 1}, 0),
    "vcard/gmail-list.vcf": ({PEOPLE: 3}, 0),
    "vcard/rfc6350-example.vcf": ({PEOPLE: 1}, 0),
    "vcard/vcard6.vcf": ({PEOPLE: 1}, 0),
    "jrnl/D04D335AFED711EABA18FAFFC2100C3D.doentry": ({TALKS: 1}, 0),
    "jrnl/basic_onefile.journal": ({TALKS: 3}, 0),
    "jrnl/jrnl-4.6-export.json": ({}, 0),  # the same three entries
    "jrnl/jrnl-4.6-export.yaml": ({}, 0),  # the first of them
    "jrnl/mostlyreadabledates.journal": ({TALKS: 2}, 1),
    "jrnl/simple_jrnl-1-9-5.journal": ({TALKS: 2}, 1),
    "journals/Fictional Journal.json": ({TALKS: 3}, 1),
    "watson/frames.json": ({TALKS: 10}, 0),
    "watson/watson-2.1.0-log.json": ({}, 0),  # the same ten
}
"""How many records each adds, in this order, and of how many something is told."""


@pytest.fixture(scope="module")
def given():
    if not GIVEN.is_dir():
        pytest.skip(f"THE REAL FILES ARE NOT HERE, so none of them is tried: {GIVEN}")
    return GIVEN


def test_each_real_file_becomes_what_it_says(given, call):
    """Read twice nothing changes."""
    known = {
        path.relative_to(given).as_posix()
        for room in {name.partition("/")[0] for name in EXPECTED}
        for path in (given / room).iterdir()
    }
    assert known == EXPECTED.keys()
    call("coachee", "new", "Amina")
    for name, (new, told_count) in EXPECTED.items():
        options = () if name.startswith("vcard/") else ("--coachee", "amina")
        result = call("import", given / name, "--json", *options)
        [told] = result.json
        assert (told["new"], len(told["told"])) == (new, told_count), (name, told)
        assert not told["changed"], (name, told)
        [again] = call("import", given / name, "--json", *options).json
        assert (again["new"], again["changed"]) == ({}, {}), (name, again)


def test_each_real_file_cut_off_is_refused_or_told(given, tmp_path):
    wishes = ImportRequest(clock.now(), "Europe/Brussels", "en")
    for name in EXPECTED:
        data = (given / name).read_bytes()
        for cut in range(0, len(data), 1024):
            path = tmp_path / Path(name).name
            path.write_bytes(data[:cut])
            source = SourceFile(str(path))
            with suppress(RefusedError):
                items = list(format_of(source, None).reader.read(source, wishes))
                assert all(isinstance(item, IncomingRecord | Problem) for item in items)


def test_what_is_known_of_them_stands_where_it_belongs(given, call):
    call("coachee", "new", "Amina")
    for name in ("vcard/John_Doe_MS_OUTLOOK.vcf", "vcard/rfc6350-example.vcf"):
        call("import", given / name)
    people = {each["name"]: each for each in call("coachee", "list", "--json").json}
    outlook = people["Mr. John Richter James Doe Sr."]
    assert (outlook["organisation"], outlook["team"]) == ("IBM", "Accounting")
    assert outlook["reach"].endswith("(905) 555-1234 · (905) 666-1234")
    assert "+1-418-656-9254 ext. 102" in people["Simon Perreault"]["reach"]

    call("import", given / "watson/watson-2.1.0-log.json", "--coachee", "amina")
    call("import", given / "jrnl/D04D335AFED711EABA18FAFFC2100C3D.doentry", "--coachee", "amina")
    first, *_others, last = call("session", "list", "--limit", "0", "--json").json[::-1]
    summer = call("session", "show", first["number"], "--json").json
    assert (summer["date"], summer["minutes"], summer["topic"]) == ("2018-10-16T11:46", 41, "tag1")
    diary = call("session", "show", last["number"], "--json").json
    assert (diary["date"], diary["time_zone"]) == ("2020-08-29T11:11", "America/Los_Angeles")
    assert diary["topic"] == "Entry the first."
    assert diary["private_note"].startswith("Lorem @ipsum")

"""Lists that nobody here wrote: what each of them is, and what becomes of its rows."""

import os
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT

PLACES = [each / "shared" / "interop" / "given" for each in ROOT.parents]
GIVEN = Path(os.environ.get("COACHLOG_GIVEN") or next(filter(Path.is_dir, PLACES), PLACES[0]))

NO_HEADINGS = "has no line that is clearly the headings of its columns."
CASES = {
    # the file: its options, and the people in it, the reasons of what was told, a name in it
    "CSV_A_20180414_112204.csv": (
        "Naam tegenpartij=name",
        2,
        ["Nothing stands in"],
        "W. Koelewijn",
    ),
    "HEFCE_organogram_senior_data_31032011.csv --header-line 1": ("-=-", 4, [], "Dries Özdemir"),
    "HEFCE_organogram_senior_data_31032011.csv": ("-=-", NO_HEADINGS, [], "--header-line 1"),
    "bad.csv": (
        "column_b=name",
        1,
        ["It has 4 cells, more than the 3", "It has 2 cells, fewer than the 3"],
        "mixed types.... uh oh",
    ),
    "begrotingsanalyse-2011.csv": ("Cluster=name", NO_HEADINGS, [], "--header-line 4"),
    "begrotingsanalyse-2011.csv --header-line 7": (
        "Cluster=name",
        31,
        ["Nothing stands in Cluster"] * 3 + ["the same one as in line 13"] * 2,
        "Onroerendezaakbelastingen",
    ),
    "dummy.xlsx": ("a=name", 1, [], "1"),
    "duplicate-headers.csv": ("id_3=role", 2, [], "001101"),
    "excel_pasting.csv": ("Year=name", NO_HEADINGS, [], "--header-line 4"),
    "excel_pasting.csv --header-line 4": ("Year=name", 15, ["It is a sum."], "Timber"),
    "export_BE11123456789012_20180304_1422.csv": ("-=-", 1, [], "SMITH JOHN"),
    "mac_newlines.csv": ("a=name", 2, [], "Once upon a time"),
    "spanish_chars.csv": ("F=name", 24, ["Nothing stands in F"] * 91, "Legislación"),
    "spectrum_newlines_crlf.csv": ("a=name", 3, [], "Once upon a time"),
    "test_latin1.csv": ("c=name", 2, [], "©"),
    "test_locale.csv": ("a=name", 1, [], "1,7"),
    "test_utf16_little.csv": ("c=name", 2, [], "ʤ"),
    "test_utf8_bom.csv": ("baz=name", 2, [], "ʤ"),
}


@pytest.mark.skipif(not GIVEN.is_dir(), reason=f"SKIPPED, NOT PROVEN: {GIVEN} is not here")
def test_every_given_list_has_its_expected_outcome(call: Any, tmp_path: Path) -> None:
    files = {path.name for path in (GIVEN / "csv").iterdir()}
    assert files == {case.split()[0] for case in CASES}
    for case, (column, people, reasons, word) in CASES.items():
        name, *options = case.split()
        path = tmp_path / name
        path.write_bytes((GIVEN / "csv" / name).read_bytes())
        mapped = () if column == "-=-" else ("--map", column)
        words = ("import", path, "--noun", "coachee", "--json", *mapped, *options)

        result = call(*words)

        if isinstance(people, str):
            assert (result.code, result.out) == (4, ""), case
            assert people in result.err, case
            assert word in result.err, case
            continue
        told = [each["reason"] for each in result.json[0]["told"] if each["place"]]
        assert (result.code, result.json[0]["new"]["coachee"]) == (0, people), case
        assert len(told) == len(reasons), (case, told)
        for reason in reasons:
            assert any(reason in each for each in told), (case, told)
        assert word in call("export", "csv", "coachees").out, case
        assert bool(result.json[0]["rejected"]) == any("It is a sum." not in each for each in told)
        assert call("undo").code == 0
        assert call("coachee", "list", "--json").json == [], case

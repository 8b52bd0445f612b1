"""Where a test stands: the rule in CONTRIBUTING.md."""

import re

from tests.conftest import ROOT

TESTS = ROOT / "tests"
OF_ALL = {"guards", "development", "faults"}
SHARED_BY_ALL = {
    *("__init__.py", "conftest.py", "copies.py", "file_keyring.py", "forks.py"),
    *("json_schema.py", "within.py"),
}


def folders(of):
    return {each.name for each in of.iterdir() if (each / "__init__.py").exists()}


def test_a_folder_of_tests_bears_the_name_of_a_folder_of_the_program():
    assert folders(TESTS) - OF_ALL <= folders(ROOT / "src" / "coachlog")


def test_beside_the_folders_stand_tests_and_what_all_of_them_share():
    beside = {file.name for file in TESTS.glob("*.py") if not file.name.startswith("test_")}
    assert beside <= SHARED_BY_ALL


def test_a_feature_is_tested_through_the_front_door():
    """By the fixtures that start the program, whatever else it looks at."""
    door = re.compile(r"\b(call|run|screen|keep)\(")
    files = TESTS.glob("test_cli_*.py")
    assert [file.name for file in files if not door.search(file.read_text("utf-8"))] == []


def test_the_rule_stands_in_contributing():
    told = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert all(f"`tests/{place}" in told for place in ("test_*.py", "FOLDER/", "guards/"))

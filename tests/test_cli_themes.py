"""Action areas and themes of a trajectory, and the coach's own file of themes."""

import pytest

from tests.conftest import refused, talk

OWN = (
    'name = "Sectorfonds"\n[themes]\nworkload = "work"\nsleep = "health"\n[names]\nsleep = "Rust"\n'
)


@pytest.fixture
def begun(call, keep):
    """Amina and her first trajectory."""
    keep(talk())
    return call


def shown(call, number=1):
    kept = call("trajectory", "show", number, "--json").json
    return kept["areas"], kept["themes"]


def test_areas_and_themes_are_given_by_option_json_or_commas(begun):
    words = (
        "--coachee",
        "amina",
        "--area",
        "work",
        "--area",
        "Health",
        "--theme",
        "Career support",
    )
    assert begun("trajectory", "new", *words).code == 0
    given = '{"coachee": "amina", "areas": ["health"], "themes": "career-support, learning"}'
    assert begun("trajectory", "new", "--from", "-", stdin=given).code == 0

    assert shown(begun, 2) == (["health", "work"], ["career_support"])
    assert shown(begun, 3) == (["health"], ["career_support", "learning_networks"])


def test_editing_replaces_what_is_told_and_leaves_the_rest(begun):
    begun("trajectory", "edit", 1, "--area", "work", "--theme", "career_support")

    told = begun("trajectory", "edit", 1, "--theme", "learning_networks", "--purpose", "Lead")
    changed = shown(begun)
    begun("trajectory", "edit", 1, "--theme", "")
    emptied = shown(begun)
    begun("undo")

    assert changed == shown(begun) == (["work"], ["learning_networks"])
    assert emptied == (["work"], [])
    assert "No longer there: career_support." in told.err
    assert "edit 1 --theme career_support --theme learning_networks" in told.err


def test_a_theme_is_one_of_the_journal_like_any_other(begun):
    begun("trajectory", "edit", 1, "--area", "health", "--theme", "career_support")

    assert begun("export", "csv", "trajectory_themes").rows == [
        {"trajectory": "1", "coachee": "amina", "area": "health", "theme": ""},
        {"trajectory": "1", "coachee": "amina", "area": "", "theme": "career_support"},
    ]
    assert begun("coachee", "remove", "amina", "--yes").code == 0
    assert begun("export", "csv", "trajectory_themes").rows == []


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("Action areas", "Health, Career policy", "Career support")),
        ("nl", ("Actiegebieden", "Gezondheid, Loopbaanbeleid", "Loopbaanondersteuning")),
        ("fr", ("Domaines d'action", "Santé, Gestion de carrière", "Accompagnement de carrière")),
    ],
)
def test_the_page_tells_the_areas_of_the_themes_as_well(begun, screen, language, words):
    begun("trajectory", "edit", 1, "--area", "health", "--theme", "career_support")

    page = screen("trajectory", "show", 1, language=language)

    assert all(word in page for word in words), page


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--area", "sport"), "--area: “sport” is not known here. Choose from: work, health"),
        (
            ("--area", "Career support"),
            "--area: “Career support” is a theme, .*--theme career_support",
        ),
        (
            ("--theme", "sport"),
            "--theme: “sport” is not known here. "
            "Choose from: Coaching and mentoring .coaching_mentoring",
        ),
        (("--theme", "co"), "--theme: “co” is not known"),
        (("--theme", "work"), "--theme: “work” is an action area, not a theme.*--area work"),
    ],
)
def test_what_is_no_area_or_theme_is_refused_and_nothing_is_lost(begun, words, told):
    begun("trajectory", "edit", 1, "--area", "work")

    refused(begun("trajectory", "edit", 1, *words), 4, told)

    assert shown(begun) == (["work"], [])


def test_a_coach_has_themes_of_their_own(begun, program, screen):
    (program.folder / "fund.toml").write_text(OWN, encoding="utf-8")

    begun("trajectory", "edit", 1, "--theme", "rust")

    assert shown(begun) == ([], ["sleep"])
    page = screen("trajectory", "show", 1)
    assert "Rust" in page
    assert "Health" in page


def test_a_theme_that_the_file_no_longer_has_is_still_shown(begun, program, screen):
    (program.folder / "fund.toml").write_text(OWN, encoding="utf-8")
    begun("trajectory", "edit", 1, "--theme", "workload")

    (program.folder / "fund.toml").unlink()

    assert "workload" in screen("trajectory", "show", 1)
    assert begun("trajectory", "edit", 1, "--purpose", "Rest").code == 0
    assert shown(begun) == ([], ["workload"])


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("themes = 3", r"\[themes\] must contain 1 to 20 themes"),
        ("[themes]", "1 to 20 themes"),
        ('[themes]\nx = "sport"', "the area of “x” must be one of work, health"),
        ("[themes]\nx = []", "the area of “x”"),
        ('[themes]\nwork = "work"', "“work” cannot be a theme"),
        ('[themes]\n"Big Word" = "work"', "“Big Word” cannot be a theme"),
        ('[names]\nx = "y"', "“x”, which"),
        ("[names]\ncareer_support = 3", "“career_support” must be a text of one line"),
        ("names = 3", r"\[names\]"),
        ("name = 3", "“name” must be a text"),
        ('counted = ["sport"]', "“counted” must list"),
        ("counted = [[]]", "“counted” must list"),
        ("counted = []", "“counted” must list"),
        ("areas = 1", "“areas” is not known"),
        ("name = ", "it stops too early"),
        ("\x00", "mistake"),
        (b"\xff", "mistake"),
    ],
)
def test_a_mistake_in_the_file_is_told_with_its_place(begun, program, text, problem):
    (program.folder / "fund.toml").write_bytes(text if isinstance(text, bytes) else text.encode())

    told = begun("trajectory", "edit", 1, "--theme", "career_support")

    refused(told, 4, r"There is a mistake in .*fund\.toml", problem)
    assert shown(begun) == ([], [])

"""Settings: from the file, by `config set`, and mistakes in the file."""

import pytest

from coachlog.texts import language
from tests.conftest import refused, talk


@pytest.mark.parametrize(
    ("key", "value", "kept"),
    [
        ("language", "nl", "nl"),
        ("name", "  Els  Janssens ", "Els Janssens"),
        ("time_zone", "Europe/Paris", "Europe/Paris"),
        ("method", "grow", "grow"),
        ("short", "ja", "yes"),
        ("short", "NON", "no"),
        ("mirror", "true", "yes"),
    ],
)
def test_a_setting_is_kept(call, key, value, kept):
    told = call("config", "set", key, value)

    assert (told.code, told.err) == (0, f"{key} is now {kept}.\n")
    assert call("config", "get", key).out == kept + "\n"
    assert f"{key}\t{kept}" in call("config", "list").lines


def test_what_was_not_chosen_is_empty(call, program):
    assert call("config", "get", "name").out == "\n"
    assert call("config", "list").lines == [f"config\t{program.config}", f"store\t{program.store}"]
    assert call("config", "list", "--json").json == {
        **dict.fromkeys(("language", "name", "time_zone", "method", "short", "mirror")),
        "config": str(program.config),
        "store": str(program.store),
    }


def test_a_setting_leaves_the_rest_of_the_file_as_it_was(call, program):
    before = '# My settings\nname = "Els"  # that is me\n\n[other]\nkey = 1 # kept\n'
    program.config.write_text(before)

    call("config", "set", "name", "An")
    call("config", "set", "short", "yes")

    after = program.config.read_text()
    assert "# My settings\n" in after
    assert 'name = "An"  # that is me\n' in after
    assert "[other]\nkey = 1 # kept\n" in after
    assert call("config", "get", "short").out == "yes\n"


def test_an_empty_value_takes_a_setting_away(call, program):
    call("config", "set", "name", "Els")

    told = call("config", "set", "name", "")

    assert (told.code, told.err) == (0, "name is no longer set.\n")
    assert "name" not in program.config.read_text()
    assert call("config", "set", "method", "").code == 0


def test_only_the_owner_reads_the_file_and_nothing_is_left_beside_it(call, program):
    call("config", "set", "name", "Els")

    assert program.config.stat().st_mode & 0o777 == 0o600
    assert sorted(p.name for p in program.folder.iterdir()) == ["config.toml"]


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("name = Els", "has a mistake: "),
        ("language = 'de'", "has a mistake: language cannot be de"),
        ("language = 5", "has a mistake: language cannot be 5"),
        ("name = ''", "has a mistake: name cannot be"),
        ("short = 'maybe'", "has a mistake: “maybe” is neither yes nor no"),
        ("short = 7", "has a mistake: “7” is neither"),
        ("time_zone = 'Mars/X'", "has a mistake: The time zone Mars/X is not known"),
        (b"name = '\xff'", "has a mistake: "),
        ("a = " + "[" * 5000, "has a mistake: "),
    ],
)
@pytest.mark.parametrize("words", [("session", "list"), ("config", "set", "name", "An")])
def test_a_mistake_in_the_file_is_told_with_its_place(call, program, text, cause, words):
    program.config.write_bytes(text if isinstance(text, bytes) else text.encode())
    before = program.config.read_bytes()

    told = call(*words)

    refused(told, 4, cause)
    assert str(program.config) in told.err
    assert program.config.read_bytes() == before


def test_an_unknown_key_in_the_file_is_left_to_other_versions(call, program):
    program.config.write_text("colour = 'red'\n")

    assert call("config", "set", "name", "An").code == 0
    assert "colour = 'red'" in program.config.read_text()


def test_a_folder_in_place_of_the_file(call, program):
    program.config.mkdir()

    refused(call("session", "list"), 4, "has a mistake: Is a directory")


def test_a_file_that_cannot_be_written(call, program):
    (program.folder / "config.new").mkdir()

    refused(call("config", "set", "name", "An"), 5, "cannot be written: Is a directory")


@pytest.mark.parametrize(
    ("options", "env", "spoken"),
    [
        (["--lang", "fr"], {}, "fr"),
        ([], {"COACHLOG_LANG": "fr_BE.UTF-8"}, "fr"),
        ([], {"COACHLOG_LANG": "xx"}, "nl"),
        ([], {"COACHLOG_LANG": ""}, "nl"),
    ],
)
def test_an_option_and_a_variable_win_over_the_file(call, program, options, env, spoken):
    program.config.write_text("language = 'nl'\n")

    call("config", "list", *options, env=env)

    assert language() == spoken


@pytest.mark.parametrize(
    ("env", "spoken"),
    [
        ({"LANG": "nl_BE.UTF-8"}, "nl"),
        ({"LC_ALL": "fr", "LANG": "nl_BE.UTF-8"}, "fr"),
        ({"LANG": "ja_JP.UTF-8"}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
    ],
)
def test_without_a_choice_the_machine_tells_the_language(call, env, spoken):
    call("config", "list", env={"COACHLOG_LANG": ""} | env)

    assert language() == spoken


def test_the_time_zone_of_the_coach_is_that_of_a_conversation(call, keep):
    call("config", "set", "time_zone", "America/New_York")

    keep(talk(date="2026-11-02T10:00"))

    kept = call("session", "show", 1, "--json").json
    assert (kept["time_zone"], kept["starts_at"]) == (
        "America/New_York",
        "2026-11-02T15:00:00.000Z",
    )


@pytest.mark.parametrize("zone", ["Mars/X", "EST5EDT", "CET-1CEST", ":Europe/Paris", ""])
def test_a_machine_without_a_proper_time_zone(run, zone):
    assert run("session", "new", "--coachee", "Bo", env={"TZ": zone}).code == 0


def test_without_any_place_given_the_platform_tells_where(run, program):
    nowhere = {"COACHLOG_STORE": "", "COACHLOG_CONFIG": ""}
    home = program.folder / "home"

    assert run("session", "new", "--coachee", "Bo", env=nowhere).code == 0
    assert run("config", "set", "name", "Els", env=nowhere).code == 0

    store = next(home.rglob("journal.sqlite"))
    assert store.stat().st_mode & 0o777 == 0o600
    assert store.parent.stat().st_mode & 0o777 == 0o700
    assert next(home.rglob("config.toml")).is_relative_to(home / ".config")


def test_a_tilde_in_a_place_is_the_home(run, program):
    assert run("coachee", "new", "--name", "Bo", env={"COACHLOG_STORE": "~/j.sqlite"}).code == 0

    assert (program.folder / "home" / "j.sqlite").exists()

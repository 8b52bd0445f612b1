"""Settings: from the file, by `config set`, and mistakes in the file."""

import os

import pytest

from coachlog import settings
from coachlog.base.texts import language
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
        ("communication", "oui", "yes"),
    ],
)
def test_a_setting_is_kept(call, key, value, kept):
    told = call("config", "set", key, value)

    assert (told.code, told.err) == (0, f"{key} is now {kept}.\n")
    assert call("config", "get", key).out == kept + "\n"
    assert f"{key}\t{kept}" in call("config", "list").lines


def test_what_was_not_chosen_is_empty(call, program):
    assert call("config", "get", "name").out == "\n"
    assert call("config", "list").lines == [f"store\t{program.store}", f"config\t{program.config}"]
    assert call("config", "list", "--json").json == {
        **dict.fromkeys(("language", "name", "time_zone", "method", "role", "short", "mirror")),
        **dict.fromkeys(
            (
                "communication",
                "pager",
                "sensitive_words",
                "log_days",
                "retention_days",
                "credential",
            )
        ),
        **dict.fromkeys(("training_started_on", "credential_granted_on")),
        **dict.fromkeys(("credential_partner", "backup_to", "controller", "key_command")),
        "address": None,
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
        ("name = Els", "mistake in .*: "),
        ("language = 'de'", "mistake in .*: language cannot be “de”"),
        ("language = 5", "mistake in .*: language cannot be “5”"),
        ("name = ' '", "mistake in .*: name cannot be"),
        ("short = 'maybe'", "mistake in .*: “maybe” is neither yes nor no"),
        ("short = 7", "mistake in .*: “7” is neither"),
        ("time_zone = 'Mars/X'", "mistake in .*: The time zone Mars/X is not known"),
        (b"name = '\xff'", "mistake in .*: "),
        ("a = " + "[" * 5000, "mistake in .*: "),
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

    refused(call("session", "list"), 4, "mistake in .*: Is a directory")


def test_a_file_that_cannot_be_written(call, program):
    (program.folder / "config.toml.part").mkdir()

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


@pytest.fixture
def choosing(call):
    """Calls in which neither an option nor a variable names the journal."""
    return lambda *words, **more: call(*words, env={"COACHLOG_STORE": ""}, **more)


def test_the_journal_lies_where_the_configuration_says(choosing, program):
    chosen = program.folder / "a  folder" / "my journal.sqlite"

    assert choosing("config", "set", "store", chosen).code == 0
    assert choosing("coachee", "new", "--name", "Bo").code == 0

    assert chosen.exists()
    assert choosing("config", "get", "store").out == f"{chosen}\n"
    assert choosing("config", "list", "--json").json["store"] == str(chosen)


@pytest.mark.parametrize(
    ("option", "variable", "used"),
    [("o.sqlite", "v.sqlite", "o.sqlite"), (None, "v.sqlite", "v.sqlite"), (None, "", "c.sqlite")],
)
def test_an_option_goes_before_a_variable_and_that_before_the_setting(
    option, variable, used, call, program
):
    program.config.write_text("store = 'c.sqlite'\n")
    options = ["--store", option] if option else []

    told = call("config", "get", "store", *options, env={"COACHLOG_STORE": variable})

    assert told.out == f"{program.folder / used}\n"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("~/j.sqlite", "home/j.sqlite"), ("sub/j.sqlite", "sub/j.sqlite"), (" j ", "j")],
)
def test_a_path_is_kept_whole(typed, kept, choosing, program):
    told = choosing("config", "set", "store", typed)

    assert told.err == f"store is now {program.folder / kept}.\n"
    assert f'store = "{program.folder / kept}"' in program.config.read_text()


def test_a_relative_path_in_the_file_is_meant_from_there(choosing, program, monkeypatch):
    program.config.write_text("store = 'j.sqlite'\n")
    (program.folder / "elsewhere").mkdir()
    monkeypatch.chdir(program.folder / "elsewhere")

    assert choosing("config", "get", "store").out == f"{program.folder / 'j.sqlite'}\n"


@pytest.mark.parametrize(
    ("typed", "cause"),
    [
        ("folder", "folder is a folder"),
        ("new/", "new is a folder"),
        ("words.txt", "words.txt is not a coachlog journal"),
        ("words.txt/j.sqlite", "You cannot write in .*words.txt"),
        ("x" * 300, "cannot be used: File name too long"),
        ("~nobody-of-that-name/j", "The home folder in ~nobody-of-that-name/j is not known"),
        ("a\x07b", "store cannot be “a"),
        ("a\nb", "store cannot be “a"),
        ("caf\udce9", "store cannot be “caf"),
    ],
)
def test_where_no_journal_can_be_is_refused_at_once(typed, cause, choosing, program):
    (program.folder / "folder").mkdir()
    (program.folder / "words.txt").write_text("words")

    told = choosing("config", "set", "store", typed)

    refused(told, 5 if typed.startswith("~") else 4, cause)
    assert not program.config.exists()
    assert (program.folder / "words.txt").read_text() == "words"


def test_another_place_leaves_the_journal_where_it_is_and_says_so(choosing, program):
    old = choosing("config", "get", "store").out.strip()
    choosing("coachee", "new", "--name", "Bo")
    new = program.folder / "new.sqlite"

    told = choosing("config", "set", "store", new)

    assert told.err.splitlines() == [
        f"store is now {new}.",
        f"The journal at {old} stays where it is; from now on {new} is used.",
    ]
    assert choosing("coachee", "list").out == ""
    assert choosing("config", "set", "store", "").code == 0
    assert "Bo" in choosing("coachee", "list").out


def test_a_place_that_something_goes_before_is_kept_for_later(call, program):
    told = call("config", "set", "store", "later.sqlite")

    assert f"For now {program.store} is used" in told.err


def test_a_journal_that_is_there_can_be_chosen(choosing, program):
    other = program.folder / "other.sqlite"
    choosing("coachee", "new", "--name", "Bo", "--store", other)

    assert choosing("config", "set", "store", other).code == 0
    assert "Bo" in choosing("coachee", "list").out


def test_a_home_that_is_not_there(call):
    refused(call("coachee", "list", "--store", "~nobody-of-that-name/j"), 5, "is not known here")


def test_what_several_windows_set_is_all_kept(program):
    values = {"name": "Els", "time_zone": "Europe/Paris", "method": "grow", "short": "yes"}
    running = [program.start("config", "set", key, value) for key, value in values.items()]

    for each in running:
        each.communicate()
    assert [each.returncode for each in running] == [0] * len(values)

    kept = program.run("config", "list", "--json").json
    assert kept | values | {"short": True} == kept


@pytest.mark.parametrize("name", ["config.toml", "fund.toml"])
def test_a_pipe_in_the_place_of_a_file_is_not_waited_for(call, program, name):
    os.mkfifo(program.config.with_name(name))

    told = call("report", "fund", 2026, "--no-input")

    assert told.code == 4
    assert "not an ordinary file" in told.err


def test_settings_that_one_may_not_read_are_no_mistake(call, monkeypatch):
    def closed(_path):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(settings, "file_bytes", closed)

    told = call("coachee", "list")

    assert told.code == 5
    assert "cannot be read" in told.err


def test_no_settings_at_all_may_be_the_null_device(call):
    assert call("coachee", "list", env={"COACHLOG_CONFIG": os.devnull}).code == 0


def test_a_byte_order_mark_before_the_settings_is_none_of_theirs(call, program):
    program.config.write_bytes(b'\xef\xbb\xbfname = "Els"\n')

    assert call("config", "get", "name").out == "Els\n"


MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_a_setting_can_be_changed_in_a_file_that_notepad_saved(call, program, ends):
    program.config.write_bytes(f'{MARK}# mine{ends}name = "Els"{ends}'.encode())

    assert call("config", "set", "name", "An").code == 0

    assert program.config.read_bytes().decode() == f'{MARK}# mine{ends}name = "An"{ends}'


@pytest.mark.parametrize("there", [True, False])
def test_a_symbolic_link_stays_one(call, program, there):
    """Who keeps the settings among other dotfiles has one file, and links to it."""
    whole = program.folder / "dotfiles" / "coachlog.toml"
    whole.parent.mkdir()
    if there:
        whole.write_text('name = "Els"\n')
    program.config.symlink_to(whole)

    assert call("config", "set", "short", "yes").code == 0

    assert program.config.is_symlink()
    assert "short = true" in whole.read_text()
    assert [path.name for path in whole.parent.iterdir()] == [whole.name]


def test_a_full_disk_leaves_the_file_as_it_was_and_nothing_beside_it(call, program, monkeypatch):
    program.config.write_text('name = "Els"\n')

    def full(_descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)

    refused(call("config", "set", "name", "An"), 5, "cannot be written: No space left on device")
    assert program.config.read_text() == 'name = "Els"\n'
    assert [path.name for path in program.folder.glob("config*")] == ["config.toml"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('lang = "nl"', "“lang” is not a setting, and does nothing. Did you mean language?"),
        (
            'time-zone = "UTC"',
            "“time-zone” is not a setting, and does nothing. Did you mean time_zone?",
        ),
        ('stoer = "x"', "“stoer” is not a setting, and does nothing. Did you mean store?"),
        ("xyz = 1", "“xyz” is not a setting, and does nothing.\n"),
        ('[journal]\nstore = "x"', "section [journal] does nothing. Write store above it."),
        ("[a]\nb = 1", "section [a] does nothing.\n"),
    ],
)
def test_what_stands_in_the_file_and_does_nothing_is_named(call, program, text, told):
    program.config.write_text(text)

    shown = call("config", "get", "name")

    assert (shown.code, shown.out) == (0, "\n")
    assert told in shown.err
    assert str(program.config) in shown.err


def test_a_setting_that_is_none_is_asked_back(call):
    refused(call("config", "get", "lang"), 3, "no setting called lang. Did you mean language?")


@pytest.mark.parametrize("data", [b"name = 'Andr\xe9'", 'name = "x"'.encode("utf-16")])
@pytest.mark.parametrize("name", ["config.toml", "fund.toml"])
def test_another_encoding_is_told_with_the_way_out(call, program, data, name):
    program.config.with_name(name).write_bytes(data)

    told = call("report", "fund", 2026, "--no-input", env={"COACHLOG_LANG": "nl"})

    assert told.code == 4
    assert "bewaar het bestand opnieuw als UTF-8" in told.err
    assert "codec" not in told.err


@pytest.mark.parametrize(
    ("text", "told"), [('a = 1\nname = "x\n', "regel 2"), ("name = [", "te vroeg")]
)
def test_where_a_file_stops_being_toml_is_told_in_the_own_language(call, program, text, told):
    program.config.write_text(text)

    shown = call("config", "list", "--lang", "nl")

    assert (shown.code, told in shown.err) == (4, True)

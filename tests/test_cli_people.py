"""People: what was agreed with them, the archive, another handle."""

import json

import pytest

from tests.conftest import refused, talk

AGREED = {
    "agreement": "Vrijwillig; wat we zeggen, blijft onder ons",
    "agreement_basis": "legitimate_interest",
    "controller": "Bakkerij Noord",
    "retention_on": "2028-12-31",
}
LATER = {"COACHLOG_NOW": "2026-11-25T09:00:00Z"}


@pytest.fixture
def person(call):
    """What is kept of somebody, by handle or name."""

    def of(who):
        told = call("coachee", "show", who, "--json")
        assert told.code == 0, told.err
        return told.json

    return of


class TestAgreement:
    def test_it_is_given_by_options(self, call, person):
        call(
            *("coachee", "new", "--name", "Bo", "--agreement", AGREED["agreement"]),
            *("--basis", "legitimate interest", "--controller", "Bakkerij Noord"),
            *("--retention-on", "31/12/2028"),
        )

        assert person("bo").items() >= AGREED.items()

    def test_it_is_given_as_json(self, call, person):
        call("coachee", "new", "--from", "-", stdin=json.dumps({"name": "Bo"} | AGREED))

        assert person("bo").items() >= AGREED.items()

    def test_it_is_never_assumed(self, call, person):
        call("coachee", "new", "--name", "Bo")
        call("session", "new", "--coachee", "Lea", "--topic", "x")

        for who in ("bo", "lea"):
            assert {person(who)[field] for field in AGREED} == {None}

    def test_it_is_changed_and_cleared(self, call, person):
        call("coachee", "new", "--from", "-", stdin=json.dumps({"name": "Bo"} | AGREED))

        call("coachee", "edit", "bo", "--basis", "contract", "--retention-on", "over 1 jaar")
        assert person("bo")["agreement_basis"] == "contract"
        assert person("bo")["retention_on"] == "2027-11-24"

        call("coachee", "edit", "bo", "--basis", "", "--retention-on", "", "--agreement", "")
        assert [person("bo")[field] for field in AGREED] == [None, None, "Bakkerij Noord", None]

    @pytest.mark.parametrize(
        ("option", "value", "cause"),
        [
            ("basis", "none", "^--basis: “none” is not one of the choices"),
            ("retention-on", "2026-11-23", "^--retention-on: .*that day has passed"),
            ("retention-on", "someday", "^--retention-on: “someday” cannot be read"),
            ("controller", "x" * 501, "^--controller: This is too long"),
        ],
    )
    def test_a_wrong_value_is_refused(self, call, option, value, cause):
        refused(call("coachee", "new", "--name", "Bo", f"--{option}", value), 4, cause)
        assert call("coachee", "list").out == ""

    @pytest.mark.parametrize(
        ("language", "words"),
        [("en", "weak basis"), ("nl", "is toestemming een zwakke"), ("fr", "est une base fragile")],
    )
    def test_consent_is_kept_with_a_word_of_warning(self, call, language, words):
        new = ("coachee", "new", "--name", "Bo", "--basis", "consent", "--lang", language)

        told = [call(*new), call("coachee", "edit", "bo", "--basis", "consent", "--lang", language)]

        assert [each.code for each in told] == [0, 0]
        assert all(words in each.err.splitlines()[0] for each in told)

    def test_the_warning_comes_once_for_many_people(self, call):
        lines = "\n".join(
            json.dumps({"name": name, "agreement_basis": "consent"}) for name in ("Bo", "Lea")
        )

        assert len(call("coachee", "new", "--from", "-", stdin=lines).err.splitlines()) == 1

    def test_other_bases_pass_without_a_word(self, call):
        assert call("coachee", "new", "--name", "Bo", "--basis", "contract").err == ""

    def test_the_page_tells_the_basis_in_words(self, program, call):
        call("coachee", "new", "--from", "-", stdin=json.dumps({"name": "Bo"} | AGREED))

        shown = program.on_terminal("coachee", "show", "bo", "--lang", "nl").out

        assert "gerechtvaardigd belang" in shown
        assert "31 dec 2028" in shown


class TestArchive:
    pytestmark = pytest.mark.usefixtures("example")

    def test_somebody_in_the_archive_is_left_out_of_lists_and_comes_back(self, call, person):
        told = call("coachee", "archive", "amina")

        assert (told.code, told.out) == (0, "")
        assert told.err.startswith("Amina El Idrissi is now in the archive.\n")
        assert "coachlog coachee archive amina --back" in told.err
        assert call("coachee", "list").err == (
            "Everybody is in the archive: coachlog coachee list --archived\n"
        )
        assert call("coachee", "list", "--archived", "--json").json[0]["archived_at"]
        assert person("amina")["archived_at"] == "2026-11-24T09:00:00.000Z"

        assert call("coachee", "archive", "amina", "--back").err.startswith(
            "Amina El Idrissi is back."
        )
        assert person("amina")["archived_at"] is None

    @pytest.mark.parametrize(
        ("language", "words"),
        [
            ("en", ["1 action stays open", "1 conversation stays planned"]),
            ("nl", ["1 actie blijft open", "1 gesprek blijft gepland"]),
            ("fr", ["1 action reste à faire", "1 entretien reste prévu"]),
        ],
    )
    def test_what_still_waits_is_told(self, call, language, words):
        plan = ("--date", "2027-01-10T10:00", "--status", "planned")
        call("session", "new", "--coachee", "amina", *plan)

        told = call("coachee", "archive", "amina", "--lang", language)

        assert told.code == 0
        assert all(word in told.err for word in words)

    def test_what_is_open_with_them_is_listed_where_they_are_named(self, call, keep):
        """A coach who put somebody away does not want their overdue actions in every list."""
        goals = [{"ref": "g", "statement": "x"}]
        keep(talk(coachee="Bo", goals=goals, actions=[{"what": "x"}]))
        keep(talk(coachee="amina", actions=[{"what": "y"}]))
        call("action", "done", 3)
        call("coachee", "archive", "amina")
        open_ones = {
            noun: call(noun, "list", "--json", "--limit", 0).json
            for noun in ("goal", "action", "trajectory")
        }

        assert {row["coachee"] for row in open_ones["goal"]} == {"bo"}
        assert {row["coachee"] for row in open_ones["trajectory"]} == {"bo"}
        assert [(row["coachee"], row["status"]) for row in open_ones["action"]] == [
            ("bo", "open"),
            ("amina", "done"),
        ]
        assert call("goal", "list", "--limit", 1).err == ""
        for noun in ("goal", "action", "trajectory", "session"):
            assert call(noun, "list", "--coachee", "amina").out
        assert "amina" in call("session", "list").out
        assert {row["coachee"] for row in call("export", "csv", "goals").rows} == {"amina", "bo"}

    def test_the_list_tells_since_when(self, call):
        call("coachee", "archive", "amina")

        assert call("coachee", "list", "--archived").lines[0].endswith("\t2026-11-24T09:00:00.000Z")

    def test_twice_is_once(self, call, count_operations):
        call("coachee", "archive", "amina")
        before = count_operations()

        again = call("coachee", "archive", "amina", env=LATER)
        back = [call("coachee", "archive", "amina", "--back") for _ in range(2)]

        assert (again.code, again.err) == (0, "Amina El Idrissi is already in the archive.\n")
        assert (back[1].code, back[1].err) == (0, "Amina El Idrissi is not in the archive.\n")
        assert count_operations() == before + 1

    def test_nobody_is_archived_by_a_wrong_name(self, call):
        refused(
            call("coachee", "archive", "amnia"), 3, "Nobody is called amnia. Did you mean amina[?]"
        )

    def test_a_new_conversation_brings_somebody_back(self, call, person):
        call("coachee", "archive", "amina")

        told = call("session", "new", "--coachee", "amina", "--topic", "x")

        assert told.code == 0
        assert told.err == "Amina El Idrissi is back from the archive.\n"
        assert person("amina")["archived_at"] is None

    def test_it_is_take_back_in_one_step_with_that_conversation(self, call, person, take_back):
        call("coachee", "archive", "amina")
        call("session", "new", "--coachee", "amina", "--topic", "x")

        take_back()

        assert person("amina")["archived_at"]
        assert len(call("session", "list").lines) == 1

    def test_several_conversations_in_one_go_bring_somebody_back_once(self, call, keep):
        call("coachee", "archive", "amina")
        lines = "\n".join(json.dumps(talk(coachee="amina", topic=topic)) for topic in "ab")

        assert call("session", "new", "--from", "-", stdin=lines).err.count("is back") == 1

    def test_changing_somebody_does_not_bring_them_back(self, call, person):
        call("coachee", "archive", "amina")

        call("coachee", "edit", "amina", "--team", "Zuid", "--handle", "mina")
        call("session", "edit", 1, "--topic", "x")

        assert person("mina")["archived_at"]


class TestRename:
    pytestmark = pytest.mark.usefixtures("example")

    def test_the_earlier_handle_keeps_working(self, call, person):
        told = call("coachee", "rename", "amina", "mina")

        assert told.err.startswith(
            "The short name of Amina El Idrissi is now mina; amina keeps working.\n"
        )
        assert person("amina") == person("mina") == person("Amina")
        assert call("session", "list", "--coachee", "amina", "--json").json[0]["coachee"] == "mina"
        assert call("session", "new", "--coachee", "amina", "--topic", "x").out == "2\tmina\n"
        assert len(call("coachee", "list").lines) == 1

    def test_an_edited_handle_keeps_working_as_well(self, call, person):
        call("coachee", "edit", "amina", "--handle", "mina", "--role", "x")

        assert person("amina")["handle"] == "mina"
        assert person("amina")["role"] == "x"

    def test_the_name_changes_too(self, call, person):
        call("coachee", "rename", "amina", "mina", "--name", "  Mina   Él ")
        assert (person("amina")["name"], person("amina")["name_sort"]) == ("Mina Él", "mina el")

        told = call("coachee", "rename", "mina", "mina", "--name", "Mina")

        assert told.err.startswith("Details of Mina updated.\n")
        assert person("mina")["name"] == "Mina"

    def test_back_to_an_own_earlier_handle(self, call, person):
        call("coachee", "rename", "amina", "mina")
        call("coachee", "rename", "mina", "amina")

        assert person("mina")["handle"] == person("amina")["handle"] == "amina"

    def test_every_handle_of_before_leads_there(self, call, person):
        for handle in ("a", "b", "c"):
            call("coachee", "rename", "amina", handle)

        assert {person(who)["handle"] for who in ("amina", "a", "b", "c")} == {"c"}

    def test_nothing_changes_where_everything_is_the_same(self, call, count_operations):
        told = call("coachee", "rename", "amina", "amina", "--name", "Amina El Idrissi")

        assert (told.code, told.err) == (0, "Nothing changed.\n")
        assert count_operations() == 1

    def test_it_is_take_back_in_one_step(self, call, person, take_back):
        call("coachee", "rename", "amina", "mina")

        take_back()

        assert person("amina")["handle"] == "amina"
        refused(call("coachee", "show", "mina"), 3, "Nobody is called mina")

    @pytest.mark.parametrize("handle", ["Amina", "am ina", "é", "x" * 41, "", "a--b", "\udcff"])
    def test_a_handle_is_short_and_plain(self, call, person, handle):
        refused(call("coachee", "rename", "amina", "--", handle), 4, "cannot be a short name")
        assert person("amina")["handle"] == "amina"

    def test_a_handle_that_somebody_has(self, call, person):
        call("coachee", "new", "--name", "Bo")

        refused(call("coachee", "rename", "amina", "bo"), 4, "bo belongs to Bo")
        refused(
            call("coachee", "rename", "amna", "x"),
            3,
            "Nobody is called amna. Did you mean amina[?]",
        )
        refused(call("coachee", "rename", "amina", "x", "--name", " "), 4, "name cannot be empty")
        assert person("amina")["handle"] == "amina"

    def test_a_handle_that_somebody_had_may_be_taken(self, call, person):
        """Whoever has it now counts; a script that still uses it must not ask which one."""
        call("coachee", "rename", "amina", "mina")

        told = call("coachee", "new", "--name", "Amina Bakkali", "--handle", "amina")

        assert told.err == "Until now amina referred to Amina El Idrissi.\n"
        assert person("amina")["name"] == "Amina Bakkali"
        call("coachee", "rename", "amina", "bakkali")
        assert person("amina")["name"] == "Amina Bakkali"

    def test_a_handle_that_somebody_had_may_be_taken_by_renaming(self, call, person):
        call("coachee", "rename", "amina", "mina")
        call("coachee", "new", "--name", "Bo")

        renamed = call("coachee", "rename", "bo", "amina")
        edited = call("coachee", "edit", "amina", "--handle", "mina-2")

        assert renamed.err.startswith(
            "Until now amina referred to Amina El Idrissi.\nThe short name of Bo is now amina"
        )
        assert edited.code == 0
        assert person("amina")["name"] == person("bo")["name"] == "Bo"

    def test_somebody_new_gets_no_handle_that_leads_to_another(self, call, person):
        call("coachee", "rename", "amina", "mina")

        made = call("coachee", "new", "--name", "Amina Bakkali").out

        assert made == "amina-b\tAmina Bakkali\n"
        assert person("amina")["handle"] == "mina"

    def test_a_typing_error_in_an_earlier_handle_is_understood(self, call):
        call("coachee", "rename", "amina", "zoe", "--name", "Zoë")

        refused(call("coachee", "show", "aminna"), 3, "Did you mean zoe[?]")

"""No option of a form is dropped silently: what the journal cannot keep is refused, not lost."""

import dev

from coachlog.schema.tables import TABLES
from coachlog.values.text import TEXT_MAX
from tests.conftest import refused

TOO_LONG = "x" * (TEXT_MAX + 1)
"""What no field can hold, of whatever kind it is."""
NOUNS = {table.command for table in TABLES.values() if table.noun.view}
FORMS = {
    command: [param for param in built.params if param.param_type_name == "option"]
    for command, _stub, built in dev.commands()
    if built and command.rpartition(" ")[0] in NOUNS and command.endswith((" new", " edit"))
}
LEAST = {
    "session": ["--coachee", "Amina", "--summary", "x"],
    "trajectory": ["--coachee", "amina"],
    "goal": ["--coachee", "amina", "--statement", "x"],
    "action": ["--coachee", "amina", "--what", "x"],
    "observation": ["--coachee", "amina", "--fact", "x"],
    "workability": ["--coachee", "amina", "--stress", "3", "--wanted"],
    "growth": ["--kind", "reading"],
    "contact": ["--name", "Tom", "--where", "internal"],
    "hours": ["--until", "2020-01-01", "--hours", "3"],
    "network": ["--name", "Mentors"],
    "network meeting": ["--network", "1"],
    "network case": ["--question", "x"],
    "objective": ["--statement", "x"],
}
"""The options that a new record must have at least."""


def test_every_option_of_every_form_gets_to_what_checks_it(call):
    call("coachee", "new", "Amina")
    for noun, least in LEAST.items():
        if noun != "trajectory":
            made = call(*noun.split(), "new", *least)
            assert made.code == 0, made.err
    call("topic", "park", "amina", "x")
    lost = []
    for command, params in FORMS.items():
        noun, verb = command.rpartition(" ")[::2]
        words = LEAST.get(noun, []) if verb == "new" else ["1"]
        for param in params:
            flag = param.opts[0]
            if not param.is_flag and flag != "--from" and not is_column(noun, flag):
                told = call(*command.split(), *without(words, flag), flag, TOO_LONG)
                if told.code not in (2, 3, 4) or told.out:
                    lost.append((command, flag, told.code, told.err[:80]))

    assert lost == []


def is_column(noun: str, flag: str) -> bool:
    """Return whether an option is a column, which all forms have from one description."""
    field = TABLES[noun.replace(" ", "_")].find_by_option(flag.removeprefix("--"))
    return field is not None and not field.of


def without(words: list[str], flag: str) -> list[str]:
    """Return *words* without the option *flag* and its value."""
    at = words.index(flag) if flag in words else len(words)
    return [*words[:at], *words[at + 2 :]]


def test_another_name_of_a_contact_that_is_on_nothing_is_refused(call, keep):
    keep({"coachee": "Amina", "options": [{"text": "Ask", "contact": "B."}]})
    new = ("contact", "new", "--name", "Bo Maes", "--where", "internal")

    refused(call(*new, "--also", "C."), 4, "“C.” is on no idea or action")
    assert call(*new, "--also", "b.", "--json").code == 0
    assert call("contact", "show", "bo", "--json").json["also"] == ["B."]
    refused(call("contact", "edit", "bo", "--also", "Cé"), 4, "“Cé” is on no idea or action")

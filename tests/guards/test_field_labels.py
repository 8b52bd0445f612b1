"""A field is called the same wherever people meet it: its page, its form, the history, search."""

import ast
import re

import pytest

from coachlog.base.texts import translation
from coachlog.schema.tables import TABLES, label
from coachlog.views.search.labels import FIELDS as SEARCHED
from tests.guards.source import modules, tree

NEW = {
    "coachee": ("coachee", "new", "--name", "Amina"),
    "talent": ("coachee", "talent", "amina", "MARKstrength"),
    "objective": ("objective", "new"),
    "goal": ("goal", "new", "--coachee", "amina"),
    "action": ("action", "new", "--coachee", "amina"),
    "observation": ("observation", "new", "--coachee", "amina"),
    "growth": ("growth", "new", "--kind", "reading"),
    "contact": ("contact", "new", "--where", "internal"),
    "network": ("network", "new"),
    "network_meeting": ("network", "meeting", "new", "--network", 1),
    "network_case": ("network", "case", "new"),
    "trajectory": ("trajectory", "edit", 1),
}
FILLED = {
    "coachee": ("organisation", "reach", "context", "agreement", "controller"),
    "talent": ("shows", "needs=wanted_context"),
    "objective": ("statement", "plan", "owner", "signs"),
    "goal": ("statement", "why", "signs", "anti-goal", "milestone", "talents", "serves"),
    "action": ("what", "obstacle", "plan", "helper"),
    "observation": ("own-view", "fact", "effect", "wish", "taken"),
    "growth": ("provider", "learned", "applied"),
    "contact": ("name", "organisation", "expertise", "reach"),
    "network": ("name", "purpose"),
    "network_meeting": ("question", "take-along"),
    "network_case": ("question", "happened", "did", "felt", "want"),
    "trajectory": (
        "purpose",
        "sponsor",
        "sharing",
        "kept-out",
        "turn-to",
        "hard-to-tell",
        "project",
    ),
}
PAGES = {noun: (noun, "show", 1) for noun in NEW} | {
    "coachee": ("coachee", "show", "amina"),
    "talent": ("coachee", "show", "amina"),
    "network_meeting": ("network", "meeting", "show", 1),
    "network_case": ("network", "case", "show", 1),
}
IN_THE_TITLE = ("statement", "what", "provider", "organisation", "name")
"""What names its record, or places it, stands in the title of the page."""


def _columns(noun):
    """The option and the column of each field that is filled."""
    for each in FILLED[noun]:
        option, _equals, column = each.partition("=")
        yield option, column or option.replace("-", "_")


@pytest.fixture
def filled(call):
    """A journal with a text of its own in every field."""
    for noun, words in NEW.items():
        options = ((f"--{option}", f"MARK{noun}{column}") for option, column in _columns(noun))
        assert call(*words, *sum(options, ())).code == 0, noun


@pytest.mark.parametrize("language", ["en", "nl", "fr"])
def test_a_page_calls_a_field_as_the_history_and_search_do(filled, screen, language):
    """Where this fails: the page, or schema/."""
    said = translation(language).gettext
    for noun, words in PAGES.items():
        page = screen(*words, columns=120, language=language)
        _title, _end, page = page.lstrip().partition("\n")
        for _option, column in _columns(noun):
            if column in IN_THE_TITLE:
                continue
            found = re.search(rf"^ *(.*?)\s+MARK{noun}{column}", page, re.MULTILINE)
            assert found, (noun, column)
            assert found[1].partition(" · ")[0] == said(label(noun, column)), (noun, column)


def test_search_has_one_name_for_each_field_and_takes_it_from_the_table():
    odd = {
        (noun, column): called
        for noun, columns in SEARCHED.items()
        for column, called in columns.items()
        if called != label(noun, column)
    }

    of_an_option = {("option", "contact"), ("option", "pros"), ("option", "cons")}
    assert set(odd) == of_an_option | {("answer", "text")}


def test_a_form_takes_the_label_of_a_column_from_the_schema():
    """Written again it would soon be another one; a question of its own is no label."""
    again = [
        f"{module}:{node.lineno}"
        for module in modules()
        for node in ast.walk(tree(module))
        if isinstance(node, ast.Call) and len(node.args) > 1
        if isinstance(node.args[0], ast.Constant) and ast.unparse(node.func) == "FormField"
        if ast.unparse(node.args[1]).startswith("N_(")
        and (module.split(".")[1], *_literals(node)) in LABELS
    ]

    assert again == []


LABELS = {
    (table, column.removesuffix("_id"), field.label)
    for table, described in TABLES.items()
    for field in described.fields
    for column in [field.name]
}


def _literals(node):
    """The name and the label of a field of a form, as they are written."""
    return node.args[0].value, node.args[1].args[0].value

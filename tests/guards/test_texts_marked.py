"""Texts for people are marked, so that they can be translated: `_()`, `N_()` or `ngettext()`."""

import ast
import re
from collections.abc import Iterator

import pytest

from tests.guards.each import for_each
from tests.guards.source import ROOT, modules, tree

MARKS = ("_", "N_", "P_", "ngettext", "count_text")
LOOKED_UP = ("_", "ngettext", "count_text")
"""Marks that may be given what was marked elsewhere."""
SHOWN = {
    "UsageError": (0, 1),
    "NotFoundError": (0, 1),
    "RefusedError": (0, 1),
    "UnavailableError": (0, 1),
    "say": (0,),
    "show": (0,),
    "print": (0,),
    "done": (0,),
    "tell_done": (0,),
    "Prompt": (0,),
    "Column": (1,),
    "Asked": (1, 2),
    "Stub": (0, 2),
    "_option": (1,),
    "group": (1,),
    "show_list": (5,),
    "show_record": (3,),
    "print_page": (0, 1),
}
"""What shows texts, and which of its arguments those are."""

KEYWORDS = ("help", "label", "heading", "empty", "title", "epilog")
"""Arguments that are texts, whatever is called."""

ATTRIBUTES = ("cause", "remedy")
PASSED_THROUGH = ("format", "join", "visible", "visible_line", "str", "rstrip", "strip")
"""What is called within a text without making it something else."""

SAME_IN_EVERY_LANGUAGE = ("1  Nederlands\n2  Français\n3  English",)

_PLACEHOLDER = re.compile(r"\{[^{}]*\}")
_WORD = re.compile(r"[^\W\d_]{2,}")


@for_each(modules())
def test_texts_for_people_are_marked(module):
    unmarked = {
        (text.lineno, text.value)
        for expression in _texts(tree(module))
        for text in _literals(expression)
        if _says_something(text.value)
    }

    assert [_told(module, *each) for each in sorted(unmarked)] == []


@for_each(modules())
def test_a_marked_text_is_a_literal_or_was_marked_where_it_stands(module):
    """A sentence that is filled in before it is looked up is found in no catalog."""
    constants = _unmarked_constants(tree(module))
    wrong = {
        (node.lineno, ast.unparse(argument))
        for node in ast.walk(tree(module))
        if _is_marked(node)
        for argument in node.args[: 2 if _name(node) in ("P_", "ngettext", "count_text") else 1]
        if _is_built(argument)
        or (isinstance(argument, ast.Name) and argument.id in constants)
        or (_name(node) not in LOOKED_UP and not isinstance(argument, ast.Constant))
    }

    assert [_told(module, *each) for each in sorted(wrong)] == []


@pytest.mark.parametrize(
    "source",
    [
        "say('Hello there')",
        "say('  ' + name + ' was kept')",
        "prompter.show(f'{name} was kept', 'quiet')",
        "done(_('Kept.') + 'Well done.')",
        "say('Kept {n}.'.format(n=n))",
        "say('; '.join(['one thing', other]))",
        "typer.Option('--x', help='What it is.')",
        "class SomeError(Exception):\n    cause = 'It broke.'",
        "FIELDS = (Asked('name', 'The name'),)",
        "WORDS = {'a': N_('first'), 'b': 'second'}",
    ],
)
def test_an_unmarked_text_is_found(source):
    found = [text for each in _texts(ast.parse(source)) for text in _literals(each)]

    assert any(_says_something(text.value) for text in found)


def _texts(module: ast.Module) -> Iterator[ast.expr]:
    """The expressions whose value people read."""
    for node in ast.walk(module):
        if isinstance(node, ast.Call):
            shown = SHOWN.get(_name(node), ())
            yield from (node.args[place] for place in shown if place < len(node.args))
            yield from (each.value for each in node.keywords if each.arg in KEYWORDS)
        elif isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            if any(isinstance(each, ast.Name) and each.id in ATTRIBUTES for each in targets):
                yield node.value
        elif isinstance(node, ast.Dict) and any(_is_marked(value) for value in node.values):
            yield from node.values


def _literals(expression: ast.expr) -> Iterator[ast.Constant]:
    """The strings in *expression* that reach the person unmarked."""
    if isinstance(expression, ast.Constant) and isinstance(expression.value, str):
        yield expression
    through = not isinstance(expression, ast.Call) or _name(expression) in PASSED_THROUGH
    for field in PARTS.get(type(expression), ()) if through else ():
        found = getattr(expression, field)
        for part in found if isinstance(found, list) else [found]:
            yield from _literals(part.value if isinstance(part, ast.keyword) else part)


PARTS: dict[type[ast.expr], tuple[str, ...]] = {
    ast.Attribute: ("value",),
    ast.BinOp: ("left", "right"),
    ast.BoolOp: ("values",),
    ast.Call: ("func", "args", "keywords"),
    ast.FormattedValue: ("value",),
    ast.GeneratorExp: ("elt",),
    ast.IfExp: ("body", "orelse"),
    ast.JoinedStr: ("values",),
    ast.List: ("elts",),
    ast.ListComp: ("elt",),
    ast.Starred: ("value",),
    ast.Tuple: ("elts",),
}
"""The parts of an expression that become part of the text."""


def _says_something(text: str) -> bool:
    return bool(_WORD.search(_PLACEHOLDER.sub("", text))) and text not in SAME_IN_EVERY_LANGUAGE


def _unmarked_constants(module: ast.Module) -> set[str]:
    """Names of the module that stand for a string that nobody marked."""
    return {
        target.id
        for node in module.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant | ast.JoinedStr)
        for target in node.targets
        if isinstance(target, ast.Name)
    }


def _is_marked(node: ast.AST | None) -> bool:
    return isinstance(node, ast.Call) and getattr(node.func, "id", "") in MARKS


def _is_built(node: ast.expr) -> bool:
    return isinstance(node, ast.JoinedStr | ast.BinOp) or (
        isinstance(node, ast.Call) and _name(node) == "format"
    )


def _name(call: ast.Call) -> str:
    """The last part of what is called."""
    called = call.func
    return called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")


def _told(module: str, line: int, text: str) -> str:
    return f"{modules()[module].relative_to(ROOT)}:{line}: {text!r}"

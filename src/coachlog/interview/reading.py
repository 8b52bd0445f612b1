"""Reads a TOML file into a method, or a list of the mistakes in it."""

import re
import tomllib

from coachlog.base.own_files import toml_problem
from coachlog.base.texts import LANGUAGES, Words, _
from coachlog.interview.file_table import EXAMPLE, FileTable, write_line
from coachlog.interview.fills import ANSWERS, ANY_LAYER, FILLS, KINDS, PRIVATE_FIELDS
from coachlog.interview.method import (
    ADDRESSEES,
    CONDITIONS,
    FORMS,
    PLACES,
    SHARED_QUESTION,
    SHARED_STAGES,
    TABLES,
    Method,
    Question,
    Stage,
)
from coachlog.interview.method_checks import note_duplicates, note_indiscreet
from coachlog.interview.mistakes import FilePosition, Mistake, MistakeList
from coachlog.schema.vocabulary import TRAJECTORY_KINDS

_TOP_KEYS = {"id", "version", "name", "about", "source", "table", "discreet", "stage"}
_STAGE_KEYS = {"id", "place", "name", "question"}
_QUESTION_KEYS = {*Question._fields, *LANGUAGES} - {"stage", "words"}
_LINE = re.compile(r"at line (\d+)")

CHOOSING = ("choice", "missing")
"""The kinds of question that offer choices."""


def parse(text: str, name: str) -> tuple[Method | None, list[Mistake]]:
    """Return the method in *text* and its mistakes; None for a method that has any.

    *name* is that of its file, without `.toml`.

    Only the file `common`, which has the stages that all methods share, may use their names.
    """
    mistakes = MistakeList(text)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = _LINE.search(str(error))
        remedy = _("Check the quotes, brackets and commas there.")
        return None, [Mistake(int(line[1]) if line else None, "TOML", str(error), remedy)]
    except ValueError as error:
        remedy = _("Leave the number out.")
        return None, [Mistake(None, "TOML", toml_problem(error), remedy)]
    except RecursionError:
        problem, remedy = _("it is too deeply nested"), _("A method needs three levels at most.")
        return None, [Mistake(None, "TOML", problem, remedy)]
    method = _method(FileTable(data, FilePosition(), _("the top"), mistakes), name)
    return (None if mistakes.found else method), mistakes.in_order()


def _method(top: FileTable, name: str) -> Method:
    """Return the method in the top table, noting the mistakes; usable only if there are none."""
    top.check_keys(_TOP_KEYS)
    is_shared = name == "common"
    stages = [_stage(top, data, index, is_shared) for index, data in enumerate(top.tables("stage"))]
    version = top.data.get("version", 1)
    # In Python, true and false are whole numbers as well.
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        version = 1
        problem = _("a whole number of at least 1 is expected")
        remedy = write_line("version = 1")
        top.mistakes.add(top.position, "version", "version", problem, remedy)
    method = Method(
        id=top.text("id"),
        version=version,
        name=_words(top, "name"),
        about=_words(top, "about"),
        source=top.words_or_text("source"),
        stages=tuple(stages),
        table=_table(top, stages),
        discreet=top.flag("discreet"),
    )
    if method.id and method.id != name:
        problem = _("the id is {id}, and the file is called {name}.toml")
        remedy = _("Write {line}: a conversation finds its method by it.")
        line = f'id = "{name}"'
        message = problem.format(id=method.id, name=name)
        top.mistakes.add(top.position, "id", "id", message, remedy.format(line=line))
    note_duplicates(top, method)
    if method.discreet:
        note_indiscreet(top, method)
    return method


def _table(top: FileTable, stages: list[Stage]) -> str:
    """Return "two" or "three": how many sit at the table.

    A question to the sponsor makes it three; a table of two is then noted as a mistake.
    """
    has_sponsor = any(q.to == "sponsor" for stage in stages for q in stage.questions)
    table = top.one_of("table", TABLES, "three" if has_sponsor else "two")
    if has_sponsor and table == "two":
        line = 'table = "three"'
        remedy = _("Write {line}, or leave the key out.").format(line=line)
        top.note(
            "table", _("a question speaks to the sponsor, who is then at the table too"), remedy
        )
    return table


def _words(top: FileTable, key: str) -> Words:
    """Return the words of a key at the top; a mistake in them is reported as one in that key."""
    return FileTable(top.data, top.position, key, top.mistakes).words(key)


def _stage(top: FileTable, data: object, index: int, is_shared: bool) -> Stage:
    """Return one stage, noting the mistakes in it.

    Only a stage that *is shared* by all methods may have the id of a shared one.
    """
    table = FileTable(data, FilePosition(index), _("stage {id}").format(id=index + 1), top.mistakes)
    if not table.check_keys(_STAGE_KEYS):
        return Stage("", "body", {}, ())
    stage_id = table.text("id")
    if stage_id:
        table.place = _("stage {id}").format(id=stage_id)
    if not is_shared and stage_id in SHARED_STAGES:
        problem = _("the stage {id} is one that every method shares")
        table.note("id", problem.format(id=stage_id), _("Give it a different id."))
    questions: list[Question] = []
    for question_index, question_data in enumerate(table.tables("question")):
        question = _question(table, question_data, stage_id, question_index, is_shared)
        _note_misplaced(table, question, questions, question_index)
        questions.append(question)
    return Stage(
        stage_id, table.one_of("place", PLACES, "body"), table.words("name"), tuple(questions)
    )


def _question(
    stage: FileTable, data: object, stage_id: str, index: int, is_shared: bool
) -> Question:
    """Return one question, noting mistakes; only one that *is shared* may have a shared id."""
    position = stage.position._replace(question=index)
    place = _("stage {id}, question {n}")
    stage_name = stage_id or str((stage.position.stage or 0) + 1)
    table = FileTable(data, position, place.format(id=stage_name, n=index + 1), stage.mistakes)
    if not table.check_keys(_QUESTION_KEYS):
        return Question("", stage_id, "text", {}, "more")
    question_id = _question_id(table, is_shared)
    kind, core = table.one_of("kind", KINDS), table.flag("core")
    fills = table.one_of("fills", tuple(FILLS), "") or None
    choices = _choices(table)
    _note_unsuitable_kind(table, kind, fills, choices)
    return Question(
        id=question_id,
        stage=stage_id,
        kind=kind,
        words=table.words("id", {key: table.data[key] for key in LANGUAGES if key in table.data}),
        form=table.one_of("form", FORMS, "short" if core else "more"),
        core=core,
        fills=fills,
        follows=table.text_or_none("follows"),
        to=table.one_of("to", ADDRESSEES, "coachee"),
        probe=table.text_or_none("probe"),
        when=table.one_of("when", CONDITIONS, "") or None,
        layer=_layer(table, fills),
        again=table.words("again") if "again" in table.data else None,
        choices=choices,
        passing_on=table.flag("passing_on"),
        kinds=_kinds(table),
        yes_means=table.text_or_none("yes_means"),
        who=_flag_of(table, "who", kind, "actions"),
        outcome=_flag_of(table, "outcome", kind, "goal_scores"),
    )


def _question_id(table: FileTable, is_shared: bool) -> str:
    """Return the id, which names the place of mistakes from here on; "" if it is missing."""
    question_id = table.text("id")
    if question_id:
        table.place = _("question {id}").format(id=question_id)
    if not is_shared and SHARED_QUESTION.fullmatch(question_id):
        problem = _("the question {id} is one that every method shares")
        table.note("id", problem.format(id=question_id), _("Give it a different id."))
    return question_id


def _flag_of(table: FileTable, key: str, kind: str, only_kind: str) -> bool:
    """Return whether *key* is true; noted as a mistake in a question not of *only_kind*."""
    is_set = table.flag(key)
    if is_set and kind != only_kind:
        problem = _("{key} belongs to a question of the kind {kind}")
        remedy = _("Leave {key} out.").format(key=key)
        table.note(key, problem.format(key=key, kind=only_kind), remedy)
    return is_set


def _layer(table: FileTable, fills: str | None) -> str:
    """Return the layer of a question; that of the field that it fills, if any."""
    field_layer = "private" if fills in PRIVATE_FIELDS else "shared"
    layer = table.one_of("layer", ("private", "shared"), field_layer)
    if fills and fills not in ANY_LAYER and layer != field_layer:
        problem = _("the field {field} is {usual}, so its question is too")
        message = problem.format(field=fills, usual=field_layer)
        remedy = _(
            "Leave out layer, or leave out fills: the answer is then saved beside its question."
        )
        table.note("layer", message, remedy)
    return layer


def _kinds(table: FileTable) -> tuple[str, ...]:
    """Return the kinds of trajectory in which a question is asked; none where it is in all."""
    kinds = table.data.get("kinds", [])
    if isinstance(kinds, list) and all(kind in TRAJECTORY_KINDS for kind in kinds):
        return tuple(kinds)
    known = ", ".join(TRAJECTORY_KINDS)
    remedy = _("Write a list of these: {kinds}.").format(kinds=known)
    table.note("kinds", _("these are not all kinds of trajectory"), remedy)
    return ()


def _choices(table: FileTable) -> dict[str, Words] | None:
    """Return the words of each choice by its key; None if the question has no choices."""
    if "choices" not in table.data:
        return None
    data = table.data["choices"]
    if isinstance(data, dict) and data:
        return {key: table.words("choices", value or {}) for key, value in data.items()}
    remedy = _("For example: choices.time = {example}").format(example=EXAMPLE)
    table.note("choices", _("choices is a table, one text for each choice"), remedy)
    return None


def _note_unsuitable_kind(
    table: FileTable, kind: str, fills: str | None, choices: dict[str, Words] | None
) -> None:
    """Note a kind that does not suit its field, or lacks the field or choices that it needs."""
    if kind and fills and kind not in FILLS[fills]:
        problem = _("the field {field} is asked as {kinds}, not as {kind}")
        kinds = ", ".join(FILLS[fills])
        line = f'kind = "{FILLS[fills][0]}"'
        remedy = _("Write {line}, or leave out fills.").format(line=line)
        table.note("kind", problem.format(field=fills, kinds=kinds, kind=kind), remedy)
    # A key that is there but wrong has been noted already.
    lacks_field = not fills and "fills" not in table.data
    lacks_choices = not choices and "choices" not in table.data
    if kind and lacks_field and kind not in (*ANSWERS, "missing"):
        fields = ", ".join(field for field, kinds in FILLS.items() if kind in kinds)
        problem = _("a question of the kind {kind} needs the key fills").format(kind=kind)
        table.note("kind", problem, _("It can fill: {fields}").format(fields=fields))
    if kind in CHOOSING and lacks_choices:
        problem = _("a question of the kind {kind} needs the key choices").format(kind=kind)
        table.note("kind", problem, _("Or make it a question of the kind text."))


def _note_misplaced(
    stage: FileTable, question: Question, earlier_questions: list[Question], index: int
) -> None:
    """Note a second core question of a stage, and one before the question that it follows.

    *earlier_questions* are those of the stage before this one, which is at *index*.
    """
    mistakes, position = stage.mistakes, stage.position._replace(question=index)
    if question.core and any(q.core for q in earlier_questions):
        mistakes.add(
            position, "core", stage.place, _("only one question may be core"), _("Keep it at one.")
        )
    if question.follows and question.follows not in [q.id for q in earlier_questions]:
        problem = _("it follows {other}, which does not come before it in its stage")
        place = _("question {id}").format(id=question.id)
        remedy = _("Name a question of the same stage that comes before it.")
        mistakes.add(position, "follows", place, problem.format(other=question.follows), remedy)

"""A TOML file becomes a method, or a list of all that is to be mended in it."""

import re
import tomllib

from coachlog.base.texts import LANGUAGES, _
from coachlog.interview.file_table import EXAMPLE, FileTable
from coachlog.interview.fills import ANSWERS, FILLS, KINDS, PRIVATE, SEVERAL
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
    Words,
)
from coachlog.interview.mistakes import FilePosition, Mistake, Notes

_TOP_KEYS = {"id", "version", "name", "about", "source", "table", "stage"}
_STAGE_KEYS = {"id", "place", "name", "question"}
_QUESTION_KEYS = {*Question._fields, *LANGUAGES} - {"stage", "words"}
_LINE = re.compile(r"at line (\d+)")


def parse(text: str, name: str) -> tuple[Method | None, list[Mistake]]:
    """The method that *text* is, in the file *name*`.toml`; None where something is to be mended.

    The file `common` is the one that holds the shared sets, and may use their names.
    """
    notes = Notes(text)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _LINE.search(str(error))
        remedy = _("Check the quotes, brackets and commas there.")
        return None, [Mistake(int(found[1]) if found else None, "TOML", str(error), remedy)]
    except RecursionError:
        problem, remedy = _("it is too deeply nested"), _("A method needs three levels at most.")
        return None, [Mistake(None, "TOML", problem, remedy)]
    method = _method(FileTable(data, FilePosition(), _("the top"), notes), name)
    return (None if notes.found else method), notes.in_order()


def _method(top: FileTable, name: str) -> Method:
    top.known(_TOP_KEYS)
    own = name != "common"
    stages = [_stage(top, data, place, own) for place, data in enumerate(top.tables("stage"))]
    version = top.data.get("version", 1)
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        version = 1
        problem = _("a whole number of at least 1 is expected")
        line = "version = 1"
        remedy = _("Write {line}").format(line=line)
        top.notes.add(top.spot, "version", "version", problem, remedy)
    method = Method(
        id=top.text("id"),
        version=version,
        name=_named(top, "name"),
        about=_named(top, "about"),
        source=top.words_or_text("source"),
        stages=tuple(stages),
        table=_seats(top, stages),
    )
    if method.id and method.id != name:
        problem = _("the id is {id}, and the file is called {name}.toml")
        remedy = _("Write {line}: a conversation finds its method by it.")
        line = f'id = "{name}"'
        told = problem.format(id=method.id, name=name), remedy.format(line=line)
        top.notes.add(top.spot, "id", "id", *told)
    _refuse_twice(top, method)
    return method


def _seats(top: FileTable, stages: list[Stage]) -> str:
    """Who sits at the table; somebody who is spoken to does."""
    third = any(each.to == "sponsor" for stage in stages for each in stage.questions)
    table = top.one_of("table", TABLES, "three" if third else "two")
    if third and table == "two":
        line = 'table = "three"'
        remedy = _("Write {line}, or leave the key out.").format(line=line)
        top.wrong(
            "table", _("a question speaks to the sponsor, who is then at the table too"), remedy
        )
    return table


def _named(top: FileTable, key: str) -> Words:
    return FileTable(top.data, top.spot, key, top.notes).words(key)


def _stage(top: FileTable, data: object, position: int, own: bool) -> Stage:
    table = FileTable(
        data, FilePosition(position), _("stage {id}").format(id=position + 1), top.notes
    )
    if not table.known(_STAGE_KEYS):
        return Stage("", "body", {}, ())
    stage_id = table.text("id")
    if stage_id:
        table.place = _("stage {id}").format(id=stage_id)
    if own and stage_id in SHARED_STAGES:
        problem = _("the stage {id} is one that every method shares")
        table.wrong("id", problem.format(id=stage_id), _("Give it a different id."))
    questions: list[Question] = []
    for place, each in enumerate(table.tables("question")):
        question = _question(table, each, stage_id, place, own)
        _refuse_misplaced(table, question, questions, place)
        questions.append(question)
    return Stage(
        stage_id, table.one_of("place", PLACES, "body"), table.words("name"), tuple(questions)
    )


def _question(stage: FileTable, data: object, stage_id: str, position: int, own: bool) -> Question:
    spot = stage.spot._replace(question=position)
    place = _("stage {id}, question {n}")
    name = stage_id or str((stage.spot.stage or 0) + 1)
    table = FileTable(data, spot, place.format(id=name, n=position + 1), stage.notes)
    if not table.known(_QUESTION_KEYS):
        return Question("", stage_id, "text", {}, "more")
    question_id = table.text("id")
    if question_id:
        table.place = _("question {id}").format(id=question_id)
    if own and SHARED_QUESTION.fullmatch(question_id):
        problem = _("the question {id} is one that every method shares")
        table.wrong("id", problem.format(id=question_id), _("Give it a different id."))
    kind, core = table.one_of("kind", KINDS), table.flag("core")
    fills = table.one_of("fills", tuple(FILLS), "") or None
    choices = _choices(table)
    _suits(table, kind, fills, choices)
    return Question(
        id=question_id,
        stage=stage_id,
        kind=kind,
        words=table.words(
            "id", {each: table.data[each] for each in LANGUAGES if each in table.data}
        ),
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
    )


def _layer(table: FileTable, fills: str | None) -> str:
    """The layer of a question; where it fills a field, that has one already."""
    usual = "private" if fills in PRIVATE else "shared"
    layer = table.one_of("layer", ("private", "shared"), usual)
    if fills and layer != usual:
        problem = _("the field {field} is {usual}, so its question is too")
        told = problem.format(field=fills, usual=usual)
        remedy = _(
            "Leave out layer, or leave out fills: the answer is then saved beside its question."
        )
        table.wrong("layer", told, remedy)
    return layer


def _choices(table: FileTable) -> dict[str, Words] | None:
    if "choices" not in table.data:
        return None
    data = table.data["choices"]
    if isinstance(data, dict) and data:
        return {key: table.words("choices", value or {}) for key, value in data.items()}
    remedy = _("For example: choices.time = {example}").format(example=EXAMPLE)
    table.wrong("choices", _("choices is a table, one text for each choice"), remedy)
    return None


def _suits(
    table: FileTable, kind: str, fills: str | None, choices: dict[str, Words] | None
) -> None:
    if kind and fills and kind not in FILLS[fills]:
        problem = _("the field {field} is asked as {kinds}, not as {kind}")
        kinds = ", ".join(FILLS[fills])
        line = f'kind = "{FILLS[fills][0]}"'
        remedy = _("Write {line}, or leave out fills.").format(line=line)
        table.wrong("kind", problem.format(field=fills, kinds=kinds, kind=kind), remedy)
    if kind and not fills and "fills" not in table.data and kind not in (*ANSWERS, "missing"):
        fields = ", ".join(field for field, kinds in FILLS.items() if kind in kinds)
        problem = _("a question of the kind {kind} needs the key fills").format(kind=kind)
        table.wrong("kind", problem, _("It can fill: {fields}").format(fields=fields))
    if kind == "missing" and not choices and "choices" not in table.data:
        problem = _("a question of the kind missing needs the key choices")
        table.wrong("kind", problem, _("Or make it a question of the kind text."))


def _refuse_misplaced(
    stage: FileTable, question: Question, before: list[Question], position: int
) -> None:
    """Note a second core question of a stage, and one that follows what does not come before."""
    notes, spot = stage.notes, stage.spot._replace(question=position)
    if question.core and any(each.core for each in before):
        notes.add(
            spot, "core", stage.place, _("only one question may be core"), _("Keep it at one.")
        )
    if question.follows and question.follows not in [each.id for each in before]:
        problem = _("it follows {other}, which does not come before it in its stage")
        place = _("question {id}").format(id=question.id)
        remedy = _("Name a question of the same stage that comes before it.")
        notes.add(spot, "follows", place, problem.format(other=question.follows), remedy)


def _refuse_twice(top: FileTable, method: Method) -> None:
    """Note what stands there twice: one of the two would be lost."""
    stages: set[str] = set()
    questions: set[str] = set()
    filled: dict[str, str] = {}
    for at, stage in enumerate(method.stages):
        _once(top, stages, stage.id, _("the stages"), FilePosition(at))
        for place, question in enumerate(stage.questions):
            spot = FilePosition(at, place)
            _once(top, questions, question.id, _("the questions"), spot)
            if question.fills in filled and question.fills not in SEVERAL:
                problem = _("{field} is already filled by {other}")
                told = problem.format(field=question.fills, other=filled[question.fills])
                where = _("question {id}").format(id=question.id)
                remedy = _("Leave out fills: the answer is then saved beside its question.")
                top.notes.add(spot, "fills", where, told, remedy)
            filled.setdefault(question.fills or "", question.id)


def _once(top: FileTable, seen: set[str], one: str, what: str, spot: FilePosition) -> None:
    if one and one in seen:
        problem = _("{one} is there twice").format(one=one)
        top.notes.add(spot, "id", what, problem, _("Give it a different id."))
    seen.add(one)

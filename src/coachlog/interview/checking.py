"""Checks on a method that loads: missing texts, questions never asked, keys without effect."""

from collections.abc import Iterator

from coachlog.base.texts import LANGUAGES, Words, _
from coachlog.interview.file_table import write_line
from coachlog.interview.fills import FILLS
from coachlog.interview.method import Method, Question
from coachlog.interview.mistakes import FilePosition, Mistake, MistakeList


def mistakes_in(method: Method, text: str) -> list[Mistake]:
    """Return the mistakes in a *method* that loads, in line order; *text* is its file."""
    mistakes = MistakeList(text)
    languages = [language for language in LANGUAGES if language in method.name]
    _note_missing_languages(mistakes, FilePosition(), "about", "about", method.about, languages)
    for stage_index, stage in enumerate(method.stages):
        place = _("stage {id}").format(id=stage.id)
        _note_missing_languages(
            mistakes, FilePosition(stage_index), "name", place, stage.name, languages
        )
    earlier_questions: list[Question] = []
    for position, question in _positions(method):
        place = _("question {id}").format(id=question.id)
        _note_missing_languages(mistakes, position, "id", place, question.words, languages)
        if question.again:
            _note_missing_languages(mistakes, position, "again", place, question.again, languages)
        for words in (question.choices or {}).values():
            _note_missing_languages(mistakes, position, "choices", place, words, languages)
        _note_never_asked(mistakes, position, question, earlier_questions)
        if method.with_three and question.layer == "private":
            problem = _("with three at the table nothing private is asked")
            mistakes.add(position, "layer", place, problem, _("Remove it, or leave out layer."))
        _note_without_effect(mistakes, position, question)
        earlier_questions.append(question)
    return mistakes.in_order()


def advice_on(method: Method, text: str) -> list[Mistake]:
    """Return what is allowed but worth considering, in line order; *text* is the file."""
    mistakes = MistakeList(text)
    left_out = [language for language in LANGUAGES if language not in method.name]
    if left_out:
        problem = _("it has no {languages}").format(languages=", ".join(left_out))
        remedy = _("In another language, its questions are shown in a language it does have.")
        mistakes.add(FilePosition(), "name", "name", problem, remedy)
    for stage_index, stage in enumerate(method.stages):
        has_short_question = any(question.form == "short" for question in stage.questions)
        if not has_short_question:
            place = _("stage {id}").format(id=stage.id)
            problem = _("no question is core: the short form passes over it")
            remedy = write_line("core = true")
            mistakes.add(FilePosition(stage_index), "", place, problem, remedy)
    return mistakes.in_order()


def _positions(method: Method) -> Iterator[tuple[FilePosition, Question]]:
    """Yield each question with its position in the file."""
    for stage_index, stage in enumerate(method.stages):
        for question_index, question in enumerate(stage.questions):
            yield FilePosition(stage_index, question_index), question


def _note_missing_languages(
    mistakes: MistakeList,
    position: FilePosition,
    key: str,
    place: str,
    words: Words,
    languages: list[str],
) -> None:
    """Note each of the method's *languages* in which these *words* have no text."""
    for language in languages:
        if language not in words:
            problem = _("there is no text in {language}").format(language=language)
            line = f'{language} = "…"'
            mistakes.add(position, key, place, problem, _("Add: {line}").format(line=line))


def _note_never_asked(
    mistakes: MistakeList,
    position: FilePosition,
    question: Question,
    earlier_questions: list[Question],
) -> None:
    """Note a question for a part, such as `goal.why`, if none before it fills the whole: `goal`."""
    whole, _dot, part = (question.fills or "").partition(".")
    is_part_of_field = bool(part) and whole in FILLS
    if not is_part_of_field or any(q.fills == whole for q in earlier_questions):
        return
    place = _("question {id}").format(id=question.id)
    problem = _("no question before it fills {whole}, so it is never asked").format(whole=whole)
    line = f'fills = "{whole}"'
    remedy = _("Put a question before it with {line}").format(line=line)
    mistakes.add(position, "fills", place, problem, remedy)


def _note_without_effect(mistakes: MistakeList, position: FilePosition, question: Question) -> None:
    """Note each key that does nothing in a question of this kind."""
    without_effect = {
        "choices": question.choices and question.kind != "missing",
        "again": question.again and question.kind not in ("options", "lines"),
        "probe": question.probe,
    }
    for key, is_present in without_effect.items():
        if is_present:
            place = _("question {id}").format(id=question.id)
            problem = _("the key {key} has no effect in it").format(key=key)
            mistakes.add(position, key, place, problem, _("Remove it."))

"""A second look at a method that can be led: what would never be asked, or is only half written."""

from collections.abc import Iterator

from coachlog.base.texts import LANGUAGES, _
from coachlog.interview.fills import FILLS
from coachlog.interview.method import Method, Question, Words
from coachlog.interview.mistakes import FilePosition, Mistake, Notes


def mistakes_in(method: Method, text: str) -> list[Mistake]:
    """What has to be mended in a *method* that loads; *text* is its file."""
    notes = Notes(text)
    languages = [language for language in LANGUAGES if language in method.name]
    _lacking(notes, FilePosition(), "about", "about", method.about, languages)
    for at, stage in enumerate(method.stages):
        place = _("stage {id}").format(id=stage.id)
        _lacking(notes, FilePosition(at), "name", place, stage.name, languages)
    before: list[Question] = []
    for spot, question in _with_spots(method):
        place = _("question {id}").format(id=question.id)
        _lacking(notes, spot, "id", place, question.words, languages)
        if question.again:
            _lacking(notes, spot, "again", place, question.again, languages)
        for words in (question.choices or {}).values():
            _lacking(notes, spot, "choices", place, words, languages)
        _never_asked(notes, spot, question, before)
        if method.with_three and question.layer == "private":
            problem = _("with three at the table nothing private is asked")
            notes.add(spot, "layer", place, problem, _("Remove it, or leave out layer."))
        _without_effect(notes, spot, question)
        before.append(question)
    return notes.in_order()


def advice_on(method: Method, text: str) -> list[Mistake]:
    """What is allowed, and yet worth a thought."""
    notes = Notes(text)
    left_out = [language for language in LANGUAGES if language not in method.name]
    if left_out:
        problem = _("it has no {languages}").format(languages=", ".join(left_out))
        remedy = _("In another language, its questions are shown in a language it does have.")
        notes.add(FilePosition(), "name", "name", problem, remedy)
    for at, stage in enumerate(method.stages):
        if not any(question.form == "short" for question in stage.questions):
            place = _("stage {id}").format(id=stage.id)
            problem = _("no question is core: the short form passes over it")
            line = "core = true"
            remedy = _("Write {line}").format(line=line)
            notes.add(FilePosition(at), "", place, problem, remedy)
    return notes.in_order()


def _with_spots(method: Method) -> Iterator[tuple[FilePosition, Question]]:
    for at, stage in enumerate(method.stages):
        yield from ((FilePosition(at, place), each) for place, each in enumerate(stage.questions))


def _lacking(
    notes: Notes, spot: FilePosition, key: str, place: str, words: Words, languages: list[str]
) -> None:
    """Note a language that the method speaks elsewhere, and these *words* do not."""
    for language in languages:
        if language not in words:
            problem = _("there is no text in {language}").format(language=language)
            line = f'{language} = "…"'
            notes.add(spot, key, place, problem, _("Add: {line}").format(line=line))


def _never_asked(
    notes: Notes, spot: FilePosition, question: Question, before: list[Question]
) -> None:
    """Note a part that comes without its whole: there is nothing yet that it could belong to."""
    whole, _dot, part = (question.fills or "").partition(".")
    if not part or whole not in FILLS or any(each.fills == whole for each in before):
        return
    place = _("question {id}").format(id=question.id)
    problem = _("no question before it fills {whole}, so it is never asked").format(whole=whole)
    line = f'fills = "{whole}"'
    remedy = _("Put a question before it with {line}").format(line=line)
    notes.add(spot, "fills", place, problem, remedy)


def _without_effect(notes: Notes, spot: FilePosition, question: Question) -> None:
    """Note a key that does nothing in a question of this kind."""
    idle = {
        "choices": question.choices and question.kind != "missing",
        "again": question.again and question.kind not in ("options", "lines"),
        "probe": question.probe,
    }
    for key, there in idle.items():
        if there:
            place = _("question {id}").format(id=question.id)
            problem = _("the key {key} has no effect in it").format(key=key)
            notes.add(spot, key, place, problem, _("Remove it."))

"""Asks for talents and objectives: known ones by number, and new ones that may become records."""

from coachlog.base.errors import CoachlogError
from coachlog.base.texts import _, spoken
from coachlog.guide.list_questions import ask_lines
from coachlog.guide.question_context import AskContext
from coachlog.guide.questions import ask_parsed
from coachlog.interview.fills import Mention
from coachlog.interview.mentions import mention_line, mention_text, mentions_in
from coachlog.interview.method import Question
from coachlog.values import parse

OBJECTIVES = "objectives"
"""The field that names objectives; the others of this module name talents."""


def ask_mentions(
    context: AskContext, question: Question, earlier_answer: object
) -> list[Mention] | str | None:
    """Ask which talents or objectives there are; return them, each with whether it is kept.

    The number of a known one stands for its text. What stands after a colon tells where a talent
    shows.
    """
    if isinstance(earlier_answer, str) and question.kind == "text":  # from an option or a draft
        earlier_answer = mentions_in(earlier_answer)
    known = _show_known(context, question)
    lines = _ask_texts(context, question, earlier_answer, known)
    decided = {mention_line(mention): mention for mention in mentions_in(earlier_answer)}
    mentions: list[Mention] = []
    for line in dict.fromkeys(lines):
        mention = _mention(line, question, known)
        if "number" not in mention:
            keep = decided.get(line, {}).get("keep")
            answer = _ask_keep(context, question, mention) if keep is None else keep
            mention["keep"] = answer
        mentions.append(mention)
    return mentions or None


def _show_known(context: AskContext, question: Question) -> dict[int, str]:
    """Show the talents or objectives that the journal knows, with their numbers; return them."""
    situation = context.interview.situation
    facts = situation.objectives if question.fills == OBJECTIVES else situation.talents
    known = {fact.number: fact.text for fact in facts}
    for number, text in known.items():
        context.prompter.show(f"{number:>3}  {text}")
    if known:
        hint = _("Type the number of a known one, or write a new one.")
        context.prompter.show(hint, "quiet")
    return known


def _ask_texts(
    context: AskContext, question: Question, earlier_answer: object, known: dict[int, str]
) -> list[str]:
    """Ask for texts: one after the other, or several at one prompt where the kind is text."""

    def read(text: str) -> list[str]:
        return _texts_of(text, known)

    earlier_lines = [mention_line(mention) for mention in mentions_in(earlier_answer)]
    if question.kind == "lines":
        hint = spoken(question.again, context.interview.language) if question.again else ""
        return ask_lines(context, earlier_lines, hint, read, lines_of=read)
    return ask_parsed(context, read, earlier=mention_text(earlier_answer)) or earlier_lines


def _texts_of(typed: str, known: dict[int, str]) -> list[str]:
    """Return the lines that were typed; numbers alone are those of *known* talents or objectives.

    Raises BetweenError for a number that none of them has.
    """
    if known and parse.is_numbers(typed):
        names = [(text,) for text in known.values()]
        return [list(known.values())[index] for index in parse.picks(typed, names, list(known))]
    return [line for line in (parse.text(typed) or "").split("\n") if line.strip()]


def _mention(line: str, question: Question, known: dict[int, str]) -> Mention:
    """Return what a line names: a known one where the texts are the same."""
    text, _colon, shows = line.partition(": ") if question.fills != OBJECTIVES else (line, "", "")
    text = text.strip()
    number = next((n for n, name in known.items() if text.casefold() == name.casefold()), None)
    mention: Mention = {"text": text}
    if number is not None:
        mention["number"] = number
    if shows.strip():
        mention["shows"] = shows.strip()
    return mention


def _fits_a_line(text: str) -> bool:
    """Whether a text is short enough for a record; a whole story stays an answer."""
    try:
        parse.line(text)
    except CoachlogError:
        return False
    return True


def _ask_keep(context: AskContext, question: Question, mention: Mention) -> bool:
    """Ask whether a new talent or objective becomes a record; Enter is yes.

    With three at the table it is not asked: a record is for later.
    """
    interview = context.interview
    stage = interview.common.stage("keep")
    if stage is None or interview.situation.unseen or not _fits_a_line(mention["text"]):
        return False
    keep_question = stage.questions[1 if question.fills == OBJECTIVES else 0]
    words = interview.words(keep_question).replace("{text}", mention["text"])
    return context.ask_yes_no(words)

"""Asks what a list does not tell by itself: its headings, what it is, where its columns go."""

from collections.abc import Callable, Sequence

from coachlog.base.errors import StoppedError
from coachlog.base.safe import shorten, visible_line
from coachlog.base.texts import _
from coachlog.intake.tables import targets
from coachlog.intake.tables.cells import text_of
from coachlog.intake.tables.days import DMY, MDY, ORDERS
from coachlog.intake.tables.header import Header, header_from
from coachlog.intake.tables.layout_choice import (
    LEFT_OUT,
    Missing,
    find_target,
    noun_words,
    with_target,
)
from coachlog.intake.tables.mapping import Layout, ListColumn
from coachlog.intake.tables.sheet import ListSheet, Numbered
from coachlog.intake.tables.survey import UnclearOrder
from coachlog.terminal.context import context
from coachlog.terminal.prompter import Prompt, Prompter
from coachlog.terminal.prompters import make_prompter
from coachlog.values.choices import pick
from coachlog.values.codes import numbered
from coachlog.values.errors import NotListedError

_SHOWN = 8
_WIDTH = 70
_EXAMPLE = 30


class Asker:
    """Asks on the terminal; a command such as :stop ends the import."""

    def __init__(self) -> None:
        self._prompter: Prompter = make_prompter(context())

    def header(self, sheet: ListSheet, rows: Sequence[Numbered]) -> Header:
        """Show the first rows, and return the one that has the headings."""
        self._prompter.show(_("Which line has the names of the columns?"), "question")
        shown = rows[:_SHOWN]
        for number, cells in shown:
            texts = " | ".join(text for cell in cells if (text := text_of(cell)))
            self._prompter.show(f"{number:>4}  {shorten(visible_line(texts), _WIDTH)}")
        lines = [str(number) for number, _cells in shown]
        chosen = self._choose([[line] for line in lines], [int(line) for line in lines])
        return header_from(shown[chosen], rows)

    def noun(self) -> str:
        """Return what the records of a list are."""
        nouns = ("session", "coachee", "contact", "hours")
        self._prompter.show(_("What stands in each row?"), "question")
        names = [noun_words(noun) for noun in nouns]
        self._prompter.show(numbered(names))
        return nouns[self._choose([[name, noun] for name, noun in zip(names, nouns, strict=True)])]

    def order_of_days(self, unclear: UnclearOrder) -> str:
        """Return the order of day and month in a list."""
        question = _("“{text}” ({place}) only fits with the month first. How are days written?")
        text = unclear.found.month_first_text
        self._prompter.show(question.format(text=text, place=unclear.place), "question")
        names = [_("day first"), _("month first")]
        self._prompter.show(numbered(names))
        return ORDERS[self._choose([[names[0], DMY], [names[1], MDY]])]

    def unit(self, column: ListColumn) -> str:
        """Return the key of the target for a column of figures: minutes or hours."""
        question = _("Is “{column}” in minutes or in hours? ({examples})")
        examples = ", ".join(dict.fromkeys(map(text_of, column.sample[:5])))
        self._prompter.show(question.format(column=column.heading, examples=examples), "question")
        names = [_("in minutes"), _("in hours")]
        self._prompter.show(numbered(names))
        return ("minutes", "hours")[self._choose([[names[0]], [names[1]]])]

    def column_for(self, table: Layout, missing: Missing) -> Layout:
        """Return the list with a column for what each record needs."""
        columns = missing.candidates or tuple(
            each for each in table.columns if each.target is None and each.sample
        )
        if not columns:
            raise StoppedError
        question = _("Which column is “{label}”?").format(label=_(missing.label))
        self._prompter.show(question, "question")
        names = [each.heading for each in columns]
        self._prompter.show(numbered(_with_example(each) for each in columns))
        chosen = columns[self._choose([[name] for name in names])]
        return with_target(table, chosen.at, missing.key)

    def ask_whether_shared(self, table: Layout, column: ListColumn) -> Layout:
        """Ask whether words that others could read go where their heading says."""
        if column.suggested is None:
            return table
        question = _("Column “{column}”, for example: {example}").format(
            column=column.heading, example=_example(column)
        )
        self._prompter.show(question, "question")
        elsewhere = _("only for you") if targets.has_note(table.noun) else _("left out")
        shared = _("“{label}”, which the other person may read").format(
            label=_(column.suggested.label)
        )
        self._prompter.show(numbered([elsewhere, shared]))
        self._prompter.show(_("Enter: {offered}").format(offered=elsewhere), "quiet")
        is_shared = self._choose([[elsewhere], [shared]], enter=0) == 1
        if is_shared:
            return with_target(table, column.at, column.suggested.key)
        key = "note" if targets.has_note(table.noun) else LEFT_OUT
        return with_target(table, column.at, key)

    def overview(self, table: Layout) -> Layout:
        """Show where each column goes, and change those that are named by their number."""
        question = _("What goes where? Each row: {records}").format(records=noun_words(table.noun))
        while True:
            self._prompter.show(question, "question")
            shown = [each for each in table.columns if each.sample]
            for number, column in enumerate(shown, 1):
                line = f"{_with_example(column)} → {_target_in_words(table, column)}"
                self._prompter.show(f"{number:>4}  {line}")
            self._prompter.show(_("Enter: it is right. A number: change that column."), "quiet")
            chosen = self._choose([[each.heading] for each in shown], enter=-1)
            if chosen < 0:
                return table
            table = self._changed(table, shown[chosen])

    def _changed(self, table: Layout, column: ListColumn) -> Layout:
        """Ask where *column* goes, and return the list with that change."""
        known = targets.choices(table.noun)
        labels = [_(target.label) for target in known]
        question = _("Where does “{column}” go? - leaves it out.").format(column=column.heading)
        self._prompter.show(question, "question")
        self._prompter.show(numbered(labels))

        def key(typed: str) -> str:
            if typed.strip() in ("", LEFT_OUT):
                return LEFT_OUT
            if typed.strip().isdecimal():
                chosen = pick(typed, [[label] for label in labels])
                return known[chosen or 0].key
            return find_target(table.noun, typed).key

        return with_target(table, column.at, key(self._ask(key)))

    def _choose(
        self,
        names: Sequence[Sequence[str]],
        numbers: Sequence[int] | None = None,
        enter: int | None = None,
    ) -> int:
        """Return which of *names* is chosen; *enter* is what Enter alone means."""

        def chosen(typed: str) -> int:
            index = pick(typed, names, numbers)
            if index is not None:
                return index
            if enter is None:
                raise NotListedError(answer="", numbers=f"1-{len(names)}")
            return enter

        return chosen(self._ask(chosen))

    def _ask(self, check: Callable[[str], object]) -> str:
        answer = self._prompter.ask(Prompt(check=check))
        if not isinstance(answer, str):
            raise StoppedError
        return answer


def _with_example(column: ListColumn) -> str:
    return f"{column.heading} ({_example(column)})" if column.sample else column.heading


def _example(column: ListColumn) -> str:
    return shorten(visible_line(text_of(column.sample[0])), _EXAMPLE)


def _target_in_words(table: Layout, column: ListColumn) -> str:
    """Return where a column goes, in words."""
    if column.target:
        return _(column.target.label)
    if column.left or not targets.has_note(table.noun) or column.at == table.key:
        return _("left out")
    return _("only for you")

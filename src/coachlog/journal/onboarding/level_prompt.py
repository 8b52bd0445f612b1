"""Going through what a newcomer still has to learn, item by item, at the terminal."""

from collections.abc import Sequence

from coachlog.base.errors import StoppedError
from coachlog.base.texts import _, in_each_language
from coachlog.journal.onboarding import kit
from coachlog.journal.onboarding.levels import label_of
from coachlog.journal.onboarding.queries import ItemLine
from coachlog.schema.onboarding import LEVELS_OF, MOMENTS, TASKS, TICKS
from coachlog.terminal.prompt_commands import BACK, SKIP, STOP, Command, command_word
from coachlog.terminal.prompter import Prompt, Prompter
from coachlog.values import parse


def ask_levels(prompter: Prompter, lines: Sequence[ItemLine]) -> dict[int, str]:
    """Ask for the level of each item; return the levels by number of the item.

    Enter leaves an item as it is. Somebody who stops keeps what was answered.
    """
    levels: dict[int, str] = {}
    index = 0
    while index < len(lines):
        line = lines[index]
        is_first_of_moment = index == 0 or lines[index - 1].moment != line.moment
        if is_first_of_moment:
            prompter.show()
            prompter.show(_(MOMENTS[line.moment]), "heading")
        try:
            answer = _ask(prompter, line)
        except (StoppedError, KeyboardInterrupt):
            return levels
        if isinstance(answer, Command) and answer.name not in (BACK, SKIP):
            return levels
        if isinstance(answer, Command):
            index = max(index - 1, 0) if answer.name == BACK else index + 1
            continue
        codes = LEVELS_OF[line.task_of]
        level_index = parse.pick(answer, _names(codes))
        if level_index is not None:
            levels[line.number] = codes[level_index]
        index += 1
    return levels


def _ask(prompter: Prompter, line: ItemLine) -> str | Command:
    """Ask for the level of one item, with the keys that stand for those it has."""
    codes = LEVELS_OF[line.task_of]
    text = kit.item_text(line.item, line.text)
    prompter.show(f"{line.number}  {text}  ({_(TASKS[line.task_of])})", "question")
    keys = " · ".join(f"{index} {label_of(code)}" for index, code in enumerate(codes, 1))
    prompter.show(keys, "quiet")
    hints = (_("Enter: later"), command_word(BACK), command_word(STOP))
    help_text = " · ".join((f"1-{len(codes)}", *hints))

    def check(typed: str) -> int | None:
        return parse.pick(typed, _names(codes))

    return prompter.ask(Prompt(check=check, help=help_text, asks_back=False))


def _names(codes: Sequence[str]) -> list[tuple[str, ...]]:
    """Return for each level its code and what it is called, in any language."""
    return [(code, *in_each_language(TICKS[code])) for code in codes]

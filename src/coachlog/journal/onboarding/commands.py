"""The checklist of a newcomer on the command line: shown, an item removed, a charter signed."""

from typing import Annotated

import typer

from coachlog.base.errors import MissingAnswersError, RefusedError
from coachlog.base.texts import N_, _
from coachlog.journal.coachee.lookup import find
from coachlog.journal.coachee.queries import line as coachee_line
from coachlog.journal.common.columns import columns
from coachlog.journal.common.numbered import remove_numbered, title_of
from coachlog.journal.onboarding import kit, queries
from coachlog.journal.onboarding.level_prompt import ask_levels
from coachlog.journal.onboarding.levels import OPEN, find_items, label_of, level_of, split_level
from coachlog.journal.onboarding.page import Checklist, overview, page
from coachlog.journal.onboarding.queries import ItemLine
from coachlog.schema.onboarding import ONBOARDING
from coachlog.terminal.command_options import Yes
from coachlog.terminal.context import Context, context, hint, say
from coachlog.terminal.output import AsCsv, AsJson, MaybeWho, On, OutputFormat, Who, show_list
from coachlog.terminal.prompters import make_prompter
from coachlog.terminal.whole_page import show_whole

COLUMNS = columns(
    ONBOARDING, "coachee", "moment", "text", "task_of", ("level", 2), ("ticked_on", 3)
)
NOT_YET = N_("There is no checklist yet. Make one: {command}")
NONE_YET = N_("There are no newcomers now. Start with one: {command}")


def list_(who: MaybeWho = None, as_json: AsJson = False, as_csv: AsCsv = False) -> None:
    """Show the checklist of a newcomer: what is still to do first, by moment.

    coachlog onboarding list jonas
    """
    run, output = context(), OutputFormat(as_json, as_csv)
    with run.reader() as reader:
        if who:
            trajectories = [queries.trajectory_of(reader, find(reader, who))]
        else:
            trajectories = queries.active_trajectories(reader)
        checklists = [
            Checklist(
                trajectory,
                coachee_line(reader, trajectory.coachee).name,
                queries.of_trajectory(reader, trajectory.number),
            )
            for trajectory in trajectories
        ]
        checklists = [checklist for checklist in checklists if checklist.items]
    is_page = (run.rich or run.aloud or run.options.plain) and not (as_json or as_csv)
    if is_page and checklists:
        is_one = len(checklists) == 1
        show_whole(run, page(checklists[0], run.today) if is_one else overview(checklists))
        return
    items = [item for checklist in checklists for item in checklist.items]
    empty = _(NOT_YET if who else NONE_YET).format(
        command=hint(f"onboarding start {who or ''}".strip())
    )
    show_list(run, output, ItemLine._fields, items, COLUMNS, empty)


def tick(
    who: Who,
    item: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[ITEM]...",
            help=N_(
                "The number of an item, or words of it; then shown, understood or can_apply for"
                " what the buddy shows, done for a task of others, not_applicable, or open to take"
                " a tick back. Without a level: can_apply or done."
            ),
        ),
    ] = None,
    on: On = None,
) -> None:
    """Note what was shown, understood or can be applied, or done; without ITEM, ask one by one.

    coachlog onboarding tick jonas 5 understood
    """
    run = context()
    day = run.past_day(on)
    with run.reader() as reader:
        person = find(reader, who)
        trajectory = queries.trajectory_of(reader, person)
        lines = queries.of_trajectory(reader, trajectory.number)
    levels = _typed_levels(lines, item) if item else _asked_levels(run, lines, person.name)
    with run.work("onboarding tick") as work:
        for number, level in levels.items():
            queries.tick(work, number, None if level == OPEN else level, day)
    for line in lines:
        if line.number in levels:
            say(_ticked(line, levels[line.number]))
    say("  " + hint(f"onboarding list {person.handle}"))


def _typed_levels(lines: list[ItemLine], words: list[str]) -> dict[int, str]:
    """Return the level of each item that was typed, by its number."""
    typed = split_level(words)
    found_items = find_items(lines, typed.items)
    if not found_items:
        raise MissingAnswersError(["ITEM"])
    return {line.number: level_of(line, typed.level) for line in found_items}


def _asked_levels(run: Context, lines: list[ItemLine], name: str) -> dict[int, str]:
    """Return the levels that are given for what is still to do; raises MissingAnswersError."""
    if not run.interactive:
        raise MissingAnswersError(["ITEM"])
    open_lines = [line for line in lines if line.level is None]
    if not open_lines:
        say(_("Nothing is still to do for {name}.").format(name=name))
    return ask_levels(make_prompter(run), open_lines) if open_lines else {}


def _ticked(line: ItemLine, level: str) -> str:
    """Return what was noted about an item, in words."""
    text = kit.item_text(line.item, line.text)
    return _("{n}  {text}: {level}").format(n=line.number, text=text, level=label_of(level))


def remove(
    who: Who,
    item: Annotated[
        list[str], typer.Argument(metavar="ITEM...", help=N_("Its number, or words of it."))
    ],
    yes: Yes = False,
) -> None:
    """Remove an item of your own from a checklist.

    coachlog onboarding remove jonas 22 --yes
    """
    with context().reader() as reader:
        person = find(reader, who)
        trajectory = queries.trajectory_of(reader, person)
        found_items = find_items(queries.of_trajectory(reader, trajectory.number), " ".join(item))
    if len(found_items) != 1:
        raise RefusedError(
            N_("One item is removed at a time."), N_("Give its number: it stands in the list.")
        )
    line = found_items[0]
    if line.item:
        raise RefusedError(
            N_("Item {number} is not one of your own, so it stays."),
            N_("It does not apply? coachlog onboarding tick {who} {number} not_applicable"),
            number=line.number,
            who=person.handle,
        )
    remove_numbered("onboarding", line, title_of(ONBOARDING, line), yes)

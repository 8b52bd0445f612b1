"""One conversation on a terminal, in a pipe, as JSON and as CSV."""

import sys

from coachlog.journal.coachee.queries import line as coachee_line
from coachlog.journal.goal import queries as goals
from coachlog.journal.session import queries
from coachlog.journal.session.conversation import conversation
from coachlog.journal.session.page import facts, sections
from coachlog.safe import visible_line
from coachlog.terminal.context import Context
from coachlog.terminal.output import BothFormatsError, Wish, show_json
from coachlog.texts import _, language


def show_one(context: Context, number: int, wish: Wish) -> None:
    """Print conversation *number*; raises SessionNotFoundError."""
    if wish.json and wish.csv:
        raise BothFormatsError
    with context.reader() as reader:
        if wish.csv:
            from coachlog.exchange.out.csv import write

            write(sys.stdout, queries.SessionLine._fields, [queries.line(reader, number)])
            return
        kept = conversation(reader, number)
        if wish.json:
            show_json(kept)
            return
        name = coachee_line(reader, kept["coachee"]).name
        known = {goal.number: goal.statement for goal in goals.goals(reader, kept["coachee"])}
    parts = sections(kept, language(), known)
    title = _("Conversation {n} with {name}").format(n=number, name=name)
    if context.rich:
        from coachlog.render.page import print_page

        print_page(title, facts(kept, language()), parts)
        return
    sys.stdout.write(f"{visible_line(title)}\n{visible_line(facts(kept, language()))}\n")
    for part in parts:
        for label, text in part.lines:
            sys.stdout.write(
                "\t".join((part.title, part.layer, visible_line(label), visible_line(text))) + "\n"
            )

"""Parked topics on the command line: lists, one topic, dropping and removing."""

from typing import TYPE_CHECKING, Any

from coachlog.base.errors import RefusedError
from coachlog.base.texts import N_
from coachlog.journal.common.close import Closing, close_command
from coachlog.journal.common.columns import columns
from coachlog.journal.common.list_command import list_command
from coachlog.journal.common.numbered import remove_command
from coachlog.journal.common.show import show_command
from coachlog.journal.topic.queries import TAKEN_UP, TOPICS
from coachlog.schema.topic import TOPIC

if TYPE_CHECKING:
    from coachlog.store.work import Work

COLUMNS = columns(TOPIC, "coachee", "text", ("parked_on", 2), ("status", 2))
DROP = Closing(
    "topic drop",
    TOPICS,
    "dropped",
    N_("Topic {n} is dropped."),
    N_("Topic {n} was already dropped."),
    "topic list",
)


@list_command(
    TOPIC,
    TOPICS,
    COLUMNS,
    N_("No topics yet."),
    none_match=N_("No topic with that status."),
    helps={"status": N_("parked, taken_up or dropped.")},
)
def list_() -> None:
    """List topics, waiting ones first.

    coachlog topic list --coachee amina
    """


@show_command(TOPIC, TOPICS)
def show() -> None:
    """Show one topic.

    coachlog topic show 1
    """


def unless_discussed(work: "Work", topic: dict[str, Any]) -> dict[str, object]:
    """Return no extra values; raises RefusedError for a topic that a conversation discussed."""
    line = TOPICS.one(work, topic["number"])
    if line.taken_up_in:
        raise RefusedError(*TAKEN_UP, number=line.number, session=line.taken_up_in)
    return {}


@close_command(DROP, unless_discussed)
def drop() -> None:
    """Mark a topic as no longer needed.

    coachlog topic drop 1
    """


@remove_command(TOPIC, TOPICS)
def remove() -> None:
    """Remove a topic.

    coachlog topic remove 1 --yes
    """

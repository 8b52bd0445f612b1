"""All tables of records, by name: what a column is called, and the words for what it holds."""

from collections.abc import Mapping

from coachlog.schema.action import ACTION, CONFIDENCE, REVIEW
from coachlog.schema.coachee import COACHEE, CONSENT, FORMER_HANDLE
from coachlog.schema.field import BY_ROW, PRIVATE, SHARED, Field, Table
from coachlog.schema.goal import GOAL, GOAL_LEVEL, GOAL_SCORE
from coachlog.schema.growth import GROWTH
from coachlog.schema.objective import GOAL_OBJECTIVE, OBJECTIVE
from coachlog.schema.observation import OBSERVATION
from coachlog.schema.release import RELEASE
from coachlog.schema.session import ANSWER, COMMUNICATION, OPTION, SESSION
from coachlog.schema.talent import GOAL_TALENT, TALENT
from coachlog.schema.topic import TOPIC
from coachlog.schema.trajectory import TRAJECTORY, TRAJECTORY_THEME
from coachlog.schema.workability import GOAL_LENS, WORKABILITY

TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        COACHEE,
        SESSION,
        GOAL,
        ACTION,
        TOPIC,
        TALENT,
        TRAJECTORY,
        GOAL_SCORE,
        OPTION,
        ANSWER,
        RELEASE,
        FORMER_HANDLE,
        OBJECTIVE,
        OBSERVATION,
        WORKABILITY,
        GROWTH,
        GOAL_LEVEL,
        GOAL_OBJECTIVE,
        GOAL_TALENT,
        GOAL_LENS,
        REVIEW,
        CONFIDENCE,
        COMMUNICATION,
        CONSENT,
        TRAJECTORY_THEME,
    )
}
"""What matters most to people first."""


def find(table: str, column: str) -> Field | None:
    """The description of a column; None where nothing is described by that name."""
    return TABLES[table].find(column) if table in TABLES else None


def label(table: str, column: str) -> str:
    """What *column* of *table* is called, not translated yet; the column where nobody meets it."""
    found = find(table, column)
    return (found and found.label) or column


def words(table: str, column: str) -> Mapping[str, str]:
    """What people read for the codes of an enumeration; empty for any other column."""
    found = find(table, column)
    return found.words if found else {}


def searched(*layers: str) -> dict[str, tuple[str, ...]]:
    """By table, the columns of these layers whose words are found; no table without any."""
    found = {name: table.searched(*layers) for name, table in TABLES.items()}
    return {name: columns for name, columns in found.items() if columns}


SEARCHED_SHARED = searched(SHARED, BY_ROW)
SEARCHED_PRIVATE = searched(PRIVATE)

"""All tables of records, by name: what a column is called, and the words for what it holds."""

from collections.abc import Mapping

from coachlog.schema.action import ACTION, CONFIDENCE, REVIEW
from coachlog.schema.coachee import COACHEE, FORMER_HANDLE
from coachlog.schema.consent import CONSENT
from coachlog.schema.contact import CONTACT
from coachlog.schema.correction import CORRECTION
from coachlog.schema.field import BY_ROW, PRIVATE, SHARED, Field, Table
from coachlog.schema.goal import GOAL, GOAL_LEVEL, GOAL_SCORE
from coachlog.schema.growth import GROWTH, SELF_RATING
from coachlog.schema.hours import HOURS
from coachlog.schema.network import NETWORK, NETWORK_MEMBER
from coachlog.schema.network_case import NETWORK_ADVICE, NETWORK_CASE
from coachlog.schema.network_meeting import NETWORK_MEETING, NETWORK_PRESENCE, NETWORK_USE
from coachlog.schema.objective import GOAL_OBJECTIVE, OBJECTIVE
from coachlog.schema.observation import OBSERVATION
from coachlog.schema.onboarding import ONBOARDING
from coachlog.schema.origin import ORIGIN
from coachlog.schema.referral import REFERRAL
from coachlog.schema.release import RELEASE
from coachlog.schema.request import REQUEST
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
        HOURS,
        GOAL_LEVEL,
        GOAL_OBJECTIVE,
        GOAL_TALENT,
        GOAL_LENS,
        REVIEW,
        CONFIDENCE,
        COMMUNICATION,
        CONSENT,
        REQUEST,
        CORRECTION,
        TRAJECTORY_THEME,
        CONTACT,
        REFERRAL,
        ONBOARDING,
        SELF_RATING,
        NETWORK,
        NETWORK_MEMBER,
        NETWORK_MEETING,
        NETWORK_PRESENCE,
        NETWORK_USE,
        NETWORK_CASE,
        NETWORK_ADVICE,
        ORIGIN,
    )
}
"""What matters most to people first."""


def find(table: str, column: str) -> Field | None:
    """Return the description of a column; None where nothing is described by that name."""
    return TABLES[table].find(column) if table in TABLES else None


def label(table: str, column: str) -> str:
    """Return what people call *column* of *table*, not translated yet.

    Return the name of the column itself where it has no label, as people never see it.
    """
    field = find(table, column)
    if field is None or not field.label:
        return column
    return field.label


def words(table: str, column: str) -> Mapping[str, str]:
    """Return what people read for each code of an enumeration; empty for any other column."""
    field = find(table, column)
    return field.words if field else {}


def searched(*layers: str) -> dict[str, tuple[str, ...]]:
    """Return the columns of these layers that search finds words in, by table.

    Tables without such columns are left out.
    """
    columns_by_table = {name: table.searched(*layers) for name, table in TABLES.items()}
    return {name: columns for name, columns in columns_by_table.items() if columns}


SEARCHED_SHARED = searched(SHARED, BY_ROW)
SEARCHED_PRIVATE = searched(PRIVATE)

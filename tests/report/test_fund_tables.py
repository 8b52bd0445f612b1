"""No reader of a report to the fund, knowing its rule, can tell a group of one to four.

Tried out in full: every world that there can be of so many people, through the function that makes
the report. Worlds that look the same to a reader are one to that reader. A group is given away
where it has the same size, one to four, in each of them. A group is any there can be: of those with
a theme, with this one or that one, with two at once, with none.
"""

from functools import cache
from itertools import combinations, permutations

import pytest

from coachlog.journal.trajectory.fund import USUAL
from coachlog.report.fund.counts import MANY, flag_of, people_and_goals

NUMBERS = range(5, 15)
SMALL = range(1, 5)
ONE_AREA = ("coaching_mentoring", "coach_training", "learning_networks")
THREE_AREAS = ("coaching_mentoring", "career_support", "motivating_leadership")
AREAS = ("work", "health", "career")
KINDS = tuple(map(flag_of, ("coaching", "onboarding")))
ONCE = [frozenset({kind, theme}) for kind in KINDS for theme in THREE_AREAS[:2]]


def mixes(words, *sizes):
    """What somebody may have: so many of *words*."""
    return tuple(frozenset(some) for n in sizes for some in combinations(words, n))


def parts(patterns):
    """Every knowledge of what there may be: two and more of *patterns*."""
    several = range(2, len(patterns) + 1)
    return [some for n in several for some in combinations(patterns, n)]


def worlds(number, places):
    """Every way in which *number* people can be in so many places."""
    if places == 1:
        yield (number,)
        return
    for first in range(number + 1):
        for rest in worlds(number - first, places - 1):
            yield (first, *rest)


@cache
def told(people, goals=()):
    """What a report says about people and goals, which are patterns and how many have each."""
    lines = people_and_goals(USUAL, 2026, spread(people), spread(goals))
    return {each.id: (each.people, each.goals) for each in lines}


def spread(counted):
    return [pattern for pattern, n in counted for _ in range(n)]


def seen(patterns, number):
    """Each world of so many people, and what a reader sees of it."""
    for world in worlds(number, len(patterns)):
        people = tuple((pattern, n) for pattern, n in zip(patterns, world, strict=True) if n)
        yield tuple(told(people).values()), world


def seen_where_words_change_places(words, sizes, number):
    """The same for *words* that the report treats alike: one world tells of all it turns into."""
    patterns = mixes(words, *sizes)
    turns = [
        [patterns.index(frozenset(turned[words.index(word)] for word in each)) for each in patterns]
        for turned in permutations(words)
    ]
    orders = [[words.index(word) for word in turned] for turned in permutations(words)]
    for world in worlds(number, len(patterns)):
        first = max(range(len(turns)), key=lambda turn: [world[place] for place in turns[turn]])
        turned = [world[place] for place in turns[first]]
        pairs = zip(patterns, turned, strict=True)
        found = told(tuple((pattern, n) for pattern, n in pairs if n))
        yield tuple(found[words[orders[first].index(n)]] for n in range(len(words))), world


def given_away(found, places):
    """The groups that have one size of one to four in all worlds that look alike."""
    groups = [which for n in range(1, places) for which in combinations(range(places), n)]
    left = {}
    for looks, world in found:
        if looks not in left:
            sizes = [(group, size(world, group)) for group in groups]
            left[looks] = {group: n for group, n in sizes if n in SMALL}
        elif left[looks]:
            left[looks] = {group: n for group, n in left[looks].items() if size(world, group) == n}
    assert len(left) > 1, "a report that tells nothing gives nothing away"
    return {looks: groups for looks, groups in left.items() if groups}


def size(world, group):
    return sum(world[place] for place in group)


OF_THREE = [(sizes, number) for sizes in ((1,), (0, 1), (2, 3), (1, 2, 3)) for number in NUMBERS]
MANY_WORLDS = [((1, 2, 3), number) for number in NUMBERS if number > 11]


@pytest.mark.parametrize(
    ("sizes", "number"),
    [
        pytest.param(*each, marks=pytest.mark.nightly if each in MANY_WORLDS else ())
        for each in OF_THREE
    ],
    ids=str,
)
def test_of_three_themes_of_an_area_no_group_under_five_can_be_told(number, sizes):
    found = seen_where_words_change_places(ONE_AREA, sizes, number)

    assert given_away(found, len(mixes(ONE_AREA, *sizes))) == {}


@pytest.mark.parametrize(
    ("sizes", "numbers"), [((1,), NUMBERS), ((0, 1), NUMBERS), ((1, 2, 3), (6, 11))], ids=str
)
def test_of_three_areas_no_group_under_five_can_be_told(sizes, numbers):
    for number in numbers:
        found = seen_where_words_change_places(AREAS, sizes, number)

        assert given_away(found, len(mixes(AREAS, *sizes))) == {}


@pytest.mark.parametrize("patterns", [mixes(THREE_AREAS, 1), mixes(THREE_AREAS, 0, 1)], ids=len)
def test_of_themes_of_three_areas_no_group_under_five_can_be_told(patterns):
    """Areas, and the themes below them, are two tables about the same people."""
    for number in NUMBERS:
        assert given_away(seen(patterns, number), len(patterns)) == {}


@pytest.mark.parametrize("patterns", parts(ONCE), ids=len)
def test_kinds_and_themes_together_give_no_group_under_five_away(patterns):
    """Everybody knows that a peter or meter is there for coaching and mentoring."""
    for number in NUMBERS:
        assert given_away(seen(patterns, number), len(patterns)) == {}


@pytest.mark.parametrize("number", [MANY, MANY + 1, MANY + 3])
def test_where_exact_areas_are_told_they_give_no_group_under_five_away(number):
    patterns = mixes(AREAS[:2], 0, 1, 2)

    assert given_away(seen(patterns, number), len(patterns)) == {}
    assert {"work+career", "work+health"} <= {*told(((patterns[0], number),))}


def test_people_with_a_goal_and_without_are_no_group_under_five():
    """Whoever knows that each has one goal at most reads people in the number of goals."""
    patterns = [(theme, aims) for theme in mixes(THREE_AREAS[:2], 1) for aims in (0, 1)]
    for known in parts(patterns):
        for number in range(5, 13):
            assert given_away(with_aims(known, number), len(known)) == {}


def with_aims(patterns, number):
    """Each world, where somebody has a theme and so many goals in it, and what is seen of it."""
    for world in worlds(number, len(patterns)):
        people, goals = {}, {}
        for (theme, aims), n in zip(patterns, world, strict=True):
            people[theme] = people.get(theme, 0) + n
            goals[theme] = goals.get(theme, 0) + aims * n
        yield tuple(told((*people.items(),), (*goals.items(),)).values()), world

"""What methods, stages and questions are called, in the language of the run.

The files of all methods are read only where a record names one.
"""

from collections.abc import Iterable

from coachlog import settings
from coachlog.base.texts import language


def titles(methods: Iterable[str | None]) -> dict[str, str]:
    """What each of these *methods* is called, by its id."""
    wanted = {each for each in methods if each}
    if not wanted:
        return {}
    from coachlog.interview import names  # it reads files

    own = settings.own_methods()
    return {each: names.title(each, language(), own) for each in wanted}


def questions() -> dict[str, str]:
    """What each question of all methods asks, by its id."""
    from coachlog.interview import names  # as above

    return names.questions(language(), settings.own_methods())


def stage_names() -> list[str]:
    """The stages of all methods, built in and of the coach's own."""
    from coachlog.interview import names  # as above

    return names.stage_names(settings.own_methods())

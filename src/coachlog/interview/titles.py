"""The names of methods, stages and questions in the language of this run.

Method files are read only if there is something to name.
"""

from collections.abc import Iterable

from coachlog import settings
from coachlog.base.texts import language


def titles(methods: Iterable[str | None]) -> dict[str, str]:
    """Return the titles of these *methods* by id; None and "" are left out."""
    ids = {method for method in methods if method}
    if not ids:
        return {}
    from coachlog.interview import names  # it reads files

    own = settings.own_methods()
    return {id_: names.title(id_, language(), own) for id_ in ids}


def questions() -> dict[str, str]:
    """Return the words of all questions of all methods, by id."""
    from coachlog.interview import names  # as above

    return names.questions(language(), settings.own_methods())


def stage_names() -> list[str]:
    """Return the stage ids of all methods, built in and the coach's own."""
    from coachlog.interview import names  # as above

    return names.stage_names(settings.own_methods())

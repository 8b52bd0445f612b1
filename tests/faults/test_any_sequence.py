"""Any sequence of commands: the journal is always what they say, whatever was undone or restored.

A model of the journal goes along: the records, what undo and redo would bring, what each backup
holds. By default a few short sequences; `COACHLOG_SEQUENCES=200` tries so many long ones.
"""

import itertools
import json
import os
import shutil
import signal
import tempfile
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from hypothesis import settings, strategies
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from coachlog.store.bare import Connection
from tests.conftest import Program, Result, no_accident
from tests.within import within

SEQUENCES = int(os.environ.get("COACHLOG_SEQUENCES", "0"))
pick = strategies.integers(0, 1000)


@dataclass(frozen=True)
class Records:
    """What the journal holds: people, talks, goals with their score, actions with their state."""

    people: frozenset[str] = frozenset()
    talks: frozenset[tuple[str, str]] = frozenset()
    goals: frozenset[tuple[str, str, int | None]] = frozenset()
    actions: frozenset[tuple[str, str, str]] = frozenset()

    def without(self, person: str) -> "Records":
        """The same once *person* was removed with all that is about them."""
        return Records(
            self.people - {person},
            frozenset(each for each in self.talks if each[0] != person),
            frozenset(each for each in self.goals if each[0] != person),
            frozenset(each for each in self.actions if each[0] != person),
        )


def without_steps(records: list[Records], person: str) -> list[Records]:
    """Return the records after each other without *person*, and without the steps that did more."""
    return [each for each, _same in itertools.groupby(each.without(person) for each in records)]


@dataclass(frozen=True)
class State:
    """A journal with what undo brings back, and then redo; the newest is last."""

    now: Records = field(default_factory=Records)
    past: tuple[Records, ...] = ()
    future: tuple[Records, ...] = ()

    def after(self, now: Records) -> "State":
        """The state after a step that led to *now*."""
        return State(now, (*self.past, self.now))

    def undone(self) -> "State":
        """The state after the last step was undone."""
        return State(self.past[-1], self.past[:-1], (*self.future, self.now))

    def erased(self, person: str) -> "State":
        """The state once *person* was erased: their steps are no steps any more."""
        past = without_steps([*self.past, self.now], person)
        future = without_steps([self.now, *reversed(self.future)], person)
        return State(past[-1], tuple(past[:-1]), tuple(reversed(future[1:])))

    def redone(self) -> "State":
        """The state after what was last undone is done again."""
        return State(self.future[-1], (*self.past, self.now), self.future[:-1])


def kill_before(statements: int) -> None:
    """Have this process end at once, as by kill -9, before the n-th statement from here on."""
    left = itertools.count(statements - 1, -1)
    execute = Connection.execute

    def counted(*arguments: Any) -> Any:
        if next(left) <= 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return execute(*arguments)

    Connection.execute = counted  # type: ignore[method-assign]


class AnySequence(RuleBasedStateMachine):
    """Commands in any order, with a model beside them."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="sequence-"))
        self.program = Program(self.folder)
        self.program.config.touch()
        self.state = State()
        self.program.environment["COACHLOG_KEY_FILE"] = str(self.folder / "key.txt")
        (self.folder / "key.txt").write_text("ab" * 32, encoding="utf-8")
        self.is_protected = False
        self.backups: dict[int, State] = {}
        self.count = 0

    def teardown(self) -> None:
        """Leave nothing behind."""
        shutil.rmtree(self.folder)

    def run(self, *words: object, given: str = "") -> Result:
        """Run a command that has to end well."""
        told = within(self.program.environment, self.folder, *map(str, words), given=given)
        result = no_accident(Result(*told))
        assert result.code == 0, (words, result.err)
        return result

    def listed(self, noun: str) -> list[dict[str, Any]]:
        """The lines of a list."""
        return list(json.loads(self.run(noun, "list", "--limit", 0, "--json").out))

    def records(self) -> Records:
        """What the journal says of itself."""
        return Records(
            frozenset(line["handle"] for line in self.listed("coachee")),
            frozenset((line["coachee"], line["topic"]) for line in self.listed("session")),
            frozenset(
                (line["coachee"], line["statement"], line["score"]) for line in self.listed("goal")
            ),
            frozenset(
                (line["coachee"], line["what"], line["status"]) for line in self.listed("action")
            ),
        )

    def step(self, now: Records, *words: object) -> None:
        """Do what leads to *now*."""
        self.run(*words)
        self.state = self.state.after(now)

    def new_word(self, kind: str) -> str:
        """A word that stands nowhere yet."""
        self.count += 1
        return f"{kind}{self.count}"

    @initialize()
    def first(self) -> None:
        """Have somebody to talk with."""
        self.add_person()

    @rule()
    def add_person(self) -> None:
        now, name = self.state.now, self.new_word("p")
        self.step(replace(now, people=now.people | {name}), "coachee", "new", "--name", name)

    @precondition(lambda self: self.state.now.people)
    @rule(which=pick)
    def talk(self, which: int) -> None:
        person, topic, goal = self.one(self.state.now.people, which), *map(self.new_word, "tg")
        self.step(
            replace(
                self.state.now,
                talks=self.state.now.talks | {(person, topic)},
                goals=self.state.now.goals | {(person, goal, 3)},
            ),
            *("session", "new", "--coachee", person, "--topic", topic),
            *("--goal", goal, "--score", 3),
        )

    @precondition(lambda self: self.state.now.goals)
    @rule(which=pick, figure=strategies.integers(0, 10))
    def score(self, which: int, figure: int) -> None:
        goal = self.one(self.state.now.goals, which)
        goals = self.state.now.goals - {goal} | {(*goal[:2], figure)}
        number = self.number_of("goal", statement=goal[1])
        self.step(replace(self.state.now, goals=goals), "goal", "score", number, figure)

    @precondition(lambda self: self.state.now.people)
    @rule(which=pick)
    def agree(self, which: int) -> None:
        person, what = self.one(self.state.now.people, which), self.new_word("w")
        actions = self.state.now.actions | {(person, what, "open")}
        words = ("action", "new", "--coachee", person, "--what", what)
        self.step(replace(self.state.now, actions=actions), *words)

    @precondition(lambda self: any(each[2] == "open" for each in self.state.now.actions))
    @rule(which=pick)
    def finish(self, which: int) -> None:
        still_open = {each for each in self.state.now.actions if each[2] == "open"}
        action = self.one(still_open, which)
        actions = self.state.now.actions - {action} | {(*action[:2], "done")}
        number = self.number_of("action", what=action[1])
        self.step(replace(self.state.now, actions=actions), "action", "done", number)

    @precondition(lambda self: self.state.now.people)
    @rule(which=pick)
    def remove(self, which: int) -> None:
        person = self.one(self.state.now.people, which)
        self.step(self.state.now.without(person), "coachee", "remove", person, "--yes")

    @precondition(lambda self: self.state.past)
    @rule()
    def undo(self) -> None:
        self.run("undo", "--yes")
        self.state = self.state.undone()

    @precondition(lambda self: self.state.future)
    @rule()
    def redo(self) -> None:
        self.run("redo")
        self.state = self.state.redone()

    @precondition(lambda self: self.state.now.people)
    @rule(which=pick)
    def erase(self, which: int) -> None:
        """Somebody is gone, from the history and from each backup too."""
        person = self.one(self.state.now.people, which)
        self.run("erase", person, "--yes", "--mentions", "rewrite", "--no-hours")
        self.state = self.state.erased(person)
        self.backups = {n: state.erased(person) for n, state in self.backups.items()}

    @precondition(lambda self: self.state.past)
    @rule()
    def protect_or_not(self) -> None:
        """The same journal, in another form."""
        words = ("unprotect", "--yes") if self.is_protected else ("protect", "--yes")
        self.run(*words)
        self.is_protected = not self.is_protected
        is_plain = self.program.store.read_bytes().startswith(b"SQLite format 3")
        assert is_plain != self.is_protected

    @precondition(lambda self: self.state.past)
    @rule()
    def take_along(self) -> None:
        """Take all of it out, and into an empty journal: that one gives the same."""
        journal = self.run("export", "journal").out
        elsewhere = ("--store", self.folder / "elsewhere.sqlite")
        self.run(*elsewhere, "--new-journal", "import", "-", given=journal)
        again = self.run(*elsewhere, "export", "journal").out
        assert again.splitlines()[1:] == journal.splitlines()[1:]
        told = json.loads(self.run("import", "-", "--json", given=journal).out)[0]
        assert told["new"] | told["changed"] == {}
        assert told["told"] == []
        for file in self.folder.glob("elsewhere.sqlite*"):
            shutil.rmtree(file) if file.is_dir() else file.unlink()

    @precondition(lambda self: self.state.past)
    @rule()
    def back_up(self) -> None:
        self.run("backup", "now")
        self.note_newest_backup()

    @precondition(lambda self: self.backups)
    @rule(which=pick)
    def restore(self, which: int) -> None:
        """Whatever is put back: the journal that was there is a backup then."""
        number = self.one([line["number"] for line in self.listed_backups()], which)
        self.run("restore", number, "--yes")
        self.note_newest_backup()
        self.state = self.backups[number]

    @rule(which=pick, statements=strategies.integers(1, 90))
    def be_killed(self, which: int, statements: int) -> None:
        """A program is killed: it has done its step or nothing of it, and is done if it ended."""
        now, name = self.state.now, self.new_word("p")
        words: tuple[str, ...] = ("coachee", "new", "--name", name)
        after = self.state.after(replace(now, people=now.people | {name}))
        if which % 3 == 1 and self.state.past:
            words, after = ("undo", "--yes"), self.state.undone()
        elif which % 3 == 2 and now.people:
            person = self.one(now.people, which)
            words = ("coachee", "remove", person, "--yes")
            after = self.state.after(now.without(person))
        has_ended = self.ends(statements, *words)
        found = self.records()
        assert found in (self.state.now, after.now)
        assert not has_ended or found == after.now
        if found == after.now:
            self.state = after

    def ends(self, statements: int, *words: str) -> bool:
        """Run a command that is killed before so many statements; whether it ended before that."""
        number = os.fork()
        if not number:
            kill_before(statements)
            os._exit(within(self.program.environment, self.folder, *words)[0])
        _number, status = os.waitpid(number, 0)
        assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0
        return not os.WIFSIGNALED(status)

    @precondition(lambda self: self.state.past)
    @rule()
    def look_after(self) -> None:
        """Nothing is found that has to be mended."""
        found = json.loads(self.run("doctor", "--json").out)
        assert not [each for each in found if each["level"] == "error"], found

    @invariant()
    def the_journal_is_what_the_model_says(self) -> None:
        if self.program.store.exists():
            assert self.records() == self.state.now

    def one(self, several: Collection[Any], which: int) -> Any:
        """One of them, the same for the same *which*."""
        ordered = sorted(several)
        return ordered[which % len(ordered)]

    def number_of(self, noun: str, **is_it: str) -> int:
        """The number of the record with this text."""
        (field, text), *_none = is_it.items()
        return next(int(line["number"]) for line in self.listed(noun) if line[field] == text)

    def note_newest_backup(self) -> None:
        """The newest backup holds what is there now."""
        self.backups[self.listed_backups()[0]["number"]] = self.state

    def listed_backups(self) -> list[dict[str, Any]]:
        """The backups that are still kept, newest first."""
        return list(json.loads(self.run("backup", "list", "--json").out))


def test_the_journal_is_what_any_sequence_of_commands_says():
    more = {"max_examples": SEQUENCES, "stateful_step_count": 50} if SEQUENCES else {}
    few: dict[str, Any] = {"max_examples": 4, "stateful_step_count": 12} | more
    run_state_machine_as_test(AnySequence, settings=settings(deadline=None, **few))

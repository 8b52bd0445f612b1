"""Lets the coach choose which method leads a conversation."""

from pathlib import Path

from coachlog.base.texts import _, language
from coachlog.guide.opening import ask
from coachlog.interview.method import spoken
from coachlog.interview.shelf import method_path, read_all
from coachlog.terminal.prompter import Prompt, Prompter
from coachlog.values import parse


def choose(prompter: Prompter, usual: str, own: Path) -> str:
    """Ask for a method and return its name; Enter takes the *usual* one.

    *own* is the folder of the coach's own methods.
    """
    found = [each for each in read_all(own) if each.method]
    prompter.show()
    for number, each in enumerate(found, 1):
        if each.method:
            prompter.show(f"{number:>3}  {spoken(each.method.name, language())}")
            prompter.show(f"     {spoken(each.method.about, language())}", "quiet")
    prompter.show(_("Which method leads this conversation?"), "question")
    prompter.show(_("A number or a name; press Enter for {name}.").format(name=usual), "quiet")

    def read(text: str) -> str:
        if not text.strip():
            return usual
        names = [(each.name, *(each.method.name.values() if each.method else ())) for each in found]
        try:
            return found[parse.pick(text, names) or 0].name
        except parse.NotListedError:
            if parse.is_numbers(text):
                raise
            return method_path(text, own).stem

    return read(ask(prompter, Prompt(check=read)))

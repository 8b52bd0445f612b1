"""Which method leads a conversation, where the coach asks to choose."""

from pathlib import Path

from coachlog.base.texts import _, language
from coachlog.guide.opening import ask
from coachlog.interview.method import spoken
from coachlog.interview.shelf import method_path, read_all
from coachlog.terminal.prompter import Prompt, Prompter
from coachlog.values import parse


def choose(prompter: Prompter, usual: str, own: Path) -> str:
    """The name of the method that the coach chose; Enter takes the *usual* one."""
    found = [each for each in read_all(own) if each.method]
    prompter.show()
    for place, each in enumerate(found, 1):
        if each.method:
            title, about = (spoken(w, language()) for w in (each.method.name, each.method.about))
            prompter.show(f"{place:>3}  {title}")
            prompter.show(f"     {about}", "quiet")
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

"""Lets the coach choose which method leads a conversation."""

from pathlib import Path

from coachlog.base.texts import _, in_user_language
from coachlog.guide.simple_prompt import ask
from coachlog.interview.method_files import method_path, read_all
from coachlog.terminal.prompter import Prompt, Prompter
from coachlog.values import parse


def choose(prompter: Prompter, default: str, own_folder: Path) -> str:
    """Ask for a method and return its name; Enter takes the *default*.

    *own_folder* is that of the coach's own methods.
    """
    methods = [(found.name, found.method) for found in read_all(own_folder) if found.method]
    prompter.show()
    for number, (_name, method) in enumerate(methods, 1):
        prompter.show(f"{number:>3}  {in_user_language(method.name)}")
        prompter.show(f"     {in_user_language(method.about)}", "quiet")
    prompter.show(_("Which method leads this conversation?"), "question")
    prompter.show(_("A number or a name; press Enter for {name}.").format(name=default), "quiet")

    def read(text: str) -> str:
        if not text.strip():
            return default
        # A method is called by the name of its file, or by its title in any language.
        names = [(name, *method.name.values()) for name, method in methods]
        try:
            index = parse.pick(text, names) or 0  # None only for an empty text
        except parse.NotListedError:
            if parse.is_numbers(text):
                raise
            return method_path(text, own_folder).stem  # `First-Weeks`; or the error about a name
        return methods[index][0]

    return read(ask(prompter, Prompt(check=read)))

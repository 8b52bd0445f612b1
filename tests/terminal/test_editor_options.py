"""Editors with a window of their own are made to wait until it is closed."""

import pytest

from coachlog.terminal.editor_options import with_wait_option

COMMANDS = {
    "code": "code --wait",
    "code -n": "code -n --wait",
    "code --new-window": "code --new-window --wait",
    "code -n --wait": "code -n --wait",
    "code -w -n": "code -w -n",
    "code.cmd": "code.cmd --wait",
    "Code.exe -n": "Code.exe -n --wait",
    "/usr/local/bin/code -n": "/usr/local/bin/code -n --wait",
    "C:\\Programs\\Code.cmd": "C:\\Programs\\Code.cmd --wait",
    "code -n --": "code -n --wait --",
    "cursor": "cursor --wait",
    "zed -n": "zed -n --wait",
    "subl -n": "subl -n --wait",
    "sublime_text": "sublime_text --wait",
    "atom": "atom --wait",
    "gedit -s": "gedit -s --wait",
    "gedit -w": "gedit -w",
    "xed": "xed --wait",
    "pluma": "pluma --wait",
    "kate -n": "kate -n --block",
    "kate -b": "kate -b",
    "gnome-text-editor": "gnome-text-editor --standalone",
    "mousepad": "mousepad --disable-server",
    "geany": "geany --new-instance",
    "geany -i": "geany -i",
    "gvim": "gvim -f",
    "gvim --nofork": "gvim --nofork",
    "mvim -p": "mvim -p -f",
    "vim -g": "vim -g -f",
    "gvim --remote-silent": "gvim --remote-wait-silent",
    "gvim --remote": "gvim --remote-wait",
    "gvim --remote-tab-silent": "gvim --remote-tab-wait-silent",
    "emacsclient -n": "emacsclient",
    "emacsclient --no-wait -c": "emacsclient -c",
    "emacsclient -nc": "emacsclient -c",
    "emacsclient -nw": "emacsclient -nw",
    "emacsclient -a nano": "emacsclient -a nano",
    "nano -w": "nano -w",
    "vim": "vim",
    "vi -c x": "vi -c x",
    "myeditor -n": "myeditor -n",
}


@pytest.mark.parametrize(("given", "waits"), COMMANDS.items(), ids=COMMANDS)
def test_the_option_to_wait_is_added_whatever_stands_beside_it(given, waits):
    assert with_wait_option(given.split()) == waits.split()

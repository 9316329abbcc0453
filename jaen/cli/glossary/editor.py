"""The person's own editor: which it is, and how to open a file in it at a line."""

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

from jaen.errors import ConfigError

__all__ = ["editor_command", "open_in_editor"]

_PLUS_LINE = frozenset(  # vim +12 chip.yaml
    ["emacs", "emacsclient", "gedit", "gvim", "joe", "kak", "mg", "micro", "mvim", "nano", "ne", "nvim", "vi", "vim"]
)
_COLON_LINE = frozenset(["subl", "zed", "hx", "helix"])  # subl chip.yaml:12
_GOTO = frozenset(["code", "code-insiders", "codium", "cursor"])  # code --goto chip.yaml:12
_RETURN_AT_ONCE = _GOTO | {"subl", "zed", "gvim", "mvim"}  # unless they are told to wait
_WAIT = {"gvim": "-f", "mvim": "-f"}


def editor_command(file: Path, line: int | None = None) -> list[str]:
    """The command that opens *file* in the person's editor, at *line* where the editor is known to take one.

    $VISUAL comes first, then $EDITOR, then nano, vim or vi, whichever is there.

    Raises:
        ConfigError: there is no editor.
    """
    named = (os.environ.get(name, "").strip() for name in ("VISUAL", "EDITOR"))
    editor = next(filter(None, named), None) or _usual_editor()
    if not editor:
        raise ConfigError("no editor was found; name yours in the environment variable EDITOR, like EDITOR=nano")
    try:
        command = shlex.split(editor)
    except ValueError as error:
        raise ConfigError(f"EDITOR={editor}: can't be understood ({error}); check its quotes") from error
    name = Path(command[0]).stem
    wait = _WAIT.get(name, "--wait")
    if name in _RETURN_AT_ONCE and not {wait, "-w", "--wait"} & set(command):
        command.append(wait)
    if line is None:
        return [*command, str(file)]
    if name in _PLUS_LINE:
        return [*command, f"+{line}", str(file)]
    if name in _GOTO:
        return [*command, "--goto", f"{file}:{line}"]
    return [*command, f"{file}:{line}" if name in _COLON_LINE else str(file)]


def open_in_editor(file: Path, line: int | None = None) -> bool:
    """Let the person edit *file*; False when the editor ended with an error, as vim does after `:cq`.

    Raises:
        ConfigError: there is no such editor.
    """
    command = editor_command(file, line)
    try:
        return subprocess.run(command, check=False).returncode == 0  # noqa: S603 - the person's own editor
    except OSError as error:
        raise ConfigError(f"the editor {command[0]} can't be started ({error.strerror}); check $EDITOR") from error


def _usual_editor() -> str | None:
    if sys.platform == "win32":
        return "notepad"
    return next((name for name in ("nano", "vim", "vi") if shutil.which(name)), None)

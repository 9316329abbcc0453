"""What servers write: read strictly, shown carefully."""

import json
import re
from typing import Any

__all__ = ["decode_json", "error_text", "one_line", "said_error"]


def decode_json(body: bytes) -> Any:  # noqa: ANN401
    r"""The value of a JSON text (RFC 8259) in UTF-8.

    Raises:
        ValueError: it is none; or it has NaN, a lone surrogate, a number of thousands of digits, or nesting without end.

    >>> decode_json('{"text": "\u5f8c"}'.encode())
    {'text': '後'}
    """
    try:
        value = json.loads(body.decode("utf-8"), parse_constant=_no_number)
        json.dumps(value, ensure_ascii=False).encode("utf-8")  # "\ud800" can be read, and written nowhere
    except RecursionError:
        raise ValueError("nested too deeply") from None
    except ValueError as error:
        raise ValueError(one_line(str(error), 80)) from None
    return value


def _no_number(name: str) -> float:
    raise ValueError(f"{name} is no JSON number")


def error_text(begin: bytes) -> str:
    """What a server says about an error, on one line; `{"error": …}` and `{"error": {"message": …}}` are usual."""
    text = begin.decode("utf-8", "replace")
    try:
        value = json.loads(text)
        value = value.get("error", value) if isinstance(value, dict) else value
        value = value.get("message", value) if isinstance(value, dict) else value
        text = value if isinstance(value, str) else text
    except (ValueError, RecursionError):
        pass
    return one_line(re.sub(r"<[^<>]*>", " ", text))


def said_error(answer: object, secret: str | None) -> str:
    """What a server says went wrong in an answer that it calls good (status 200), as a part of a message; "" for none.

    Args:
        answer: its value.
        secret: is not shown, if the server should have repeated it.

    >>> said_error({"error": {"message": "model overloaded"}}, None)
    '; the server says: model overloaded'
    >>> said_error({"choices": []}, None)
    ''
    """
    if not (isinstance(answer, dict) and answer.get("error")):
        return ""
    said = error_text(json.dumps(answer, ensure_ascii=False).encode())
    return f"; the server says: {said.replace(secret, '…') if secret else said}"


def one_line(text: str, most: int = 200) -> str:
    r"""*text* as a part of a message: one line, nothing that moves a terminal's cursor, not too long.

    >>> one_line("a\n\x1b[2Jb")
    'a [2Jb'
    """
    line = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return line if len(line) <= most else line[:most] + "…"

"""What `eplan verify` was given: a code, or a file that carries one."""

from pathlib import Path

from eplan.cli.shared import Shared
from eplan.codes import looks_like_code, read_code
from eplan.messages import Refusal, say
from eplan.render.marker import Mark, read_mark


def asked(given: str) -> Mark:
    """The code that was typed, or that the file carries; a code that was misread is told from an old one."""
    path = Path(given)
    if path.is_file():
        return _of_file(path)
    code = read_code(given)
    if code:
        return Mark(code, (), True)
    if looks_like_code(given):
        raise Refusal(say("'{text}' is no code: a character was misread; the last one checks the others", text=given))
    raise Refusal(say("'{text}' is neither a file nor a code such as K7QMX-3RTVA", text=given))


def tell_of_file(shared: Shared, mark: Mark) -> None:
    """Say when a file is not as eplan wrote it."""
    if not mark.is_whole:
        shared.tell(say("The file was altered after eplan wrote it; what it says is not vouched for."))


def _of_file(path: Path) -> Mark:
    try:
        mark = read_mark(path.read_bytes())
    except OSError as error:
        raise Refusal(
            say("cannot read {file}: {reason}", file=str(path), reason=error.strerror or str(error))
        ) from error
    if mark is None:
        raise Refusal(say("{file} carries no code of eplan", file=str(path)))
    return mark

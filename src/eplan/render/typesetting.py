"""Typst source → PDF. Knows nothing of eplan, so that it can run as a process of its own: source in, file out."""

import json
import subprocess
import sys
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import typst

FONTS = Path(__file__).parent / "fonts"
LARGE = 400_000
"""Characters of source from which on the memory that they take is worth a process, which gives it back when it ends."""


class Untypeset(Exception):  # noqa: N818 - says what is the matter with the source
    """The source is no good Typst."""


def typeset(source: str, day: date, standards: list[str], fonts: typst.Fonts | None = None) -> bytes:
    """The PDF, with the fonts that ship or with those given; `day` is its date."""
    if fonts or len(source) < LARGE:
        return _compiled(source, day, standards, fonts or shipped_fonts())
    order = json.dumps({"day": day.isoformat(), "standards": standards, "source": source})
    command = [sys.executable, "-I", str(Path(__file__))]
    done = subprocess.run(command, input=order.encode(), capture_output=True, check=False)  # noqa: S603 - ourselves
    if done.returncode:
        reason = done.stderr.decode("utf-8", "replace").strip().rpartition("\n")[2]
        raise Untypeset(reason)
    return done.stdout


@cache
def shipped_fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])


def _compiled(source: str, day: date, standards: Any, fonts: typst.Fonts) -> bytes:
    """An empty folder is all of the disk that the source could read."""
    with TemporaryDirectory(prefix="eplan-") as root:
        compiler = typst.Compiler(source.encode(), root=root, font_paths=fonts, ignore_system_fonts=True)
        stamp = datetime.combine(day, time(), UTC)
        try:
            written: Any = compiler.compile(format="pdf", pdf_standards=standards, timestamp=stamp)
        except typst.TypstError as error:
            raise Untypeset(str(error)) from error
    return bytes(written)


if __name__ == "__main__":
    asked = json.load(sys.stdin.buffer)
    day_of_file = date.fromisoformat(asked["day"])
    try:
        sys.stdout.buffer.write(_compiled(asked["source"], day_of_file, asked["standards"], shipped_fonts()))
    except Untypeset as error:
        sys.exit(str(error))

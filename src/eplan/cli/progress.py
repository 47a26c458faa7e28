"""A bar on the terminal while a large folder is read and judged; nothing where nobody watches."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

MANY = 500
"""Files; fewer are done before a bar could be read."""

Work = Callable[..., Any]


@contextmanager
def progress(title: str, files: int, *, quiet: bool) -> Iterator[Callable[[Work], Work]]:
    """What makes the work on one file be counted."""
    if quiet or files < MANY or not sys.stderr.isatty():
        yield lambda work: work
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(title, total=files)

        def counted(work: Work) -> Work:
            def done(*file: Any) -> Any:
                bar.advance(task)
                return work(*file)

            return done

        yield counted

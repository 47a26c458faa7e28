"""`eplan`: the front door. `--version` is answered before anything heavy is imported; a bug ends in one sentence."""

import gc
import os
import sys
from types import ModuleType


def main() -> None:
    """Run the command line and leave with its exit code."""
    if sys.argv[1:] == ["--version"]:
        from eplan import __version__

        print(f"eplan {__version__}")  # noqa: T201 - the command line's own answer
        return
    _without_plugins()
    gc.disable()  # one short run that keeps nearly all it builds: collecting would cost up to half the time
    from eplan.cli.app import run

    _leave(run(sys.argv[1:], os.environ))


def _without_plugins() -> None:
    """Pydantic would look for plugins of other packages, which have no say here, and load a mail library to do so."""
    loader = ModuleType("pydantic.plugin._loader")
    vars(loader)["get_plugins"] = tuple
    sys.modules[loader.__name__] = loader


def _leave(code: int) -> None:
    """Leave without taking a whole folder apart object by object; the system takes the memory back at once."""
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:  # the reader of a pipe has gone: Python's own way out knows what to do
        sys.exit(code)
    os._exit(code)


if __name__ == "__main__":
    main()

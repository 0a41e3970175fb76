"""Runs the command: `explainer`, or `python -m explainer`."""

import sys
from typing import NoReturn


def main() -> NoReturn:
    """Import the command and run it; whoever presses Ctrl-C while it is imported sees nothing of that either."""
    try:
        from explainer import cli  # noqa: PLC0415  # it takes a second, in which Ctrl-C is quiet too

        cli.main()
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()

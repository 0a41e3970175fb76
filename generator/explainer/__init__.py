"""A record in YAML, with the evidence for every statement, becomes a checked, searchable site."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from explainer.api import RecordError, open  # noqa: A004  # as in `gzip.open`

    __version__: str

__all__ = ["RecordError", "open"]


def __getattr__(name: str) -> Any:
    """Import the API when it is asked for: the command needs little of it, and must start at once."""
    if name == "__version__":
        from importlib.metadata import version  # noqa: PLC0415  # as said above

        return version(__name__)
    if name not in __all__:
        raise AttributeError(name)
    from explainer import api  # noqa: PLC0415  # as said above

    return getattr(api, name)

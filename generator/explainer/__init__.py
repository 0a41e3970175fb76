"""A record in YAML, with the evidence for every statement, becomes a checked, searchable site."""

from explainer.api import RecordError, open  # noqa: A004  # as in `gzip.open`

__all__ = ["RecordError", "open"]

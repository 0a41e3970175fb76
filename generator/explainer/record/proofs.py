"""Proofs of reading, `content/proofs/`: that an excerpt was found in its work, when, by what; never the text."""

from typing import Annotated, Literal

from pydantic import Field

from explainer.record.parts import StrictModel
from explainer.record.values import Date, Text

Digest = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
FOLDER = "proofs"


class ExcerptProof(StrictModel):
    """What became of one excerpt, which is named by its hash."""

    excerpt: Digest
    outcome: Literal["found", "found changed", "not found"]
    words: Text | None = Field(None, description="what stands in its place, where it was changed")
    around: Digest | None = Field(None, description="of the passage that it stands in")


class Proof(StrictModel):
    """One reading of a work: fetched from its address, or pasted by a person, which proves less."""

    on: Date
    tool: Text
    how: Literal["fetched", "pasted"]
    outcome: Literal["read", "gone", "behind a wall", "not reached"]
    reason: Text | None = None
    text: Digest | None = Field(None, description="of the whole text as it was read")
    excerpts: tuple[ExcerptProof, ...] = ()

    def found(self, excerpt: str) -> bool:
        """Whether the excerpt of this hash was found, word for word."""
        return any(proof.excerpt == excerpt and proof.outcome == "found" for proof in self.excerpts)

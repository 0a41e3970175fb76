"""Whether the excerpts stand in the works: fetched or pasted texts compared, and what came out kept as proofs.

The only part of the package that uses the network, and only when asked: `explainer verify`.
"""

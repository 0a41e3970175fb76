"""Structured records in YAML become a checked, searchable explainer."""

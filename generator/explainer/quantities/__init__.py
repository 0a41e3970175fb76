"""Quantities in words and digits, read by the data of each language."""

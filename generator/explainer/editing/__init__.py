"""The editor's desk: commands that start, show, rename, compare and tidy records, and schemas for the editor."""

"""The kinds of record and the values they are made of. Nothing here knows of YAML, files or pages."""

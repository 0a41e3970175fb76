"""The site as files: pages, charts, cards, data."""

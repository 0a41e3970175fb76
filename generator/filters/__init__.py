"""Pure functions that templates use: text for Markdown, dates and numbers in words, addresses, evidence as shown."""

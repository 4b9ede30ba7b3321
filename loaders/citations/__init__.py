"""References: finding them in a text, then resolving each to the source it names."""

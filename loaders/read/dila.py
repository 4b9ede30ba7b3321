"""XML that DILA publishes."""

ROOTS = frozenset({"ARTICLE", "TEXTE_VERSION", "TEXTELR", "TEXTE_CNIL"})

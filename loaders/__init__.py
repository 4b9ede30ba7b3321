"""A document in, a graph out: reading, structure, citations, institutions, underpinning. Imports `graph` only."""

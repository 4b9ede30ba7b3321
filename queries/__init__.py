"""The canned Cypher queries, their catalogue and how they are run. Imports `graph` only."""

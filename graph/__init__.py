"""What the graph is: its schema, its model, its identifiers, and the stores that hold it. Knows nothing of documents."""

from .errors import InputError, QueryError, RenvoisError, SchemaError, StoreError
from .exports import FORMATS, export
from .model import Graph, GraphBuilder, Node, Relationship
from .networks import to_networkx
from .open import open_store
from .schema import SCHEMA
from .store import LoadReport, NodeValue, PathValue, RelationshipValue, Rows, Store

__all__ = [
    "FORMATS",
    "SCHEMA",
    "Graph",
    "GraphBuilder",
    "InputError",
    "LoadReport",
    "Node",
    "NodeValue",
    "PathValue",
    "QueryError",
    "Relationship",
    "RelationshipValue",
    "RenvoisError",
    "Rows",
    "SchemaError",
    "Store",
    "StoreError",
    "export",
    "open_store",
    "to_networkx",
]

"""What the graph is: its schema, its model, its identifiers, and the stores that hold it. Knows nothing of documents."""

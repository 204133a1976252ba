"""Go source as a tree: the nodes, their positions, and the parser that makes them."""

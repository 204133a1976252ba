"""Go's types: the model, sizes, relations between types, constants, members."""

"""The type checker: completes the parser's tree with types, objects, constants and implicit conversions."""

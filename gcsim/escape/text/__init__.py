"""Go code as the compiler prints it in its messages: expressions, types, names of functions."""

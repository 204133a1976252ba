"""What a function costs, whether it can be inlined, and the call replaced by its body."""

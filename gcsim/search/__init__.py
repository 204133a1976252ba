"""Which parameters matter, and which values are best: sensitivity and search over scenarios."""

"""Programs that leak, each with its cure: goroutines, descriptors, values and work that get lost."""

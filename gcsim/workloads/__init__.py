"""Goroutine programs: what the Ps run."""

"""Escape analysis of Go 1.4 to 1.12: flow from sources to sinks, flooded from the sink."""

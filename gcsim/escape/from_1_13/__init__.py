"""Escape analysis of Go 1.13 and later: locations, edges weighted by dereferences, walks from every root."""

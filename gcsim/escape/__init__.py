"""Where Go values live: escape analysis and inlining of Go source, by the rules of the release asked for."""

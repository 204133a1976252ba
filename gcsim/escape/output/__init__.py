"""What an analysis found, in words, as JSON, and as a page."""

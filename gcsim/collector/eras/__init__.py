"""The releases as rows of mechanisms; each row cites where the release does what it says."""

from gcsim.collector.eras.table import ERAS, SOURCES, era

__all__ = ["ERAS", "SOURCES", "era"]

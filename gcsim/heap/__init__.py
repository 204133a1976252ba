"""The heap: allocation as a rate, what is reachable, what is dead and not yet swept."""

from gcsim.heap.heap import PAGE_BYTES, Allocation, Heap, OutOfMemoryError
from gcsim.heap.size_classes import size_class

__all__ = ["PAGE_BYTES", "Allocation", "Heap", "OutOfMemoryError", "size_class"]

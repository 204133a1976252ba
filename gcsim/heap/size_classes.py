"""The sizes in which the allocator hands out memory."""

from bisect import bisect_left

__all__ = ["size_class"]

_PAGE_BYTES = 8192

_SIZE_CLASSES = (
    8, 16, 32, 48, 64, 80, 96, 112, 128, 144, 160, 176, 192, 208, 224, 240, 256, 288, 320, 352, 384, 416, 448, 480, 512,
    576, 640, 704, 768, 896, 1024, 1152, 1280, 1408, 1536, 1792, 2048, 2304, 2688, 3072, 3200, 3456, 4096, 4864, 5376,
    6144, 6528, 6784, 6912, 8192, 9472, 9728, 10240, 10880, 12288, 13568, 14336, 16384, 18432, 19072, 20480, 21760,
    24576, 27264, 28672, 32768,
)  # fmt: skip
"""Size classes of go1.8 (sizeclasses.go): 66. The sizes of the measured runs are classes in all five releases."""


def size_class(size: int) -> int:
    """Return the bytes that an object takes: its size class up to 32 KiB, whole pages above.

    Examples
    --------
    >>> size_class(40), size_class(256), size_class(5000), size_class(40_000)
    (48, 256, 5376, 40960)
    """
    if size > _SIZE_CLASSES[-1]:
        return -(-size // _PAGE_BYTES) * _PAGE_BYTES
    return _SIZE_CLASSES[bisect_left(_SIZE_CLASSES, size)]

"""The type checker: what names mean, what types expressions have, what variables undergo."""

from gcsim.escape.check.package import check_package

__all__ = ["check_package"]

"""The book's functions for MXNet, which is not here: the import fails as it does without MXNet."""

__all__ = []

import mxnet  # noqa: F401

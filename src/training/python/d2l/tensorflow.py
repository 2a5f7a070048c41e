"""The book's functions for TensorFlow, which is not here: the import fails as it does without TensorFlow."""

__all__ = []

import tensorflow  # noqa: F401

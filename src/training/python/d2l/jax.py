"""The book's functions for JAX, which is not here: the import fails as it does without JAX."""

__all__ = []

import jax  # noqa: F401

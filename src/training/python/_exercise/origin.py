"""Where our own Python is: `/engine/` in the realm, a folder of the extension in another Python."""

__all__ = ['ROOT', 'libraries']

ROOT = __file__[: -len('_exercise/origin.py')]
"""What the names of our own files begin with."""

libraries = [ROOT]
"""Likewise of all files that are not the learner's."""

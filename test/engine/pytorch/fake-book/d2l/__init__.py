"""As much of the installed book as downloads need: it has no network."""

__version__ = 'fake'

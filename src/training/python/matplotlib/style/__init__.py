"""Styles: settings that belong together, by name."""

from .core import available, context, library, reload_library, use

__all__ = ['available', 'context', 'library', 'reload_library', 'use']

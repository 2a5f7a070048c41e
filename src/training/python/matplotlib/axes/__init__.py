"""Axes: what is drawn into one system of coordinates, and how it is labelled."""

from ._axes import Axes

Subplot = Axes
SubplotBase = Axes
__all__ = ['Axes', 'Subplot', 'SubplotBase']

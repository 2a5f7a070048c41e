"""Three-dimensional plots: surfaces are drawn as contours (`matplotlib.axes3d`)."""

from matplotlib.axes3d import Axes3D

__all__ = ['Axes3D']

"""The companion package of Dive into Deep Learning, over the engine of D2L Exercises."""

__version__ = '1.0.3'

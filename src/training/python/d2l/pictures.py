"""Matrices as pictures."""

from typing import Any

import torch
from matplotlib import pyplot as plt

__all__ = ['show_heatmaps']

_OFFERED_LATE_BY = 'd2l.torch'


def show_heatmaps(
    matrices: torch.Tensor,
    xlabel: Any,
    ylabel: Any,
    titles: Any = None,
    figsize: Any = (2.5, 2.5),
    cmap: str = 'Reds',
) -> None:
    """Draws matrices as pictures in a grid.

    Args:
        matrices: of shape (rows of the grid, columns of the grid, rows, columns).
        xlabel: below the last row of the grid.
        ylabel: beside its first column.
        titles: one for each column of the grid.
    """
    rows, columns = matrices.shape[:2]
    figure, grid = plt.subplots(rows, columns, figsize=figsize, sharex=True, sharey=True, squeeze=False)
    image: Any = None
    for row in range(rows):
        for column in range(columns):
            axes = grid[row, column]
            image = axes.imshow(matrices[row][column].detach().numpy(), cmap=cmap)
            if row == rows - 1:
                axes.set_xlabel(xlabel)
            if column == 0:
                axes.set_ylabel(ylabel)
            if titles:
                axes.set_title(titles[column])
    figure.colorbar(image, ax=grid, shrink=0.6)

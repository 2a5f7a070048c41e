"""Eigenvalues in LAPACK's order, eigenvectors with its signs."""

import numpy as np

for matrix in (
    [[1.0, 2.0], [3.0, 4.0]],
    [[2.0, 1.0], [1.0, 2.0]],
    [[2.0, 1.0, 0.0], [1.0, 3.0, 1.0], [0.0, 1.0, 4.0]],
    [[1.0, 0.1, 0.1, 0.1], [0.1, 3.0, 0.2, 0.3], [0.1, 0.2, 5.0, 0.5], [0.1, 0.3, 0.5, 9.0]],
    [[2, 0], [0, 3]],
):
    values, vectors = np.linalg.eig(np.array(matrix))
    print(values.round(5), vectors.round(5))
    print(np.linalg.eigvals(np.array(matrix)).round(5))

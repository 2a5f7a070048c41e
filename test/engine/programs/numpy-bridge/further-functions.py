import numpy as np

a = np.array([[1.0, 2.0], [3.0, 4.0]])
print(np.repeat([1, 2], 2), np.repeat(a, 2, axis=1), np.tile([1, 2], (2, 2)), np.flip(a), np.fliplr(a), np.roll(np.arange(5), 2))
print(np.split(np.arange(6), 3), np.array_split(np.arange(7), 3), np.unique(np.array([3, 1, 1]), return_counts=True))
print(np.append([1, 2], [3.5]), np.nonzero(np.array([0, 1, 2])), np.triu(a), np.tril(a), np.column_stack(([1, 2], [3, 4])))
print(np.percentile(a, 50), np.percentile(np.arange(10), [25, 75]), np.median(a, axis=0), np.average([1, 2, 3], weights=[3, 2, 1]))
print(np.histogram([1, 2, 1], bins=2), np.bincount([0, 1, 1, 3]), np.diff([1, 4, 9]), np.cumprod([1, 2, 3]), np.trace(a))
print(np.einsum('ij,jk->ik', a, a), np.interp(2.5, [1, 2, 3], [3, 2, 0]), np.polyval([3, 0, 1], 5), np.vander([1, 2, 3]))
print(np.isclose(1, 1 + 1e-9), np.logical_and([True, False], [True, True]), np.sinc(0.5), np.mod(5, 3), np.arctan2(1, 1))
print(np.mgrid[0:2, 0:3], np.ogrid[0:2, 0:3], np.mgrid[0:1:3j])
print(np.linalg.norm(a), np.linalg.inv(a), np.linalg.solve(a, np.array([1.0, 2])), np.linalg.norm(a, axis=1), np.linalg.matrix_rank(a))
print(np.polyfit([0, 1, 2], [1, 3, 7], 2), np.linalg.eigh(a)[0], np.identity(2), np.full_like(a, 2), np.take([4, 5, 6], [0, 2]))

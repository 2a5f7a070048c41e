"""Arrays padded, turned, cut, joined, as sets, and Python functions over them."""

import numpy as np

a = np.arange(6).reshape(2, 3)
print(np.pad(a, 1), np.pad(a, ((0, 1), (2, 0)), constant_values=9), sep='\n')
for mode in ('edge', 'reflect', 'symmetric', 'wrap'):
    print(mode, np.pad(np.array([1, 2, 3]), (2, 1), mode=mode))
print(np.rot90(a), np.moveaxis(np.zeros((2, 3, 4)), 0, -1).shape)
print(np.delete(a, 1, axis=1), np.delete(a, [0, -1]), np.delete(a, slice(1, 3)))
print(np.insert(np.array([1, 2, 3]), 1, 9), np.insert(a, 1, 7, axis=0), np.insert(a, 0, [8, 9], axis=1))
print(np.diagonal(a), np.diagflat([1, 2]), np.flatnonzero(a), np.atleast_1d(3), np.atleast_2d([1, 2]))
filled = np.zeros((3, 3))
np.fill_diagonal(filled, 2)
print(filled)
print(np.dstack(([1, 2], [3, 4])), np.row_stack(([1, 2], [3, 4])))
print([part.tolist() for part in np.hsplit(np.arange(8).reshape(2, 4), 2)], np.vsplit(a, 2)[1])
print([each.shape for each in np.broadcast_arrays(np.ones((3, 1)), np.ones(4))])
print(np.extract(a > 2, a), np.compress([True, False, True], a, axis=1), np.unravel_index(5, (2, 3)))
b = np.copy(a)
np.copyto(b, 1)
print(a.sum(), b)
print(np.isin(a, [1, 4]), np.intersect1d([3, 1, 2], [2, 3, 5]), np.setdiff1d([3, 1, 2], [2]))
print(np.union1d([1, 2], [2, 5]), np.setxor1d([1, 2], [2, 5]), np.in1d([1, 2], [2]))
print(np.cross([1, 0, 0], [0, 1, 0]), np.kron(np.eye(2), np.ones((1, 2))), np.vdot(a, a))
print(np.tensordot(a, a, axes=([0], [0])), np.tensordot(a, a.T, 1))
double = np.vectorize(lambda x, y: x if x > y else 2 * y)
print(double([1, 5], [3, 2]), np.apply_along_axis(np.sum, 0, a), np.apply_along_axis(lambda row: row * 2, 1, a))
print(np.fromfunction(lambda i, j: i + j, (2, 2)), np.fromiter((i * i for i in range(4)), dtype=int))
print(list(np.ndindex(2, 2)), [(place, int(value)) for place, value in np.ndenumerate(a)][:3])
x = np.linspace(-1, 1, 5)
print(np.select([x < 0, x > 0], [-x, x * 10]), np.piecewise(x, [x < 0, x >= 0], [lambda x: -x, 2]))
print(np.polyder([1, 2, 3]), np.polyint([3.0, 2.0, 1.0]), np.polyadd([1, 2], [1, 0, 0]), np.polymul([1, 1], [1, -1]))
try:
    np.delete(a, 5)
except IndexError as error:
    print(error)

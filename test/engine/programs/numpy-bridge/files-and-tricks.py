import os

import numpy as np

x = np.arange(6.0).reshape(2, 3)
np.save('x.npy', x)
np.savez('both.npz', x, name=np.array([1, 2]))
both = np.load('both.npz')
print(np.load('x.npy'), both.files, both['arr_0'], both['name'])
np.savetxt('x.txt', x, fmt='%.2f', delimiter=',', header='a,b,c')
print(open('x.txt').read(), np.loadtxt('x.txt', delimiter=','), np.loadtxt(['1 2', '3 4'], dtype=int, unpack=True))
print(np.genfromtxt(['a,b', '1,', '3,x'], delimiter=',', skip_header=1), np.loadtxt(['1,2', '3,4'], delimiter=',', usecols=1))
print(np.r_[1:4, 0, 4], np.c_[np.array([1, 2]), np.array([3, 4])], np.ix_([0, 1], [0, 2])[0], x[np.ix_([0, 1], [0, 2])], np.s_[1:3])
print(x[::-1], x[:, ::-1], x[::-1, ::-2], x[1, ::-1], np.arange(5)[-1:0:-2], np.add.reduce([1, 2, 3]), np.maximum.accumulate([1, 3, 2]))
print(np.take_along_axis(x, np.argsort(-x, axis=1), axis=1), np.eye(3, k=1), np.linspace(0, 1, 5, retstep=True), np.diag([1, 2], 1))
for text in ('np.testing.assert_allclose([1.0, 2], [1.1, 2])', 'np.testing.assert_array_equal([1, 2], [1, 3])', 'np.testing.assert_equal([1, 2], [1, 3])',
             'np.testing.assert_almost_equal(1.0, 1.1)', "np.loadtxt('nothere.txt')", "np.loadtxt(['1 a'])"):  # fmt: skip
    try:
        eval(text)
    except Exception as error:
        print(type(error).__name__, error)
os.remove('x.npy')

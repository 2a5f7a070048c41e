import numpy as np

A = np.array([[2.0, 1.0], [1.0, 3.0]])
print(np.linalg.eig(A)[0], np.linalg.lstsq(A, np.array([1.0, 2.0]), rcond=None)[0], np.linalg.slogdet(A), np.linalg.cond(A).round(6))
print(np.linalg.eigvals(np.array([[2.0, 1.0], [0.0, 3.0]])), np.linalg.matrix_power(A, 3), np.linalg.multi_dot([A, A, A]))
for text in ('np.linalg.inv(np.ones((2, 2)))', 'np.linalg.inv(np.ones((2, 3)))', 'np.linalg.solve(A, np.ones(3))',
             'np.linalg.cholesky(-A)', 'np.linalg.det(np.ones(2))'):  # fmt: skip
    try:
        print(eval(text))
    except Exception as error:
        print(type(error).__name__, error)
x = np.array([1.23456789, 1e-5, 12345.678])
print(x)
np.set_printoptions(precision=3, suppress=True)
print(x, A / 3, np.get_printoptions()['precision'])
np.set_printoptions(threshold=5, edgeitems=2, linewidth=40)
print(np.arange(20), np.arange(4) / 7)
with np.printoptions(precision=1):
    print(np.array([1.55, 2.0]))
np.set_printoptions(formatter={'float': '{:.2f}'.format}, threshold=1000)
print(np.array([[1.0, 2.0], [3.0, 4.5]]), repr(np.array([1.5])))
print(np.unique([[1, 2], [1, 2]], axis=0), np.unique([3, 1, 3], return_inverse=True, return_counts=True))

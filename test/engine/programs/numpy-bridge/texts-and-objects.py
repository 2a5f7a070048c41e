import numpy as np

a = np.array(['b', 'abc', 'b'])
print(repr(a), a, a.dtype, a.shape, a[0], a[1:], a == 'b', a[a == 'b'], len(a), 'abc' in a)
print(np.array([['a', 'b'], ['c', 'd']]), np.array([1, 'a']), np.array([1.5, None]), np.array([[1, 'x']], dtype=object))
print(a.argsort(), sorted(a), a.tolist(), a.reshape(3, 1), np.array(['1', '2']).astype(float), np.array([1, 2]).astype(str))
print(np.concatenate([a, np.array(['zz'])]), np.where(np.array([True, False]), 'yes', 'no'))
for text in ("np.array([1, 2]) + 'a'", "np.array(['a']) + np.array(['b'])", "np.array(['a']).astype(float)"):
    try:
        print(eval(text))
    except Exception as error:
        print(type(error).__name__, error)

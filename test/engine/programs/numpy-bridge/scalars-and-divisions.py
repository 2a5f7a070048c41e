import warnings

import numpy as np

warnings.simplefilter('ignore')
for text in (
    'np.array([1.0, 0.0]) / 0', 'np.float64(1) / 0', 'np.int64(1) // 0', 'np.array([1]) // 0', 'np.log(0)', 'np.sqrt(-1)',
    'np.float32(1) + 1', 'np.float32(1) * np.float32(2)', 'np.int32(1) + 1', 'np.int64(7) / 2', 'np.int8(100) + np.int8(100)',
    '~(np.float64(1) > 2)', '2 ** np.float64(3)', 'np.float64(1) + np.ones(2)', 'abs(np.float32(-1))', 'np.mean([1, 2]) * 2',
):  # fmt: skip
    value = eval(text)
    print(text, value, type(value).__name__, value.dtype)
warnings.simplefilter('error')
for text in ('np.array([1.0]) / 0', 'np.float64(0) / 0', 'np.log(np.array([-1.0]))', 'np.exp(np.array([1000.0]))', 'np.array([1]) % 0'):
    try:
        print(eval(text))
    except Warning as warning:
        print(type(warning).__name__, warning)
with np.errstate(all='ignore'):
    print(np.array([0.0]) / 0)
with np.errstate(divide='raise'):
    try:
        np.array([1.0]) / 0
    except FloatingPointError as error:
        print(error)

import numpy as np
import pandas as pd

frame = pd.DataFrame({'a': [1, 2, 3, 4], 'b': [1.5, float('nan'), -2.25, 0.125], 'c': ['x', None, 'yy', 'x']})
numbers = frame[['a', 'b']]
print(frame.describe())
print(numbers.mean(), numbers.std(), numbers.sum(axis=1), frame.count(), frame.nunique())
print(numbers - numbers.mean())
print(numbers.apply(lambda x: (x - x.mean()) / x.std()).fillna(0))
print(numbers.apply(lambda row: row.sum(), axis=1))
print(frame.median(numeric_only=True), frame['a'].describe(), frame['b'].fillna(frame['b'].mean()))
print(frame['a'] / frame['b'], frame['a'] == 2, -frame['a'])
print(pd.get_dummies(frame, dummy_na=True), pd.get_dummies(frame['c']), pd.get_dummies(frame, dtype=int))
print(frame.dtypes[frame.dtypes != 'object'].index)

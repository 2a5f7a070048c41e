import numpy as np
import pandas as pd

frame = pd.DataFrame({'a': [1, 2, 3], 'b': [1.5, float('nan'), -2.25], 'c': ['x', None, 'yy'], 'd': [True, False, True]})
print(frame, frame.shape, list(frame.columns), frame.index)
print(frame.T)
print(frame['c'])
print(frame.iloc[1])
print(frame.loc[0:1, ['a', 'b']])
print(frame.loc[frame['a'] > 1])
print(frame.iloc[[0, 2], [1, 3]], frame.iloc[0, 1], frame.loc[1, 'a'])
print(frame.drop(0), frame.drop('a', axis=1).columns.tolist())
print(frame.sort_values('b'))
print(frame.set_index('c'))
print(frame['c'].value_counts())
changed = frame.copy()
changed['e'] = changed['a'] * 2
changed['f'] = 's'
changed.loc[0, 'a'] = 9
changed.iloc[1, 0] = 8
changed.loc[changed['b'].isna(), 'b'] = 7.5
print(changed)
for wrong in (lambda: frame['zz'], lambda: frame.loc[7], lambda: frame.iloc[9], lambda: bool(frame['a'] > 1)):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)

import numpy as np
import pandas as pd

print(pd.DataFrame({'x': range(100), 'y': np.arange(100) / 7}))
print(pd.Series(np.arange(100) / 3))
print(pd.Series([1e-7, 1.0]), pd.Series([1e10, 1.0]), pd.Series([123456789.123, 1]), pd.Series([1e6, 2.5]))
print(pd.DataFrame({'p': [127500.0, 1e-3]}), pd.DataFrame({'p': [0.1 + 0.2, 1 / 3]}))
print(pd.DataFrame({f'column{i}': [i * 1.5] * 3 for i in range(15)}))
print(pd.DataFrame({'long name here': ['some text', 'b'], 'n': [1, -22]}), pd.DataFrame({'a': [1, 2]}, index=['r1', 'r2']))
print(pd.DataFrame([[1, 2], [3, 4]], columns=['u', 'v']), pd.Series([1, 2, 3], name='n'), pd.Series({'a': 1.0, 'b': 2}))
print(pd.DataFrame())

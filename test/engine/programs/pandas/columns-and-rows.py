import pandas as pd
import torch

frame = pd.DataFrame({'x': [1.0, 2.0, 3.0], 'y': [10, 20, 30], 'z': ['a', 'b', 'a']})
print(frame.dtypes)
print(frame.head(2))
print(frame['y'].values, frame.iloc[1:, 0:2].to_numpy(dtype=float))
print(frame.describe().loc['mean'].tolist())
normal = frame[['x', 'y']].apply(lambda column: (column - column.mean()) / column.std())
print(normal)
print(pd.concat((frame, frame)).shape)
print(pd.get_dummies(frame))
torch.tensor(frame[['x', 'y']].values)

# %%
import os

os.makedirs(os.path.join('..', 'data'), exist_ok=True)
rooms = os.path.join('..', 'data', 'rooms.csv')
with open(rooms, 'w') as f:
    f.write('Rooms,Roof,Price\nNA,NA,127500\n2,NA,106000\n4,Slate,178100\nNA,NA,140000')

# %%
import pandas as pd

data = pd.read_csv(rooms)
print(data)

# %%
inputs, targets = data.iloc[:, 0:2], data.iloc[:, 2]
inputs = pd.get_dummies(inputs, dummy_na=True)
print(inputs)

# %%
inputs = inputs.fillna(inputs.mean())
print(inputs)

# %%
import torch

X = torch.tensor(inputs.to_numpy(dtype=float))
y = torch.tensor(targets.to_numpy(dtype=float))
X, y

# %%
data.isnull().sum()

# %%
data.drop(columns=[data.isnull().sum().idxmax()])

# %%
data.shape, list(data.columns), data['Price'].mean()

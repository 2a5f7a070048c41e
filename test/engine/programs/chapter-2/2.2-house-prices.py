import os

import pandas as pd
import torch

os.makedirs('data', exist_ok=True)
name = os.path.join('data', 'houses.csv')
with open(name, 'w') as f:
    f.write('Rooms,Roof,Price\n')
    f.write('NA,NA,127500\n2,NA,106000\n4,Slate,178100\nNA,NA,140000\n')
data = pd.read_csv(name)
print(data)
inputs, targets = data.iloc[:, 0:2], data.iloc[:, 2]
inputs = pd.get_dummies(inputs, dummy_na=True)
print(inputs)
inputs = inputs.fillna(inputs.mean())
print(inputs)
X = torch.tensor(inputs.to_numpy(dtype=float))
y = torch.tensor(targets.to_numpy(dtype=float))
X, y

import torch
from d2l import torch as d2l

data = d2l.SyntheticRegressionData(w=torch.tensor([2, -3.4]), b=4.2)
print(data.X[0], data.y[0])
print(data.X.shape, data.y.shape, data.y.dtype, data.X[1999], data.y[-1], data.noise, data.w, data.b)
X, y = next(iter(data.train_dataloader()))
print(X.shape, y.shape, X[0], y[0])
print(len(data.train_dataloader()), len(data.val_dataloader()), torch.rand(1))

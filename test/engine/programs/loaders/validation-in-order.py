import torch
from d2l import torch as d2l

data = d2l.SyntheticRegressionData(w=torch.tensor([1.0]), b=0.0, noise=0.1, num_train=6, num_val=5, batch_size=4)
for X, y in data.val_dataloader():
    print(X.reshape(-1), torch.equal(X, data.X[6 : 6 + len(X)]) or torch.equal(X, data.X[10:]), len(y))
print(len(data.train_dataloader()), data.hparams.keys())

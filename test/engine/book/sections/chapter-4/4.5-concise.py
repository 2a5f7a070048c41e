# trained
# %%
import torch
from torch import nn
from torch.nn import functional as F
from d2l import torch as d2l


# %%
class SoftmaxRegression(d2l.Classifier):
    def __init__(self, num_outputs, lr):
        super().__init__()
        self.save_hyperparameters()
        self.net = nn.Sequential(nn.Flatten(), nn.LazyLinear(num_outputs))

    def forward(self, X):
        return self.net(X)


# %%
@d2l.add_to_class(d2l.Classifier)
def loss(self, Y_hat, Y, averaged=True):
    Y_hat = Y_hat.reshape((-1, Y_hat.shape[-1]))
    Y = Y.reshape((-1,))
    return F.cross_entropy(Y_hat, Y, reduction='mean' if averaged else 'none')


data = d2l.FashionMNIST(batch_size=16)
model = SoftmaxRegression(num_outputs=10, lr=0.1)
trainer = d2l.Trainer(max_epochs=3)
trainer.fit(model, data)

# %%
model

# %%
torch.exp(torch.tensor([88.0, 89.0, -104.0])), torch.finfo(torch.float32).max

# %%
model.loss(torch.zeros(3, 10), torch.tensor([1, 2, 3]), averaged=False)

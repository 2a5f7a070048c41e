# trained
# %%
import torch
from d2l import torch as d2l
from torch import nn
from torch.nn import functional as F


class Inception(nn.Module):
    def __init__(self, c1, c2, c3, c4, **kwargs):
        super(Inception, self).__init__(**kwargs)
        self.b1_1 = nn.LazyConv2d(c1, kernel_size=1)
        self.b2_1 = nn.LazyConv2d(c2[0], kernel_size=1)
        self.b2_2 = nn.LazyConv2d(c2[1], kernel_size=3, padding=1)
        self.b3_1 = nn.LazyConv2d(c3[0], kernel_size=1)
        self.b3_2 = nn.LazyConv2d(c3[1], kernel_size=5, padding=2)
        self.b4_1 = nn.MaxPool2d(kernel_size=3, stride=1, padding=1)
        self.b4_2 = nn.LazyConv2d(c4, kernel_size=1)

    def forward(self, x):
        b1 = F.relu(self.b1_1(x))
        b2 = F.relu(self.b2_2(F.relu(self.b2_1(x))))
        b3 = F.relu(self.b3_2(F.relu(self.b3_1(x))))
        b4 = F.relu(self.b4_2(self.b4_1(x)))
        return torch.cat((b1, b2, b3, b4), dim=1)


Inception(4, (2, 4), (2, 4), 4)(torch.rand(2, 3, 8, 8)).shape


# %%
class GoogleNet(d2l.Classifier):
    def b1(self):
        return nn.Sequential(
            nn.LazyConv2d(8, kernel_size=7, stride=2, padding=3),
            nn.ReLU(),
            nn.MaxPool2d(kernel_size=3, stride=2, padding=1),
        )


@d2l.add_to_class(GoogleNet)
def b2(self):
    return nn.Sequential(
        Inception(4, (4, 8), (2, 4), 4),
        Inception(4, (4, 6), (2, 4), 2),
        nn.MaxPool2d(kernel_size=3, stride=2, padding=1),
    )


@d2l.add_to_class(GoogleNet)
def b5(self):
    return nn.Sequential(Inception(8, (4, 8), (4, 8), 8), nn.AdaptiveAvgPool2d((1, 1)), nn.Flatten())


@d2l.add_to_class(GoogleNet)
def __init__(self, lr=0.1, num_classes=10):
    super(GoogleNet, self).__init__()
    self.save_hyperparameters()
    self.net = nn.Sequential(self.b1(), self.b2(), self.b5(), nn.LazyLinear(num_classes))
    self.net.apply(d2l.init_cnn)


# %%
model = GoogleNet().layer_summary((1, 1, 28, 28))

# %%
model = GoogleNet(lr=0.01)
data = d2l.FashionMNIST(batch_size=40, resize=(28, 28))
model.apply_init([next(iter(data.get_dataloader(True)))[0]], d2l.init_cnn)
d2l.Trainer(max_epochs=1).fit(model, data)

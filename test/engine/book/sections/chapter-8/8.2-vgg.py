# %%
import torch
from d2l import torch as d2l
from torch import nn


def vgg_block(num_convs, out_channels):
    layers = []
    for _ in range(num_convs):
        layers.append(nn.LazyConv2d(out_channels, kernel_size=3, padding=1))
        layers.append(nn.ReLU())
    layers.append(nn.MaxPool2d(kernel_size=2, stride=2))
    return nn.Sequential(*layers)


# %%
class VGG(d2l.Classifier):
    def __init__(self, arch, lr=0.1, num_classes=10):
        super().__init__()
        self.save_hyperparameters()
        blocks = [vgg_block(*each) for each in arch]
        self.net = nn.Sequential(
            *blocks,
            nn.Flatten(),
            nn.LazyLinear(32),
            nn.ReLU(),
            nn.Dropout(0.5),
            nn.LazyLinear(32),
            nn.ReLU(),
            nn.Dropout(0.5),
            nn.LazyLinear(num_classes),
        )
        self.net.apply(d2l.init_cnn)


# %%
VGG(arch=((1, 4), (1, 8), (2, 8), (2, 16), (2, 16))).layer_summary((1, 1, 64, 64))

# %%
model = VGG(arch=((1, 4), (1, 8)), lr=0.01)
data = d2l.FashionMNIST(batch_size=32, resize=(16, 16))
model.apply_init([next(iter(data.get_dataloader(True)))[0]], d2l.init_cnn)
print(model.net[0])
sum(p.numel() for p in model.parameters())

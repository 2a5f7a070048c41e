# trained
# %%
import torch
from d2l import torch as d2l
from torch import nn
from torch.nn import functional as F


class Residual(nn.Module):
    def __init__(self, num_channels, use_1x1conv=False, strides=1):
        super().__init__()
        self.conv1 = nn.LazyConv2d(num_channels, kernel_size=3, padding=1, stride=strides)
        self.conv2 = nn.LazyConv2d(num_channels, kernel_size=3, padding=1)
        if use_1x1conv:
            self.conv3 = nn.LazyConv2d(num_channels, kernel_size=1, stride=strides)
        else:
            self.conv3 = None
        self.bn1 = nn.LazyBatchNorm2d()
        self.bn2 = nn.LazyBatchNorm2d()

    def forward(self, X):
        Y = F.relu(self.bn1(self.conv1(X)))
        Y = self.bn2(self.conv2(Y))
        if self.conv3:
            X = self.conv3(X)
        Y += X
        return F.relu(Y)


# %%
blk = Residual(3)
X = torch.randn(4, 3, 6, 6)
blk(X).shape

# %%
blk = Residual(6, use_1x1conv=True, strides=2)
blk(X).shape


# %%
class ResNet(d2l.Classifier):
    def b1(self):
        return nn.Sequential(
            nn.LazyConv2d(8, kernel_size=7, stride=2, padding=3),
            nn.LazyBatchNorm2d(),
            nn.ReLU(),
            nn.MaxPool2d(kernel_size=3, stride=2, padding=1),
        )


# %%
@d2l.add_to_class(ResNet)
def block(self, num_residuals, num_channels, first_block=False):
    blk = []
    for i in range(num_residuals):
        if i == 0 and not first_block:
            blk.append(Residual(num_channels, use_1x1conv=True, strides=2))
        else:
            blk.append(Residual(num_channels))
    return nn.Sequential(*blk)


# %%
@d2l.add_to_class(ResNet)
def __init__(self, arch, lr=0.1, num_classes=10):
    super(ResNet, self).__init__()
    self.save_hyperparameters()
    self.net = nn.Sequential(self.b1())
    for i, b in enumerate(arch):
        self.net.add_module(f'b{i + 2}', self.block(*b, first_block=(i == 0)))
    self.net.add_module(
        'last', nn.Sequential(nn.AdaptiveAvgPool2d((1, 1)), nn.Flatten(), nn.LazyLinear(num_classes))
    )
    self.net.apply(d2l.init_cnn)


# %%
class ResNet18(ResNet):
    def __init__(self, lr=0.1, num_classes=10):
        super().__init__(((1, 8), (1, 12), (1, 16)), lr, num_classes)


ResNet18().layer_summary((1, 1, 48, 48))

# %%
model = ResNet18(lr=0.01)
data = d2l.FashionMNIST(batch_size=40)
model.apply_init([next(iter(data.get_dataloader(True)))[0]], d2l.init_cnn)
d2l.Trainer(max_epochs=1).fit(model, data)

# %%
blk = d2l.ResNeXtBlock(32, 16, 1)
X = torch.randn(4, 32, 12, 12)
blk(X).shape

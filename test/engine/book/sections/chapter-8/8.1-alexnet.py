# %%
import torch
from d2l import torch as d2l
from torch import nn


class AlexNet(d2l.Classifier):
    def __init__(self, lr=0.1, num_classes=10):
        super().__init__()
        self.save_hyperparameters()
        self.net = nn.Sequential(
            nn.LazyConv2d(12, kernel_size=11, stride=4, padding=1),
            nn.ReLU(),
            nn.MaxPool2d(kernel_size=3, stride=2),
            nn.LazyConv2d(24, kernel_size=5, padding=2),
            nn.ReLU(),
            nn.MaxPool2d(kernel_size=3, stride=2),
            nn.LazyConv2d(16, kernel_size=3, padding=1),
            nn.ReLU(),
            nn.MaxPool2d(kernel_size=3, stride=2),
            nn.Flatten(),
            nn.LazyLinear(32),
            nn.ReLU(),
            nn.Dropout(p=0.5),
            nn.LazyLinear(num_classes),
        )
        self.net.apply(d2l.init_cnn)


# %%
AlexNet().layer_summary((1, 1, 224, 224))

# %%
model = AlexNet(lr=0.01)
data = d2l.FashionMNIST(batch_size=4, resize=(224, 224))
X, y = next(iter(data.val_dataloader()))
print(X.shape, y)
model.eval()
model(X).shape, round(float(X.mean()), 4)

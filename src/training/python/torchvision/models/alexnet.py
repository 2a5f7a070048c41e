"""AlexNet in one piece (Krizhevsky, 2014)."""

from typing import Any

from torch import Tensor, nn

from ._weights import without_weights

__all__ = ['AlexNet', 'alexnet']

_OFFERED_LATE_BY = 'torchvision.models'


class AlexNet(nn.Module):
    """Five convolutions and three fully connected layers.

    Args:
        num_classes: how many outputs.
        dropout: of the fully connected layers.
    """

    def __init__(self, num_classes: int = 1000, dropout: float = 0.5) -> None:
        super().__init__()
        self.features = nn.Sequential(
            nn.Conv2d(3, 64, kernel_size=11, stride=4, padding=2),
            nn.ReLU(inplace=True),
            nn.MaxPool2d(kernel_size=3, stride=2),
            nn.Conv2d(64, 192, kernel_size=5, padding=2),
            nn.ReLU(inplace=True),
            nn.MaxPool2d(kernel_size=3, stride=2),
            nn.Conv2d(192, 384, kernel_size=3, padding=1),
            nn.ReLU(inplace=True),
            nn.Conv2d(384, 256, kernel_size=3, padding=1),
            nn.ReLU(inplace=True),
            nn.Conv2d(256, 256, kernel_size=3, padding=1),
            nn.ReLU(inplace=True),
            nn.MaxPool2d(kernel_size=3, stride=2),
        )
        self.avgpool = nn.AdaptiveAvgPool2d((6, 6))
        self.classifier = nn.Sequential(
            nn.Dropout(p=dropout),
            nn.Linear(256 * 6 * 6, 4096),
            nn.ReLU(inplace=True),
            nn.Dropout(p=dropout),
            nn.Linear(4096, 4096),
            nn.ReLU(inplace=True),
            nn.Linear(4096, num_classes),
        )

    def forward(self, x: Tensor) -> Tensor:
        """Pictures (n, 3, height, width) to outputs (n, classes)."""
        return self.classifier(self.avgpool(self.features(x)).flatten(1))


def alexnet(
    *, weights: Any = None, pretrained: bool = False, progress: bool = True, **kwargs: Any
) -> AlexNet:
    """AlexNet with random weights."""
    without_weights('alexnet', weights, pretrained)
    return AlexNet(**kwargs)

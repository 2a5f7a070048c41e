"""ResNet: blocks of convolutions beside a shortcut (He et al., 2015), and wider and grouped ones."""

from typing import Any, ClassVar

import torch
from torch import Tensor, nn

from ._weights import without_weights

__all__ = [
    'BasicBlock',
    'Bottleneck',
    'ResNet',
    'resnet18',
    'resnet34',
    'resnet50',
    'resnet101',
    'resnet152',
    'resnext50_32x4d',
    'wide_resnet50_2',
]

_OFFERED_LATE_BY = 'torchvision.models'


class BasicBlock(nn.Module):
    """Two 3 by 3 convolutions."""

    expansion: ClassVar[int] = 1

    def __init__(
        self,
        inplanes: int,
        planes: int,
        stride: int = 1,
        downsample: nn.Module | None = None,
        groups: int = 1,
        base_width: int = 64,
    ) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(inplanes, planes, 3, stride, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(planes)
        self.relu = nn.ReLU(inplace=True)
        self.conv2 = nn.Conv2d(planes, planes, 3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(planes)
        self.downsample = downsample
        self.stride = stride

    def forward(self, x: Tensor) -> Tensor:
        """Features and shortcut, added."""
        found = self.relu(self.bn1(self.conv1(x)))
        found = self.bn2(self.conv2(found))
        found += x if self.downsample is None else self.downsample(x)
        return self.relu(found)


class Bottleneck(nn.Module):
    """A 3 by 3 convolution of fewer channels between two 1 by 1 convolutions."""

    expansion: ClassVar[int] = 4

    def __init__(
        self,
        inplanes: int,
        planes: int,
        stride: int = 1,
        downsample: nn.Module | None = None,
        groups: int = 1,
        base_width: int = 64,
    ) -> None:
        super().__init__()
        width = int(planes * (base_width / 64.0)) * groups
        self.conv1 = nn.Conv2d(inplanes, width, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(width)
        self.conv2 = nn.Conv2d(width, width, 3, stride, padding=1, groups=groups, bias=False)
        self.bn2 = nn.BatchNorm2d(width)
        self.conv3 = nn.Conv2d(width, planes * self.expansion, 1, bias=False)
        self.bn3 = nn.BatchNorm2d(planes * self.expansion)
        self.relu = nn.ReLU(inplace=True)
        self.downsample = downsample
        self.stride = stride

    def forward(self, x: Tensor) -> Tensor:
        """Features and shortcut, added."""
        found = self.relu(self.bn1(self.conv1(x)))
        found = self.relu(self.bn2(self.conv2(found)))
        found = self.bn3(self.conv3(found))
        found += x if self.downsample is None else self.downsample(x)
        return self.relu(found)


class ResNet(nn.Module):
    """Four stages of blocks.

    Args:
        block: `BasicBlock` or `Bottleneck`.
        layers: blocks of each stage.
        num_classes: how many outputs.
        zero_init_residual: whether each block begins as its shortcut alone.
        groups, width_per_group: of the 3 by 3 convolutions in `Bottleneck`.
    """

    def __init__(
        self,
        block: Any,
        layers: Any,
        num_classes: int = 1000,
        zero_init_residual: bool = False,
        groups: int = 1,
        width_per_group: int = 64,
    ) -> None:
        super().__init__()
        self.inplanes = 64
        self.groups = groups
        self.base_width = width_per_group
        self.conv1 = nn.Conv2d(3, 64, kernel_size=7, stride=2, padding=3, bias=False)
        self.bn1 = nn.BatchNorm2d(64)
        self.relu = nn.ReLU(inplace=True)
        self.maxpool = nn.MaxPool2d(kernel_size=3, stride=2, padding=1)
        self.layer1 = self._make_layer(block, 64, layers[0])
        self.layer2 = self._make_layer(block, 128, layers[1], stride=2)
        self.layer3 = self._make_layer(block, 256, layers[2], stride=2)
        self.layer4 = self._make_layer(block, 512, layers[3], stride=2)
        self.avgpool = nn.AdaptiveAvgPool2d((1, 1))
        self.fc = nn.Linear(512 * block.expansion, num_classes)
        self._initialize(zero_init_residual)

    def _initialize(self, zero_init_residual: bool) -> None:
        for module in self.modules():
            if isinstance(module, nn.Conv2d):
                nn.init.kaiming_normal_(module.weight, mode='fan_out', nonlinearity='relu')
            elif isinstance(module, (nn.BatchNorm2d, nn.GroupNorm)):
                nn.init.constant_(module.weight, 1)
                nn.init.constant_(module.bias, 0)
        if zero_init_residual:
            for module in self.modules():
                if isinstance(module, (BasicBlock, Bottleneck)):
                    last = module.bn3 if isinstance(module, Bottleneck) else module.bn2
                    nn.init.constant_(last.weight, 0)

    def _make_layer(self, block: Any, planes: int, blocks: int, stride: int = 1) -> nn.Sequential:
        channels = planes * block.expansion
        downsample = None
        if stride != 1 or self.inplanes != channels:
            downsample = nn.Sequential(
                nn.Conv2d(self.inplanes, channels, 1, stride, bias=False), nn.BatchNorm2d(channels)
            )
        width = self.groups, self.base_width
        layers = [block(self.inplanes, planes, stride, downsample, *width)]
        self.inplanes = channels
        layers += [block(channels, planes, 1, None, *width) for _ in range(1, blocks)]
        return nn.Sequential(*layers)

    def forward(self, x: Tensor) -> Tensor:
        """Pictures (n, 3, height, width) to outputs (n, classes)."""
        x = self.maxpool(self.relu(self.bn1(self.conv1(x))))
        x = self.layer4(self.layer3(self.layer2(self.layer1(x))))
        return self.fc(torch.flatten(self.avgpool(x), 1))


def _maker(name: str, block: Any, layers: list[int], **fixed: Any) -> Any:
    def make(
        *, weights: Any = None, pretrained: bool = False, progress: bool = True, **kwargs: Any
    ) -> ResNet:
        without_weights(name, weights, pretrained)
        return ResNet(block, layers, **{**fixed, **kwargs})

    make.__name__ = make.__qualname__ = name
    make.__doc__ = f'{name} with random weights.'
    return make


resnet18 = _maker('resnet18', BasicBlock, [2, 2, 2, 2])
resnet34 = _maker('resnet34', BasicBlock, [3, 4, 6, 3])
resnet50 = _maker('resnet50', Bottleneck, [3, 4, 6, 3])
resnet101 = _maker('resnet101', Bottleneck, [3, 4, 23, 3])
resnet152 = _maker('resnet152', Bottleneck, [3, 8, 36, 3])
resnext50_32x4d = _maker('resnext50_32x4d', Bottleneck, [3, 4, 6, 3], groups=32, width_per_group=4)
wide_resnet50_2 = _maker('wide_resnet50_2', Bottleneck, [3, 4, 6, 3], width_per_group=128)

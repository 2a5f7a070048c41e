"""torch.distributions.transforms: functions of random variables."""

from ._elementwise_transforms import (
    AbsTransform,
    AffineTransform,
    CumulativeDistributionTransform,
    ExpTransform,
    PowerTransform,
    SigmoidTransform,
    SoftplusTransform,
    TanhTransform,
)
from ._joint_transforms import (
    IndependentTransform,
    LowerCholeskyTransform,
    PositiveDefiniteTransform,
    ReshapeTransform,
    SoftmaxTransform,
    StickBreakingTransform,
)
from ._partwise_transforms import CatTransform, StackTransform
from ._transform import ComposeTransform, Transform, identity_transform

__all__ = [
    'AbsTransform',
    'AffineTransform',
    'CatTransform',
    'ComposeTransform',
    'CumulativeDistributionTransform',
    'ExpTransform',
    'IndependentTransform',
    'LowerCholeskyTransform',
    'PositiveDefiniteTransform',
    'PowerTransform',
    'ReshapeTransform',
    'SigmoidTransform',
    'SoftmaxTransform',
    'SoftplusTransform',
    'StackTransform',
    'StickBreakingTransform',
    'TanhTransform',
    'Transform',
    'identity_transform',
]

_OFFERED_LATE_BY = 'torch.distributions'

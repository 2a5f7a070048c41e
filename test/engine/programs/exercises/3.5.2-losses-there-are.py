import torch
from torch import nn

print([name for name in dir(nn) if name.endswith('Loss') and name in {
    'MSELoss', 'L1Loss', 'HuberLoss', 'SmoothL1Loss', 'CrossEntropyLoss', 'BCELoss', 'BCEWithLogitsLoss',
    'NLLLoss', 'KLDivLoss', 'PoissonNLLLoss', 'GaussianNLLLoss', 'HingeEmbeddingLoss', 'SoftMarginLoss',
    'MarginRankingLoss', 'CosineEmbeddingLoss', 'TripletMarginLoss'}])
y_hat = torch.tensor([[0.5], [-2.0], [3.0]], requires_grad=True)
y = torch.tensor([[0.0], [1.0], [2.5]])
for loss in (
    nn.MSELoss(), nn.L1Loss(), nn.HuberLoss(), nn.HuberLoss(delta=0.5), nn.SmoothL1Loss(), nn.SmoothL1Loss(beta=2.0),
    nn.MSELoss(reduction='sum'), nn.L1Loss(reduction='none'), nn.PoissonNLLLoss(), nn.SoftMarginLoss(),
):
    value = loss(y_hat, y)
    (gradient,) = torch.autograd.grad(value.sum(), y_hat)
    print(loss, value, gradient.reshape(-1))

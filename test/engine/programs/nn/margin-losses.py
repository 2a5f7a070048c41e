import torch
from torch import nn

x = torch.tensor([[0.1, 0.2, 0.4, 0.8], [1.0, -0.5, 0.3, -2.0]], requires_grad=True)
signs = torch.tensor([[1.0, -1.0, -1.0, 1.0], [-1.0, 1.0, 1.0, 1.0]])
for reduction in ('mean', 'sum', 'none'):
    for loss, *rest in (
        (nn.SoftMarginLoss(reduction=reduction), signs),
        (nn.HingeEmbeddingLoss(margin=0.5, reduction=reduction), signs),
        (nn.MultiLabelMarginLoss(reduction=reduction), torch.tensor([[3, 0, -1, 1], [1, -1, 0, 2]])),
        (nn.MultiMarginLoss(reduction=reduction), torch.tensor([3, 0])),
        (nn.MultiMarginLoss(p=2, margin=0.5, weight=torch.tensor([1.0, 2.0, 1.0, 0.5]), reduction=reduction), torch.tensor([3, 1])),
        (nn.MultiLabelSoftMarginLoss(reduction=reduction), (signs + 1) / 2),
        (nn.MarginRankingLoss(margin=0.1, reduction=reduction), signs, signs),
        (nn.CosineEmbeddingLoss(margin=0.2, reduction=reduction), signs, torch.tensor([1.0, -1.0])),
        (nn.TripletMarginLoss(p=1.0, swap=True, reduction=reduction), signs, signs + 1),
        (nn.TripletMarginWithDistanceLoss(distance_function=nn.PairwiseDistance(), reduction=reduction), signs, signs + 1),
        (nn.GaussianNLLLoss(full=True, reduction=reduction), signs, torch.full((2, 4), 0.5)),
        (nn.PoissonNLLLoss(full=True, reduction=reduction), signs + 2),
    ):
        value = loss(x, *rest)
        print(type(loss).__name__, value.detach(), torch.autograd.grad(value.sum(), x)[0])
print(nn.MultiLabelMarginLoss()(x[0].detach(), torch.tensor([3, 0, -1, 1])))

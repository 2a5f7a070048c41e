import torch
from torch import nn

for call in (
    lambda: nn.Linear(3, 2)(torch.ones(4, 5)),
    lambda: nn.Linear(3, 2)(torch.ones(2, 3, dtype=torch.float64)),
    lambda: nn.Linear(3, 2)(torch.ones(2, 3, dtype=torch.int64)),
    lambda: torch.nn.functional.softmax(torch.ones(2, 2), dim=3),
    lambda: nn.functional.mse_loss(torch.ones(2), torch.ones(3)),
    lambda: nn.CrossEntropyLoss()(torch.ones(2, 3), torch.ones(3, dtype=torch.int64)),
    lambda: nn.functional.one_hot(torch.tensor([1.0])),
    lambda: nn.functional.one_hot(torch.tensor([3]), 2),
    lambda: nn.Dropout(1.5),
    lambda: nn.Flatten()(torch.ones(3)).shape,
    lambda: nn.Sequential(nn.Linear(2, 2), nn.ReLU)(torch.ones(1, 2)),
    lambda: nn.Linear(2.5, 1),
    lambda: nn.Linear(2, 1)([1.0, 2.0]),
    lambda: nn.Sequential([nn.Linear(2, 1)]),
    lambda: nn.BCELoss()(torch.tensor([1.5]), torch.tensor([1.0])),
):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)

import numpy as np
import torch

x = torch.ones(2, requires_grad=True)
for action in (lambda: x.numpy(), lambda: np.array([1.0, 2.0]) @ np.ones((3, 2)), lambda: torch.from_numpy([1, 2]), lambda: np.ones(2) + np.ones(3), lambda: torch.tensor(np.array(['a']))):
    try:
        action()
    except Exception as error:
        print(type(error).__name__, error)
print(np.array(x.detach()) * 2, x.detach().numpy())

import math

import torch

x = torch.tensor([10.0 ** -(i + 1) for i in range(4)], dtype=torch.float64)
count = 0
for labels in torch.cartesian_prod(*[torch.tensor([0.0, 1.0])] * 4):
    omega = math.pi * (1 + sum((1 - l) * 10 ** (i + 1) for i, l in enumerate(labels.tolist())))
    predicted = (torch.sin(omega * x) > 0).double()
    count += int(torch.equal(predicted, labels.double()))
print(count)

import torch
from torch import optim

X = torch.randn(20, 3, dtype=torch.float64)
y = X @ torch.tensor([1.0, -2.0, 0.5], dtype=torch.float64)
for make in (
    lambda p: optim.Adamax(p), lambda p: optim.Adamax(p, lr=0.1, weight_decay=0.1), lambda p: optim.NAdam(p, lr=0.1),
    lambda p: optim.NAdam(p, lr=0.1, weight_decay=0.1, decoupled_weight_decay=True), lambda p: optim.RAdam(p, lr=0.1),
    lambda p: optim.RAdam(p, lr=0.1, weight_decay=0.1), lambda p: optim.ASGD(p, lr=0.1), lambda p: optim.ASGD(p, lr=0.1, t0=2, lambd=0.1),
    lambda p: optim.Rprop(p), lambda p: optim.Rprop(p, lr=0.3, etas=(0.4, 1.5)), lambda p: optim.Adadelta(p),
):
    w = torch.zeros(3, dtype=torch.float64, requires_grad=True)
    optimizer = make([w])
    for _ in range(12):
        optimizer.zero_grad()
        loss = ((X @ w - y) ** 2).mean()
        loss.backward()
        optimizer.step()
    print(optimizer)
    print(w, loss)
for wrong in (lambda: optim.Adamax([w], lr=-1), lambda: optim.NAdam([w], betas=(1.0, 0.9)), lambda: optim.Rprop([w], etas=(1.2, 0.5))):
    try:
        wrong()
    except ValueError as error:
        print(error)

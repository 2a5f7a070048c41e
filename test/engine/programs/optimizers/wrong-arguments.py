import torch

w = torch.zeros(1, requires_grad=True)
for make in (
    lambda: torch.optim.SGD([w], lr=-1.0),
    lambda: torch.optim.SGD([w], lr=0.1, momentum=-0.5),
    lambda: torch.optim.SGD([w], lr=0.1, nesterov=True),
    lambda: torch.optim.SGD([], lr=0.1),
    lambda: torch.optim.SGD(w, lr=0.1),
    lambda: torch.optim.SGD([w * 2], lr=0.1),
    lambda: torch.optim.SGD([3.0], lr=0.1),
    lambda: torch.optim.Adam([w], betas=(1.5, 0.9)),
    lambda: torch.optim.SGD([w], learning_rate=0.1),
):
    try:
        make()
    except Exception as error:
        print(type(error).__name__, error)

import torch

for kind, options in (
    (torch.optim.Adagrad, dict(lr=0.1)),
    (torch.optim.Adagrad, dict(lr=0.1, lr_decay=0.1, weight_decay=0.1, initial_accumulator_value=0.5)),
    (torch.optim.RMSprop, dict(lr=0.1)),
    (torch.optim.RMSprop, dict(lr=0.1, alpha=0.9, momentum=0.5)),
    (torch.optim.RMSprop, dict(lr=0.1, centered=True, weight_decay=0.1)),
    (torch.optim.Adadelta, dict()),
    (torch.optim.Adadelta, dict(lr=0.5, rho=0.8, eps=1e-3)),
):
    w = torch.tensor([1.0, -2.0, 3.0], requires_grad=True)
    optimizer = kind([w], **options)
    for _ in range(5):
        optimizer.zero_grad()
        (w**2 * torch.tensor([1.0, 2.0, 0.5])).sum().backward()
        optimizer.step()
    print(kind.__name__, options, w.data)

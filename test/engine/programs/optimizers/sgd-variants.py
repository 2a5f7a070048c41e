import torch

for options in (
    dict(lr=0.1),
    dict(lr=0.1, momentum=0.9),
    dict(lr=0.1, momentum=0.9, nesterov=True),
    dict(lr=0.1, momentum=0.9, dampening=0.5),
    dict(lr=0.1, weight_decay=0.5),
    dict(lr=0.1, momentum=0.5, weight_decay=0.1, nesterov=True),
    dict(lr=0.1, maximize=True),
):
    w = torch.tensor([1.0, -2.0, 3.0], requires_grad=True)
    optimizer = torch.optim.SGD([w], **options)
    for _ in range(5):
        optimizer.zero_grad()
        (w**2 * torch.tensor([1.0, 2.0, 0.5])).sum().backward()
        optimizer.step()
    print(options, w.data)
print(optimizer)

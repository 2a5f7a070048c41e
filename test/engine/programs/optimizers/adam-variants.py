import torch

for kind, options in (
    (torch.optim.Adam, dict(lr=0.1)),
    (torch.optim.Adam, dict(lr=0.1, betas=(0.5, 0.9), eps=1e-3)),
    (torch.optim.Adam, dict(lr=0.1, weight_decay=0.1)),
    (torch.optim.Adam, dict(lr=0.1, amsgrad=True)),
    (torch.optim.AdamW, dict(lr=0.1)),
    (torch.optim.AdamW, dict(lr=0.1, weight_decay=0.5)),
):
    w = torch.tensor([1.0, -2.0, 3.0], requires_grad=True)
    optimizer = kind([w], **options)
    for _ in range(5):
        optimizer.zero_grad()
        (w**2 * torch.tensor([1.0, 2.0, 0.5])).sum().backward()
        optimizer.step()
    print(kind.__name__, options, w.data)
torch.optim.Adam([w])

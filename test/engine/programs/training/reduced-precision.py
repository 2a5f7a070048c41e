"""Networks in float16 and bfloat16, and under autocast."""

import torch
from torch import nn

for kind in (torch.float16, torch.bfloat16):
    torch.manual_seed(1)
    net = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2)).to(kind)
    optimizer = torch.optim.SGD(net.parameters(), lr=0.1, momentum=0.9)
    X = torch.arange(12.0).reshape(3, 4).to(kind) / 10
    for _ in range(3):
        loss = ((net(X) - 1) ** 2).mean()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        print(loss.dtype, net[0].weight.dtype, net[0].weight.grad.dtype, round(loss.item(), 1))
print(nn.Linear(2, 1).half().weight.dtype, nn.Linear(2, 1).bfloat16().bias.dtype, nn.Conv2d(1, 1, 2).half()(torch.ones(1, 1, 3, 3).half()).shape)

layer = nn.Linear(3, 2)
with torch.autocast('cpu', dtype=torch.bfloat16):
    y = layer(torch.ones(1, 3))
    print(y.dtype, (y + torch.ones(1, 2)).dtype, torch.softmax(y, 1).dtype, (torch.ones(2, 2) @ torch.ones(2, 2)).dtype)
    print(torch.is_autocast_enabled('cpu'), torch.get_autocast_dtype('cpu'), torch.exp(torch.ones(2)).dtype)
    mse = nn.functional.mse_loss(y, torch.zeros(1, 2))
    cross = nn.functional.cross_entropy(y, torch.tensor([1]))
    print(mse.dtype, cross.dtype)
    with torch.autocast('cpu', enabled=False):
        print(layer(torch.ones(1, 3)).dtype)
mse.backward()
print(layer.weight.grad.dtype, layer(torch.ones(1, 3)).dtype, torch.is_autocast_enabled('cpu'))


@torch.autocast('cpu', dtype=torch.bfloat16)
def forward(x):
    return layer(x)


print(forward(torch.ones(1, 3)).dtype)
scaler = torch.amp.GradScaler('cpu', init_scale=8.0)
optimizer = torch.optim.SGD(layer.parameters(), lr=0.1)
optimizer.zero_grad()
scaler.scale(layer(torch.ones(1, 3)).sum()).backward()
print(layer.bias.grad)
scaler.step(optimizer)
scaler.update()
print(layer.bias.grad, scaler.get_scale())

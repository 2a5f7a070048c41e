import torch
from torch import nn

net = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
x = torch.randn(3, 4)
with torch.autocast(device_type='cpu', dtype=torch.bfloat16):
    out = net(x)
    print(out.dtype)
    s = (x @ x.T)
    print(s.dtype, torch.is_autocast_enabled(), torch.exp(s).dtype)
    loss = nn.functional.mse_loss(out, torch.zeros(3, 2))
    print(loss.dtype)
loss.backward()
print(net[0].weight.grad.dtype, net[0].weight.dtype)
with torch.autocast('cpu', dtype=torch.float16):
    print(net(x).dtype)
    print(torch.softmax(net(x), -1).dtype)
with torch.autocast('cpu', enabled=False):
    print(net(x).dtype)
scaler = torch.amp.GradScaler('cpu', enabled=False)
opt = torch.optim.SGD(net.parameters(), lr=0.1)
opt.zero_grad()
with torch.amp.autocast('cpu', dtype=torch.bfloat16):
    loss = net(x).float().pow(2).mean()
scaler.scale(loss).backward()
scaler.step(opt)
scaler.update()
print(scaler.get_scale(), torch.is_autocast_enabled('cpu'))


@torch.autocast('cpu', dtype=torch.bfloat16)
def f(a, b):
    return a @ b


print(f(x, x.T).dtype)

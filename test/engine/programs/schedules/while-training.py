# trained
import torch
from torch import nn

X = torch.linspace(-1, 1, 20).reshape(-1, 1)
y = 2 * X + 1
net = nn.Linear(1, 1)
optimizer = torch.optim.SGD(net.parameters(), lr=0.5)
scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, 20)
for epoch in range(20):
    loss = nn.MSELoss()(net(X), y)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    scheduler.step()
    if epoch % 5 == 0:
        print(epoch, f'{loss.item():.6f}', f"{optimizer.param_groups[0]['lr']:.6f}")

import torch
from torch import nn

torch.manual_seed(0)
G, D = nn.Sequential(nn.Linear(1, 4), nn.LeakyReLU(0.2), nn.Linear(4, 1)), nn.Sequential(nn.Linear(1, 4), nn.Tanh(), nn.Linear(4, 1))
og, od = torch.optim.Adam(G.parameters(), lr=1e-2, betas=(0.5, 0.9)), torch.optim.Adam(D.parameters(), lr=1e-2)
bce = nn.BCEWithLogitsLoss()
for i in range(20):
    real, z = torch.randn(16, 1) + 3, torch.rand(16, 1)
    for p in D.parameters():
        p.requires_grad_(True)
    od.zero_grad()
    ld = bce(D(real), torch.ones(16, 1)) + bce(D(G(z).detach()), torch.zeros(16, 1))
    ld.backward()
    od.step()
    for p in D.parameters():
        p.requires_grad_(False)
    og.zero_grad()
    lg = bce(D(G(z)), torch.ones(16, 1))
    lg.backward()
    og.step()
    if i % 10 == 9:
        print(i, round(ld.item(), 4), round(lg.item(), 4))
print(G(torch.tensor([[0.5]])), [p.grad is not None for p in D.parameters()])

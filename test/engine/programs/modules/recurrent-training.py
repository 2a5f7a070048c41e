"""A GRU learns to continue a wave: gradients through time, clipped."""

import torch
from torch import nn

torch.manual_seed(1)
wave = torch.sin(torch.arange(60) * 0.3)
X = torch.stack([wave[i : i + 10] for i in range(40)]).unsqueeze(-1)
y = wave[10:50].unsqueeze(-1)


class Continuation(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(1, 8, batch_first=True)
        self.head = nn.Linear(8, 1)

    def forward(self, X):
        outputs, _ = self.rnn(X)
        return self.head(outputs[:, -1])


net = Continuation()
optimizer = torch.optim.Adam(net.parameters(), lr=0.02)
for epoch in range(15):
    optimizer.zero_grad()
    loss = nn.functional.mse_loss(net(X), y)
    loss.backward()
    norm = nn.utils.clip_grad_norm_(net.parameters(), 1.0)
    optimizer.step()
    if epoch % 5 == 4:
        print(f'{epoch} {loss.item():.5f} {norm.item():.5f}')
print({name: round(parameter.grad.norm().item(), 4) for name, parameter in net.named_parameters()})

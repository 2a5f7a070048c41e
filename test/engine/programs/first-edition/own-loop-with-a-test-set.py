# trained
import torch
from torch import nn, optim

torch.manual_seed(3)
x = torch.linspace(-1, 1, 40).unsqueeze(1)
y = 3 * x - 0.5 + 0.05 * torch.randn(x.size())
order = torch.randperm(40)
train, test = order[:30], order[30:]
model = nn.Linear(1, 1)
criterion = nn.MSELoss()
optimizer = optim.SGD(model.parameters(), lr=0.1)
history = []
for step in range(60):
    model.train()
    loss = criterion(model(x[train]), y[train])
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    model.eval()
    with torch.no_grad():
        history.append((loss.item(), criterion(model(x[test]), y[test]).item()))
    if step % 20 == 0:
        print(f'step {step}: train {history[-1][0]:.4f} test {history[-1][1]:.4f}')
print(model.weight, model.bias)
len(history), history[-1]

import torch

confusion = torch.tensor([[0.8, 0.1, 0.2], [0.1, 0.7, 0.1], [0.1, 0.2, 0.7]])
predicted = torch.tensor([0.5, 0.3, 0.2])
weights = torch.linalg.solve(confusion, predicted)
print(weights, confusion @ weights)
print(torch.linalg.inv(confusion) @ predicted)
torch.inverse(confusion)

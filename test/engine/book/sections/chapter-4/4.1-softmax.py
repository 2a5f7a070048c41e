# %%
import torch

logits = torch.tensor([[1.0, 2.0, 3.0], [1000.0, 0.0, -1000.0]])
torch.softmax(logits, dim=1)

# %%
torch.nn.functional.one_hot(torch.tensor([0, 2, 1]), num_classes=3)

# %%
def cross_entropy(probabilities, one_hot):
    return -(one_hot * probabilities.log()).sum(1)


q = torch.tensor([[0.1, 0.3, 0.6], [0.5, 0.25, 0.25]])
cross_entropy(q, torch.eye(3)[[2, 0]]), cross_entropy(q, q)

# %%
o = torch.tensor([0.5, -1.0, 2.0], requires_grad=True)
loss = -torch.log_softmax(o, 0)[1]
loss.backward()
o.grad, torch.softmax(o, 0) - torch.tensor([0.0, 1.0, 0.0])

# %%
p = torch.tensor([0.5, 0.25, 0.125, 0.125])
-(p * p.log2()).sum()

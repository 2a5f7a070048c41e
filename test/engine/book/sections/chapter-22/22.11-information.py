# %%
import torch
from torch.nn import NLLLoss


def nansum(x):
    return x[~torch.isnan(x)].sum()


def self_information(p):
    return -torch.log2(torch.tensor(p)).item()


self_information(1 / 64)


# %%
def entropy(p):
    entropy = -p * torch.log2(p)
    return nansum(entropy)


entropy(torch.tensor([0.1, 0.5, 0.1, 0.3]))


# %%
def joint_entropy(p_xy):
    return nansum(-p_xy * torch.log2(p_xy))


joint_entropy(torch.tensor([[0.1, 0.5], [0.1, 0.3]]))


# %%
def conditional_entropy(p_xy, p_x):
    return nansum(-p_xy * torch.log2(p_xy / p_x))


conditional_entropy(torch.tensor([[0.1, 0.5], [0.2, 0.3]]), torch.tensor([0.2, 0.8]))


# %%
def mutual_information(p_xy, p_x, p_y):
    return nansum(p_xy * torch.log2(p_xy / (p_x * p_y)))


mutual_information(torch.tensor([[0.1, 0.5], [0.1, 0.3]]), torch.tensor([0.2, 0.8]), torch.tensor([[0.75, 0.25]]))


# %%
def kl_divergence(p, q):
    return nansum(p * torch.log2(p / q)).abs().item()


torch.manual_seed(1)
tensor_len = 2000
p = torch.normal(0, 1, (tensor_len,))
q1 = torch.normal(-1, 1, (tensor_len,))
q2 = torch.normal(1, 1, (tensor_len,))
p, q1, q2 = torch.sort(p)[0], torch.sort(q1)[0], torch.sort(q2)[0]
kl_pq1, kl_pq2 = kl_divergence(p, q1), kl_divergence(p, q2)
round(kl_pq1, 1), round(kl_pq2, 1), kl_divergence(q2, p) > 0


# %%
def cross_entropy(y_hat, y):
    ce = -torch.log(y_hat[range(len(y_hat)), y])
    return ce.mean()


labels = torch.tensor([0, 2])
preds = torch.tensor([[0.3, 0.6, 0.1], [0.2, 0.3, 0.5]])
cross_entropy(preds, labels)

# %%
nll_loss = NLLLoss()
loss = nll_loss(torch.log(preds), labels)
loss

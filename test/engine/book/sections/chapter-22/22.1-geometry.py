# %%
import torch
import torchvision
from d2l import torch as d2l
from IPython import display
from torchvision import transforms


def angle(v, w):
    return torch.acos(v.dot(w) / (torch.norm(v) * torch.norm(w)))


angle(torch.tensor([0, 1, 2], dtype=torch.float32), torch.tensor([2.0, 3, 4]))

# %%
trans = [transforms.ToTensor()]
trans = transforms.Compose(trans)
train = torchvision.datasets.FashionMNIST(root='../data', transform=trans, train=True, download=True)
test = torchvision.datasets.FashionMNIST(root='../data', transform=trans, train=False, download=True)
X_train_0 = torch.stack([x[0] * 256 for x in train if x[1] == 0]).type(torch.float32)
X_train_1 = torch.stack([x[0] * 256 for x in train if x[1] == 1]).type(torch.float32)
X_test = torch.stack([x[0] * 256 for x in test if x[1] == 0 or x[1] == 1]).type(torch.float32)
y_test = torch.stack([torch.tensor(x[1]) for x in test if x[1] == 0 or x[1] == 1]).type(torch.float32)
ave_0 = torch.mean(X_train_0, axis=0)
ave_1 = torch.mean(X_train_1, axis=0)
X_test.shape, ave_0.mean(), y_test.sum()

# %%
d2l.set_figsize()
d2l.plt.imshow(ave_0.reshape(28, 28).tolist(), cmap='Greys')
d2l.plt.show()

# %%
w = (ave_1 - ave_0).T
predictions = X_test.reshape(y_test.shape[0], -1) @ (w.flatten()) > -1500000
torch.mean((predictions.type(y_test.dtype) == y_test).float(), dtype=torch.float64)

# %%
M = torch.tensor([[1, 2], [1, 4]], dtype=torch.float32)
M_inv = torch.tensor([[2, -1], [-0.5, 0.5]])
M_inv @ M

# %%
torch.det(torch.tensor([[1, -1], [2, 3]], dtype=torch.float32))

# %%
A = torch.tensor([[[1, 2, 3], [0, 1, 0]], [[2, 3, 4], [1, 4, 0]]])
B = torch.tensor([[1, 2], [3, 4]])
v = torch.tensor([1, 2])
torch.einsum('ij, j -> i', B, v), torch.einsum('ijk, il, j -> kl', A, B, v)

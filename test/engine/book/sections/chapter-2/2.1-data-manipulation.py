# %%
import torch

x = torch.arange(10, dtype=torch.float32)
x

# %%
x.numel(), x.shape

# %%
X = x.reshape(2, 5)
X, x.reshape(-1, 5).shape, x.reshape(5, -1).shape

# %%
torch.zeros((2, 2, 3))

# %%
torch.ones((2, 2, 3)), torch.randn(2, 3)

# %%
torch.tensor([[5, 0, 2, 1], [3, 3, 1, 4]])

# %%
X[-1], X[:, 1:3]

# %%
X[1, 2] = 40
X

# %%
X[:1, :] = -1
X

# %%
torch.exp(x), torch.sigmoid(x[:3])

# %%
a = torch.tensor([1.0, 3, 9, 27])
b = torch.tensor([2, 2, 3, 3])
a + b, a - b, a * b, a / b, a**b

# %%
X = torch.arange(6, dtype=torch.float32).reshape(2, 3)
Y = torch.tensor([[2.0, 1, 4], [3, 4, 1]])
torch.cat((X, Y), dim=0), torch.cat((X, Y), dim=1)

# %%
X == Y, X < Y, X > Y

# %%
X.sum()

# %%
column = torch.arange(3).reshape((3, 1))
row = torch.arange(2).reshape((1, 2))
column, row, column + row

# %%
before = id(Y)
Y = Y + X
id(Y) == before

# %%
Z = torch.zeros_like(Y)
place = id(Z)
Z[:] = X + Y
id(Z) == place

# %%
place = id(X)
X += Y
id(X) == place

# %%
A = X.numpy()
B = torch.from_numpy(A)
type(A), type(B), A.dtype

# %%
A[0, 0] = 100
B[0, 0], X[0, 0]

# %%
s = torch.tensor([3.5])
s, s.item(), float(s), int(s)

# %%
torch.arange(6).reshape(4, 2)

import torch

X = torch.zeros(3, 3)
row = X[1]
row[0] = 7
X[2][1] = 8
X.T[0, 2] = 9
print(X, row)

# %%
import math

import torch
import torchvision
from d2l import torch as d2l

d2l.use_svg_display()
data_transform = torchvision.transforms.Compose(
    [torchvision.transforms.ToTensor(), lambda x: torch.floor(x * 255 / 128).squeeze(dim=0)]
)
mnist_train = torchvision.datasets.FashionMNIST(root='../data', train=True, transform=data_transform, download=True)
mnist_test = torchvision.datasets.FashionMNIST(root='../data', train=False, transform=data_transform, download=True)
image, label = mnist_train[2]
image.shape, label, image.sum(), type(label)

# %%
images = torch.stack([mnist_train[i][0] for i in range(10, 38)], dim=0)
labels = torch.tensor([mnist_train[i][1] for i in range(10, 38)])
d2l.show_images(images, 2, 9)
images.shape, labels.dtype

# %%
X = torch.stack([mnist_train[i][0] for i in range(len(mnist_train))], dim=0)
Y = torch.tensor([mnist_train[i][1] for i in range(len(mnist_train))])
n_y = torch.zeros(10)
for y in range(10):
    n_y[y] = (Y == y).sum()
P_y = n_y / n_y.sum()
P_y

# %%
n_x = torch.zeros((10, 28, 28))
for y in range(10):
    n_x[y] = torch.tensor(X.numpy()[Y.numpy() == y].sum(axis=0))
P_xy = (n_x + 1) / (n_y + 2).reshape(10, 1, 1)
d2l.show_images(P_xy, 2, 5)
P_xy.mean((1, 2))


# %%
def bayes_pred(x):
    x = x.unsqueeze(0)
    p_xy = P_xy * x + (1 - P_xy) * (1 - x)
    p_xy = p_xy.reshape(10, -1).prod(dim=1)
    return p_xy * P_y


image, label = mnist_test[0]
bayes_pred(image)

# %%
log_P_xy = torch.log(P_xy)
log_P_xy_neg = torch.log(1 - P_xy)
log_P_y = torch.log(P_y)


def bayes_pred_stable(x):
    x = x.unsqueeze(0)
    p_xy = log_P_xy * x + log_P_xy_neg * (1 - x)
    p_xy = p_xy.reshape(10, -1).sum(axis=1)
    return p_xy + log_P_y


py = bayes_pred_stable(image)
py, py.argmax(dim=0) == label


# %%
def predict(X):
    return [bayes_pred_stable(x).argmax(dim=0).type(torch.int32).item() for x in X]


X = torch.stack([mnist_test[i][0] for i in range(18)], dim=0)
y = torch.tensor([mnist_test[i][1] for i in range(18)])
preds = predict(X)
d2l.show_images(X, 2, 9, titles=[str(d) for d in preds])
float((torch.tensor(preds) == y).sum()) / len(y)

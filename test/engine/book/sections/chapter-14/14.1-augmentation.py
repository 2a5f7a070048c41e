# trained
# %%
import torch
import torchvision
from d2l import torch as d2l
from torch import nn

d2l.set_figsize()
img = d2l.Image.open('../data/catdog.jpg')
d2l.plt.imshow(img)
img.size, img.mode


# %%
def apply(img, aug, num_rows=2, num_cols=4, scale=1.5):
    Y = [aug(img) for _ in range(num_rows * num_cols)]
    d2l.show_images(Y, num_rows, num_cols, scale=scale)
    return Y


def sums(pictures):
    return [round(float(torchvision.transforms.ToTensor()(p).sum()), 1) for p in pictures[:3]]


sums(apply(img, torchvision.transforms.RandomHorizontalFlip()))

# %%
sums(apply(img, torchvision.transforms.RandomVerticalFlip()))

# %%
shape_aug = torchvision.transforms.RandomResizedCrop((40, 40), scale=(0.1, 1), ratio=(0.5, 2))
[p.size for p in apply(img, shape_aug)][:2]

# %%
print(shape_aug)
torchvision.transforms.ToTensor()(shape_aug(img)).mean((1, 2))

# %%
bright = torchvision.transforms.ColorJitter(brightness=0.5, contrast=0, saturation=0, hue=0)
print(bright)
sums(apply(img, bright))

# %%
color_aug = torchvision.transforms.ColorJitter(brightness=0.5, contrast=0.5, saturation=0.5, hue=0.5)
len(apply(img, color_aug))

# %%
augs = torchvision.transforms.Compose([torchvision.transforms.RandomHorizontalFlip(), color_aug, shape_aug])
print(augs)
len(apply(img, augs))

# %%
all_images = torchvision.datasets.CIFAR10(train=True, root='../data', download=True)
d2l.show_images([all_images[i][0] for i in range(32)], 4, 8, scale=0.8)
all_images

# %%
train_augs = torchvision.transforms.Compose(
    [torchvision.transforms.RandomHorizontalFlip(), torchvision.transforms.ToTensor()]
)
test_augs = torchvision.transforms.Compose([torchvision.transforms.ToTensor()])


def load_cifar10(is_train, augs, batch_size):
    dataset = torchvision.datasets.CIFAR10(root='../data', train=is_train, transform=augs, download=True)
    return torch.utils.data.DataLoader(
        dataset, batch_size=batch_size, shuffle=is_train, num_workers=d2l.get_dataloader_workers()
    )


X, y = next(iter(load_cifar10(True, train_augs, 16)))
X.shape, X.mean((0, 2, 3)), y


# %%
def train_batch_ch13(net, X, y, loss, trainer, devices):
    if isinstance(X, list):
        X = [x.to(devices[0]) for x in X]
    else:
        X = X.to(devices[0])
    y = y.to(devices[0])
    net.train()
    trainer.zero_grad()
    pred = net(X)
    l = loss(pred, y)
    l.sum().backward()
    trainer.step()
    train_loss_sum = l.sum()
    train_acc_sum = d2l.accuracy(pred, y)
    return train_loss_sum, train_acc_sum


# %%
batch_size, devices = 16, d2l.try_all_gpus()
net = nn.Sequential(nn.LazyConv2d(4, 5, stride=3), nn.ReLU(), nn.Flatten(), nn.LazyLinear(10))
net(X)
net.apply(d2l.init_cnn)


def train_with_data_aug(train_augs, test_augs, net, lr=0.001):
    train_iter = load_cifar10(True, train_augs, batch_size)
    test_iter = load_cifar10(False, test_augs, batch_size)
    loss = nn.CrossEntropyLoss(reduction='none')
    trainer = torch.optim.Adam(net.parameters(), lr=lr)
    for epoch in range(2):
        total = 0.0
        for features, labels in train_iter:
            l, acc = d2l.train_batch_ch13(net, features, labels, loss, trainer, [torch.device('cpu')])
            total += float(l)
        print(f'loss {total / 40:.4f}')


train_with_data_aug(train_augs, test_augs, net)

# trained
# %%
import collections
import math
import os
import shutil

import pandas as pd
import torch
import torchvision
from d2l import torch as d2l
from torch import nn

d2l.DATA_HUB['cifar10_tiny'] = (
    d2l.DATA_URL + 'kaggle_cifar10_tiny.zip',
    '2068874e4b9a9f0fb07ebe0ad2b29754449ccacd',
)
data_dir = d2l.download_extract('cifar10_tiny')
sorted(os.listdir(data_dir))


# %%
def read_csv_labels(fname):
    with open(fname, 'r') as f:
        lines = f.readlines()[1:]
    tokens = [l.rstrip().split(',') for l in lines]
    return dict(((name, label) for name, label in tokens))


labels = read_csv_labels(os.path.join(data_dir, 'trainLabels.csv'))
print('# training examples:', len(labels))
print('# classes:', len(set(labels.values())))


# %%
def reorg_cifar10_data(data_dir, valid_ratio):
    labels = d2l.read_csv_labels(os.path.join(data_dir, 'trainLabels.csv'))
    n = d2l.reorg_train_valid(data_dir, labels, valid_ratio)
    d2l.reorg_test(data_dir)
    return n


batch_size, valid_ratio = 8, 0.3
print(reorg_cifar10_data(data_dir, valid_ratio))
for part in ('train', 'valid', 'train_valid', 'test'):
    folder = os.path.join(data_dir, 'train_valid_test', part)
    print(part, [(kind, len(os.listdir(os.path.join(folder, kind)))) for kind in sorted(os.listdir(folder))])

# %%
transform_train = torchvision.transforms.Compose(
    [
        torchvision.transforms.Resize(40),
        torchvision.transforms.RandomResizedCrop(32, scale=(0.64, 1.0), ratio=(1.0, 1.0)),
        torchvision.transforms.RandomHorizontalFlip(),
        torchvision.transforms.ToTensor(),
        torchvision.transforms.Normalize([0.4914, 0.4822, 0.4465], [0.2023, 0.1994, 0.2010]),
    ]
)
transform_test = torchvision.transforms.Compose(
    [
        torchvision.transforms.ToTensor(),
        torchvision.transforms.Normalize([0.4914, 0.4822, 0.4465], [0.2023, 0.1994, 0.2010]),
    ]
)
transform_train

# %%
train_ds, train_valid_ds = [
    torchvision.datasets.ImageFolder(os.path.join(data_dir, 'train_valid_test', folder), transform=transform_train)
    for folder in ['train', 'train_valid']
]
valid_ds, test_ds = [
    torchvision.datasets.ImageFolder(os.path.join(data_dir, 'train_valid_test', folder), transform=transform_test)
    for folder in ['valid', 'test']
]
train_iter, train_valid_iter = [
    torch.utils.data.DataLoader(dataset, batch_size, shuffle=True, drop_last=True)
    for dataset in (train_ds, train_valid_ds)
]
valid_iter = torch.utils.data.DataLoader(valid_ds, batch_size, shuffle=False, drop_last=False)
test_iter = torch.utils.data.DataLoader(test_ds, batch_size, shuffle=False, drop_last=False)
len(train_ds), len(train_iter), valid_ds.classes, [name for name, _ in test_ds.samples][:1]

# %%
X, y = next(iter(train_iter))
X.mean((0, 2, 3)), y


# %%
def get_net():
    return nn.Sequential(nn.Conv2d(3, 4, 5, stride=4), nn.ReLU(), nn.Flatten(), nn.Linear(196, 10))


loss = nn.CrossEntropyLoss(reduction='none')


def train(net, train_iter, valid_iter, num_epochs, lr, wd, devices, lr_period, lr_decay):
    trainer = torch.optim.SGD(net.parameters(), lr=lr, momentum=0.9, weight_decay=wd)
    scheduler = torch.optim.lr_scheduler.StepLR(trainer, lr_period, lr_decay)
    for epoch in range(num_epochs):
        net.train()
        metric = d2l.Accumulator(3)
        for features, labels in train_iter:
            l, acc = d2l.train_batch_ch13(net, features, labels, loss, trainer, devices)
            metric.add(l, acc, labels.shape[0])
        valid_acc = d2l.evaluate_accuracy_gpu(net, valid_iter)
        print(f'train loss {metric[0] / metric[2]:.3f}, valid acc {valid_acc:.3f}')
        scheduler.step()


net = get_net()
train(net, train_iter, valid_iter, 2, 2e-3, 5e-4, [torch.device('cpu')], 4, 0.9)

# %%
preds = []
for X, _ in test_iter:
    y_hat = net(X)
    preds.extend(y_hat.argmax(dim=1).type(torch.int32).cpu().numpy())
sorted_ids = list(range(1, len(test_ds) + 1))
sorted_ids.sort(key=lambda x: str(x))
df = pd.DataFrame({'id': sorted_ids, 'label': preds})
df['label'] = df['label'].apply(lambda x: train_valid_ds.classes[x % 4])
df.to_csv('submission.csv', index=False)
df

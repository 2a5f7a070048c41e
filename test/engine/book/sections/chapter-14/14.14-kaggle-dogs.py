# trained
# %%
import os

import torch
import torchvision
from d2l import torch as d2l
from torch import nn

d2l.DATA_HUB['dog_tiny'] = (d2l.DATA_URL + 'kaggle_dog_tiny.zip', '0cb91d09b814ecdc07b50f31f8dcad3e81d6a86d')
data_dir = d2l.download_extract('dog_tiny')


def reorg_dog_data(data_dir, valid_ratio):
    labels = d2l.read_csv_labels(os.path.join(data_dir, 'labels.csv'))
    d2l.reorg_train_valid(data_dir, labels, valid_ratio)
    d2l.reorg_test(data_dir)


batch_size, valid_ratio = 4, 0.3
reorg_dog_data(data_dir, valid_ratio)
sorted(os.listdir(os.path.join(data_dir, 'train_valid_test', 'train_valid')))

# %%
transform_train = torchvision.transforms.Compose(
    [
        torchvision.transforms.RandomResizedCrop(48, scale=(0.08, 1.0), ratio=(3.0 / 4.0, 4.0 / 3.0)),
        torchvision.transforms.RandomHorizontalFlip(),
        torchvision.transforms.ColorJitter(brightness=0.4, contrast=0.4, saturation=0.4),
        torchvision.transforms.ToTensor(),
        torchvision.transforms.Normalize([0.485, 0.456, 0.406], [0.229, 0.224, 0.225]),
    ]
)
transform_test = torchvision.transforms.Compose(
    [
        torchvision.transforms.Resize(56),
        torchvision.transforms.CenterCrop(48),
        torchvision.transforms.ToTensor(),
        torchvision.transforms.Normalize([0.485, 0.456, 0.406], [0.229, 0.224, 0.225]),
    ]
)
train_ds = torchvision.datasets.ImageFolder(os.path.join(data_dir, 'train_valid_test', 'train'), transform=transform_train)
valid_ds = torchvision.datasets.ImageFolder(os.path.join(data_dir, 'train_valid_test', 'valid'), transform=transform_test)
valid_iter = torch.utils.data.DataLoader(valid_ds, batch_size, shuffle=False)
X, y = next(iter(valid_iter))
X.shape, X.mean((0, 2, 3)), y

# %%
train_iter = torch.utils.data.DataLoader(train_ds, batch_size, shuffle=True, drop_last=True)
[(X.shape, round(float(X.mean()), 1), y) for X, y in train_iter]


# %%
def get_net(devices):
    finetune_net = nn.Sequential()
    finetune_net.features = nn.Sequential(nn.Conv2d(3, 4, 5, stride=4), nn.ReLU(), nn.Flatten(), nn.Linear(484, 32))
    finetune_net.output_new = nn.Sequential(nn.Linear(32, 16), nn.ReLU(), nn.Linear(16, 3))
    finetune_net = finetune_net.to(devices[0])
    for param in finetune_net.features.parameters():
        param.requires_grad = False
    return finetune_net


devices = d2l.try_all_gpus() or [d2l.cpu()]
net = get_net(devices)
net

# %%
loss = nn.CrossEntropyLoss(reduction='none')


def evaluate_loss(data_iter, net, devices):
    l_sum, n = 0.0, 0
    for features, labels in data_iter:
        features, labels = features.to(devices[0]), labels.to(devices[0])
        outputs = net(features)
        l = loss(outputs, labels)
        l_sum += l.sum()
        n += labels.numel()
    return l_sum / n


evaluate_loss(valid_iter, net, devices)

# %%
trainer = torch.optim.SGD(
    (param for param in net.parameters() if param.requires_grad), lr=0.01, momentum=0.9, weight_decay=1e-4
)
for features, labels in valid_iter:
    trainer.zero_grad()
    loss(net(features), labels).sum().backward()
    trainer.step()
evaluate_loss(valid_iter, net, devices), net.features[0].weight.grad

# %%
test_ds = torchvision.datasets.ImageFolder(os.path.join(data_dir, 'train_valid_test', 'test'), transform=transform_test)
preds = []
for data, label in torch.utils.data.DataLoader(test_ds, batch_size, shuffle=False):
    output = torch.nn.functional.softmax(net(data), dim=1)
    preds.extend(output.cpu().detach().numpy())
ids = sorted(os.listdir(os.path.join(data_dir, 'train_valid_test', 'test', 'unknown')))
with open('submission.csv', 'w') as f:
    f.write('id,' + ','.join(valid_ds.classes) + '\n')
    for i, output in zip(ids, preds):
        f.write(i.split('.')[0] + ',' + ','.join([f'{num:.4f}' for num in output]) + '\n')
print(open('submission.csv').read())

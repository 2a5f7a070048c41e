# trained: 1e-3
# %%
import os

import torch
import torchvision
from d2l import torch as d2l
from torch import nn

d2l.DATA_HUB['hotdog'] = (d2l.DATA_URL + 'hotdog.zip', 'fba480ffa8aa7e0febbb511d181409f899b9baa5')
data_dir = d2l.download_extract('hotdog')
os.listdir(data_dir)

# %%
train_imgs = torchvision.datasets.ImageFolder(os.path.join(data_dir, 'train'))
test_imgs = torchvision.datasets.ImageFolder(os.path.join(data_dir, 'test'))
train_imgs.classes, train_imgs.class_to_idx, len(test_imgs)

# %%
hotdogs = [train_imgs[i][0] for i in range(4)]
not_hotdogs = [train_imgs[-i - 1][0] for i in range(4)]
d2l.show_images(hotdogs + not_hotdogs, 2, 4, scale=1.4)
hotdogs[0].size, train_imgs[-1][1]

# %%
normalize = torchvision.transforms.Normalize([0.485, 0.456, 0.406], [0.229, 0.224, 0.225])
train_augs = torchvision.transforms.Compose(
    [
        torchvision.transforms.RandomResizedCrop(32),
        torchvision.transforms.RandomHorizontalFlip(),
        torchvision.transforms.ToTensor(),
        normalize,
    ]
)
test_augs = torchvision.transforms.Compose(
    [
        torchvision.transforms.Resize([40, 40]),
        torchvision.transforms.CenterCrop(32),
        torchvision.transforms.ToTensor(),
        normalize,
    ]
)
test_augs

# %%
pretrained_net = torchvision.models.resnet18()
pretrained_net.fc

# %%
finetune_net = torchvision.models.resnet18()
finetune_net.fc = nn.Linear(finetune_net.fc.in_features, 2)
nn.init.xavier_uniform_(finetune_net.fc.weight)
finetune_net.fc.weight.shape, sum(p.numel() for p in finetune_net.parameters())

# %%
train_iter = torch.utils.data.DataLoader(
    torchvision.datasets.ImageFolder(os.path.join(data_dir, 'train'), transform=train_augs),
    batch_size=6,
    shuffle=True,
)
X, y = next(iter(train_iter))
X.shape, y, X.mean((0, 2, 3))

# %%
learning_rate = 5e-5
params_1x = [param for name, param in finetune_net.named_parameters() if name not in ['fc.weight', 'fc.bias']]
trainer = torch.optim.SGD(
    [{'params': params_1x}, {'params': finetune_net.fc.parameters(), 'lr': learning_rate * 10}],
    lr=learning_rate,
    weight_decay=0.001,
)
loss = nn.CrossEntropyLoss(reduction='none')
l, acc = d2l.train_batch_ch13(finetune_net, X, y, loss, trainer, [torch.device('cpu')])
print(f'{float(l):.3f}', [group['lr'] for group in trainer.param_groups])

# %%
weight = pretrained_net.fc.weight
hotdog_w = torch.split(weight.data, 1, dim=0)[934]
hotdog_w.shape

# trained
# %%
import torch
from d2l import torch as d2l
from torch import nn


def resnet18(num_classes, in_channels=1):
    def resnet_block(in_channels, out_channels, num_residuals, first_block=False):
        blk = []
        for i in range(num_residuals):
            if i == 0 and not first_block:
                blk.append(d2l.Residual(out_channels, use_1x1conv=True, strides=2))
            else:
                blk.append(d2l.Residual(out_channels))
        return nn.Sequential(*blk)

    net = nn.Sequential(
        nn.Conv2d(in_channels, 8, kernel_size=3, stride=1, padding=1), nn.BatchNorm2d(8), nn.ReLU()
    )
    net.add_module('resnet_block1', resnet_block(8, 8, 1, first_block=True))
    net.add_module('resnet_block2', resnet_block(8, 16, 1))
    net.add_module('global_avg_pool', nn.AdaptiveAvgPool2d((1, 1)))
    net.add_module('fc', nn.Sequential(nn.Flatten(), nn.Linear(16, num_classes)))
    return net


net = resnet18(10)
devices = d2l.try_all_gpus()
net(torch.rand(2, 1, 12, 12)).shape


# %%
def train(net, num_gpus, batch_size, lr):
    train_iter, test_iter = d2l.load_data_fashion_mnist(batch_size, resize=14)
    devices = [d2l.try_gpu(i) for i in range(num_gpus)]

    def init_weights(module):
        if type(module) in [nn.Linear, nn.Conv2d]:
            nn.init.normal_(module.weight, std=0.01)

    net.apply(init_weights)
    trainer = torch.optim.SGD(net.parameters(), lr)
    loss = nn.CrossEntropyLoss()
    animator = d2l.Animator('epoch', 'test acc', xlim=[1, 2])
    for epoch in range(2):
        net.train()
        for X, y in train_iter:
            trainer.zero_grad()
            X, y = X.to(devices[0]), y.to(devices[0])
            l = loss(net(X), y)
            l.backward()
            trainer.step()
        animator.add(epoch + 1, (d2l.evaluate_accuracy_gpu(net, test_iter),))
    print(f'test acc: {animator.Y[0][-1]:.2f}, on {str(devices)}')


train(net, num_gpus=1, batch_size=40, lr=0.1)

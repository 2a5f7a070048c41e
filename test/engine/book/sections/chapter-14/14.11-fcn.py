# trained: 1e-3
# %%
import torch
import torchvision
from d2l import torch as d2l
from torch import nn
from torch.nn import functional as F

pretrained_net = torchvision.models.resnet18()
list(pretrained_net.children())[-3:]

# %%
net = nn.Sequential(*list(pretrained_net.children())[:-2])
X = torch.rand(size=(1, 3, 64, 96))
net(X).shape

# %%
num_classes = 21
net.add_module('final_conv', nn.Conv2d(512, num_classes, kernel_size=1))
net.add_module('transpose_conv', nn.ConvTranspose2d(num_classes, num_classes, kernel_size=64, padding=16, stride=32))
net[-1]


# %%
def bilinear_kernel(in_channels, out_channels, kernel_size):
    factor = (kernel_size + 1) // 2
    if kernel_size % 2 == 1:
        center = factor - 1
    else:
        center = factor - 0.5
    og = (torch.arange(kernel_size).reshape(-1, 1), torch.arange(kernel_size).reshape(1, -1))
    filt = (1 - torch.abs(og[0] - center) / factor) * (1 - torch.abs(og[1] - center) / factor)
    weight = torch.zeros((in_channels, out_channels, kernel_size, kernel_size))
    weight[range(in_channels), range(out_channels), :, :] = filt
    return weight


conv_trans = nn.ConvTranspose2d(3, 3, kernel_size=4, padding=1, stride=2, bias=False)
conv_trans.weight.data.copy_(bilinear_kernel(3, 3, 4))
conv_trans.weight.data[0, 0]

# %%
img = torchvision.transforms.ToTensor()(d2l.Image.open('../data/catdog.jpg'))
X = img.unsqueeze(0)
Y = conv_trans(X)
out_img = Y[0].permute(1, 2, 0).detach()
d2l.set_figsize()
print('input image shape:', img.permute(1, 2, 0).shape)
d2l.plt.imshow(img.permute(1, 2, 0))
print('output image shape:', out_img.shape)
d2l.plt.imshow(out_img)
out_img.mean((0, 1))

# %%
W = bilinear_kernel(num_classes, num_classes, 64)
net.transpose_conv.weight.data.copy_(W)
batch_size, crop_size = 2, (64, 96)
train_iter, test_iter = d2l.load_data_voc(batch_size, crop_size)


# %%
def loss(inputs, targets):
    return F.cross_entropy(inputs, targets, reduction='none').mean(1).mean(1)


net.eval()
X, Y = next(iter(test_iter))
with torch.no_grad():
    scores = net(X)
scores.shape, loss(scores, Y).shape


# %%
def predict(img):
    X = test_iter.dataset.normalize_image(img).unsqueeze(0)
    pred = net(X.to('cpu')).argmax(dim=1)
    return pred.reshape(pred.shape[1], pred.shape[2])


def label2image(pred):
    colormap = torch.tensor(d2l.VOC_COLORMAP, device='cpu')
    X = pred.long()
    return colormap[X, :]


voc_dir = d2l.download_extract('voc2012', 'VOCdevkit/VOC2012')
test_images, test_labels = d2l.read_voc_images(voc_dir, False)
crop_rect = (0, 0, 64, 96)
picture = torchvision.transforms.functional.crop(test_images[0], *crop_rect)
pred = label2image(predict(picture))
imgs = [picture.permute(1, 2, 0), pred.cpu(), torchvision.transforms.functional.crop(test_labels[0], *crop_rect).permute(1, 2, 0)]
d2l.show_images(imgs, 1, 3, scale=2)
[img.shape for img in imgs]

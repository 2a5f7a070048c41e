# %%
import os

import torch
import torchvision
from d2l import torch as d2l

d2l.DATA_HUB['voc2012'] = (
    d2l.DATA_URL + 'VOCtrainval_11-May-2012.tar',
    '4e443f8a2eca6b1dac8a6c57641b67dd40621a49',
)
voc_dir = d2l.download_extract('voc2012', 'VOCdevkit/VOC2012')


# %%
def read_voc_images(voc_dir, is_train=True):
    txt_fname = os.path.join(voc_dir, 'ImageSets', 'Segmentation', 'train.txt' if is_train else 'val.txt')
    mode = torchvision.io.image.ImageReadMode.RGB
    with open(txt_fname, 'r') as f:
        images = f.read().split()
    features, labels = [], []
    for i, fname in enumerate(images):
        features.append(torchvision.io.read_image(os.path.join(voc_dir, 'JPEGImages', f'{fname}.jpg')))
        labels.append(torchvision.io.read_image(os.path.join(voc_dir, 'SegmentationClass', f'{fname}.png'), mode))
    return features, labels


train_features, train_labels = read_voc_images(voc_dir, True)
len(train_features), train_features[0].shape, train_labels[0].float().mean((1, 2)), train_features[0].float().mean()

# %%
n = 5
imgs = train_features[0:n] + train_labels[0:n]
imgs = [img.permute(1, 2, 0) for img in imgs]
d2l.show_images(imgs, 2, n);

# %%
print(d2l.VOC_COLORMAP[:4], d2l.VOC_CLASSES[-2:])


def voc_colormap2label():
    colormap2label = torch.zeros(256**3, dtype=torch.long)
    for i, colormap in enumerate(d2l.VOC_COLORMAP):
        colormap2label[(colormap[0] * 256 + colormap[1]) * 256 + colormap[2]] = i
    return colormap2label


def voc_label_indices(colormap, colormap2label):
    colormap = colormap.permute(1, 2, 0).numpy().astype('int32')
    idx = (colormap[:, :, 0] * 256 + colormap[:, :, 1]) * 256 + colormap[:, :, 2]
    return colormap2label[idx]


# %%
y = voc_label_indices(train_labels[0], voc_colormap2label())
y[8:14, 6:12], y.unique()


# %%
def voc_rand_crop(feature, label, height, width):
    rect = torchvision.transforms.RandomCrop.get_params(feature, (height, width))
    feature = torchvision.transforms.functional.crop(feature, *rect)
    label = torchvision.transforms.functional.crop(label, *rect)
    return feature, label


imgs = []
for _ in range(n):
    imgs += voc_rand_crop(train_features[0], train_labels[0], 30, 45)
imgs = [img.permute(1, 2, 0) for img in imgs]
d2l.show_images(imgs[::2] + imgs[1::2], 2, n)
[int(img.sum()) for img in imgs[:4]]

# %%
crop_size = (48, 64)
voc_train = d2l.VOCSegDataset(True, crop_size, voc_dir)
voc_test = d2l.VOCSegDataset(False, crop_size, voc_dir)
voc_train[0][0].mean((1, 2)), voc_train[0][1].unique()

# %%
batch_size = 2
train_iter, test_iter = d2l.load_data_voc(batch_size, crop_size)
for X, Y in train_iter:
    print(X.shape)
    print(Y.shape, Y.dtype)
    break

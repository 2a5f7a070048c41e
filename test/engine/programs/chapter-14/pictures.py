"""Pictures in memory: modes, sizes, files, and what torchvision's transforms make of them."""

import io

import numpy as np
import torch
from PIL import Image, ImageEnhance
from torchvision import transforms
from torchvision.transforms import functional

torch.manual_seed(3)
rows, columns = np.arange(60).reshape(-1, 1), np.arange(80)
red = (rows * 4 + columns) % 256
green = (rows * columns) % 256
blue = (255 - columns * 3) % 256 + 0 * rows
image = Image.fromarray(np.stack([red, green, blue], 2).astype(np.uint8))


def summary(picture):
    values = torch.as_tensor(np.array(picture)).long().reshape(-1)
    return tuple(np.array(picture).shape), values.sum().item(), (values * torch.arange(len(values))).sum().item()


print(image.mode, image.size, image.getpixel((3, 4)), image.getbands(), image.getextrema())
for mode in ('L', 'RGBA', 'HSV', '1', 'LA'):
    print(mode, summary(image.convert(mode)))
for kind in ('NEAREST', 'BOX', 'BILINEAR', 'HAMMING', 'BICUBIC', 'LANCZOS'):
    filter = Image.Resampling[kind]
    print(kind, summary(image.resize((33, 70), filter)), summary(image.resize((90, 70), filter)))
for turn in Image.Transpose:
    print(turn.name, summary(image.transpose(turn)))
for enhance in (ImageEnhance.Brightness, ImageEnhance.Contrast, ImageEnhance.Color):
    print(enhance.__name__, [summary(enhance(image).enhance(factor)) for factor in (0.0, 0.4, 1.6)])
print(summary(image.crop((-5, 10, 40, 90))), image.crop((1, 2, 3, 4)).tobytes())
file = io.BytesIO()
image.save(file, format='PNG')
again = Image.open(io.BytesIO(file.getvalue()))
print(again.format, again.mode, summary(again) == summary(image))

several = [
    transforms.RandomHorizontalFlip(),
    transforms.RandomVerticalFlip(),
    transforms.RandomResizedCrop((40, 40), scale=(0.1, 1), ratio=(0.5, 2)),
    transforms.ColorJitter(brightness=0.5, contrast=0.5, saturation=0.5, hue=0.5),
    transforms.RandomCrop(32, padding=4),
    transforms.CenterCrop((70, 30)),
    transforms.Resize(50),
    transforms.Pad((1, 2, 3, 4), padding_mode='edge'),
    transforms.RandomRotation(30),
    transforms.RandomGrayscale(0.5),
    transforms.RandomApply([transforms.Grayscale(3)]),
]
for each in several:
    print(each)
    print([summary(each(image)) for _ in range(3)])
tensor = transforms.ToTensor()(image)
print(tensor.shape, tensor.dtype, tensor.mean())
print(transforms.Normalize([0.485, 0.456, 0.406], [0.229, 0.224, 0.225])(tensor).mean((1, 2)))
print(functional.adjust_hue(tensor, 0.2).mean((1, 2)), functional.adjust_saturation(tensor, 1.5).mean((1, 2)))
print(functional.resize(tensor, [30, 40]).mean((1, 2)), transforms.RandomErasing(p=1.0)(tensor).mean((1, 2)))
print(summary(transforms.ToPILImage()(tensor)), transforms.PILToTensor()(image).dtype)
print(transforms.Compose([transforms.Resize(256), transforms.ToTensor()]))
for fails in (
    lambda: transforms.ToTensor()(tensor),
    lambda: functional.normalize(transforms.PILToTensor()(image), [0.5], [0.5]),
    lambda: transforms.RandomCrop(1000)(image),
    lambda: transforms.ColorJitter(brightness=-1),
    lambda: functional.adjust_hue(image, 2),
    lambda: image.getpixel((100, 0)),
):
    try:
        fails()
    except Exception as error:
        print(type(error).__name__, error)

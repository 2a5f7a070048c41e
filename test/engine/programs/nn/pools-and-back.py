import torch
from torch import nn
from torch.nn import functional as F

image = torch.tensor([[1.0, 5.0, 2.0, 0.0], [3.0, 4.0, 9.0, 8.0], [7.0, 6.0, 1.0, 2.0], [0.0, 3.0, 5.0, 4.0]])
image = image.reshape(1, 1, 4, 4).requires_grad_()
values, places = F.max_pool2d(image, 2, return_indices=True)
print(values, places)
print(nn.MaxPool2d(2, stride=1, return_indices=True)(image)[1])
back = F.max_unpool2d(values, places, 2)
print(back.detach())
(back * image).sum().backward()
print(image.grad)
sequence = torch.tensor([[[1.0, 3.0, 2.0, 5.0, 4.0]]])
values, places = nn.MaxPool1d(2, return_indices=True)(sequence)
print(values, places, F.max_unpool1d(values, places, 2, output_size=(1, 1, 5)))
print(F.max_pool2d(image, kernel_size=2, stride=None).shape)
print(F.pixel_shuffle(torch.zeros(0, 4, 2, 2), 2).shape)
try:
    F.max_unpool1d(values, places, 2, output_size=(1, 1, 9))
except ValueError as error:
    print(error)

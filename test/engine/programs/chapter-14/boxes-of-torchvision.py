"""torchvision's boxes, pooling over regions, grids of pictures, and a network with random weights."""

import torch
import torchvision
from torchvision import ops, utils

torch.manual_seed(1)
boxes = torch.rand(20, 4) * 50
boxes[:, 2:] += boxes[:, :2]
scores = torch.rand(20)
print(ops.nms(boxes, scores, 0.4), ops.batched_nms(boxes, scores, torch.arange(20) % 3, 0.4))
print(ops.box_iou(boxes[:3], boxes[3:6]), ops.box_area(boxes)[:3])
print(ops.generalized_box_iou(boxes[:2], boxes[2:4]), ops.clip_boxes_to_image(boxes[:2], (20, 30)))
for form in ('xyxy', 'xywh', 'cxcywh'):
    print(form, ops.box_convert(boxes[:2], form, 'xyxy'), ops.box_convert(boxes[:2], 'xyxy', form))
X = torch.arange(16.0).reshape(1, 1, 4, 4).requires_grad_()
rois = torch.tensor([[0, 0, 0, 20.0, 20], [0, 0, 10, 30, 30]])
pooled = ops.roi_pool(X, rois, output_size=(2, 2), spatial_scale=0.1)
print(pooled.detach())
pooled.sum().backward()
print(X.grad)
print(ops.roi_align(X.detach(), rois, (2, 2), 0.1), ops.roi_align(X.detach(), rois, 2, 0.1, 2, True))
grid = utils.make_grid(torch.rand(5, 1, 4, 6), nrow=3, normalize=True)
print(grid.shape, grid.mean((1, 2)))
net = torchvision.models.resnet18(num_classes=10)
print(sum(parameter.numel() for parameter in net.parameters()), net.fc, net.conv1.weight[0, 0, 0].detach())
net.eval()
print(net(torch.ones(1, 3, 32, 32)).detach())
print(callable(torchvision.models.alexnet), callable(torchvision.models.alexnet))

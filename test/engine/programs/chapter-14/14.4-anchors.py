import torch
from d2l import torch as d2l

boxes = torch.tensor([[60.0, 45.0, 378.0, 516.0], [400.0, 112.0, 655.0, 493.0]])
print(d2l.box_center_to_corner(d2l.box_corner_to_center(boxes)) == boxes)
anchors = d2l.multibox_prior(torch.rand(1, 3, 4, 6), sizes=[0.75, 0.5, 0.25], ratios=[1, 2, 0.5])
print(anchors.shape, anchors[0, 60:64])
truth = torch.tensor([[0, 0.1, 0.08, 0.52, 0.92], [1, 0.55, 0.2, 0.9, 0.88]])
anchors = torch.tensor(
    [[0, 0.1, 0.2, 0.3], [0.15, 0.2, 0.4, 0.4], [0.63, 0.05, 0.88, 0.98], [0.66, 0.45, 0.8, 0.8], [0.57, 0.3, 0.92, 0.9]]
)
print(d2l.box_iou(anchors, truth[:, 1:]))
print(d2l.assign_anchor_to_bbox(truth[:, 1:], anchors, 'cpu'))
for part in d2l.multibox_target(anchors.unsqueeze(0), truth.unsqueeze(0)):
    print(part, part.dtype)
print(d2l.offset_inverse(anchors, d2l.offset_boxes(anchors, anchors.flip(0))))

import torch
from d2l import torch as d2l

anchors = torch.tensor([[0.1, 0.08, 0.52, 0.92], [0.08, 0.2, 0.56, 0.95], [0.15, 0.3, 0.62, 0.91], [0.55, 0.2, 0.9, 0.88]])
offsets = torch.zeros(anchors.numel())
scores = torch.tensor([[0.0] * 4, [0.9, 0.8, 0.7, 0.1], [0.1, 0.2, 0.3, 0.9]])
print(d2l.nms(anchors, scores[1], 0.5))
output = d2l.multibox_detection(scores.unsqueeze(0), offsets.unsqueeze(0), anchors.unsqueeze(0), nms_threshold=0.5)
print(output)
rectangle = d2l.bbox_to_rect([1, 2, 4, 6], 'blue')
print(rectangle.get_width(), rectangle.get_height(), rectangle.get_xy())
axes = d2l.plt.imshow(torch.zeros(8, 8)).axes
d2l.show_bboxes(axes, anchors * 8, ['a', 'b'], 'r')
print(len(axes.patches), [text.get_text() for text in axes.texts])

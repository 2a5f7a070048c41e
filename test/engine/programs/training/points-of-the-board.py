# trained
import torch
from d2l import torch as d2l

model = d2l.LinearRegressionScratch(2, lr=0.03)
data = d2l.SyntheticRegressionData(w=torch.tensor([2, -3.4]), b=4.2)
trainer = d2l.Trainer(max_epochs=3)
trainer.fit(model, data)
for label, points in model.board.data.items():
    print(label, [(point.x, float(point.y)) for point in points])
print({label: len(points) for label, points in model.board.raw_points.items()})
print(trainer.epoch, trainer.train_batch_idx, trainer.val_batch_idx, trainer.num_train_batches, trainer.num_val_batches)

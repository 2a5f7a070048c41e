import torch
from d2l import torch as d2l

trainer = d2l.Trainer(max_epochs=3, gradient_clip_val=1)
print(trainer.hparams, trainer.max_epochs, trainer.num_gpus, trainer.gradient_clip_val)
print(d2l.SyntheticRegressionData(w=torch.ones(2), b=1.0, num_train=4, num_val=2).hparams)

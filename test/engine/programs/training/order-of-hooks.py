# trained
import torch
from d2l import torch as d2l


class Model(d2l.LinearRegressionScratch):
    def training_step(self, batch):
        print('train', self.training, [tuple(part.shape) for part in batch], torch.is_grad_enabled())
        return super().training_step(batch)

    def validation_step(self, batch):
        print('validate', self.training, torch.is_grad_enabled())
        return super().validation_step(batch)

    def configure_optimizers(self):
        print('optimizers')
        return super().configure_optimizers()


class Trainer(d2l.Trainer):
    def prepare_data(self, data):
        print('data')
        super().prepare_data(data)

    def prepare_model(self, model):
        print('model')
        super().prepare_model(model)

    def prepare_batch(self, batch):
        print('batch', type(batch).__name__)
        return super().prepare_batch(batch)

    def fit_epoch(self):
        print('epoch', self.epoch)
        super().fit_epoch()


data = d2l.SyntheticRegressionData(w=torch.tensor([2, -3.4]), b=4.2, num_train=6, num_val=3, batch_size=4)
Trainer(max_epochs=2).fit(Model(2, lr=0.03), data)

# trained: 1e-3
import torch
from d2l import torch as d2l

TEXT = 'it was the best of times it was the worst of times it was the age of wisdom ' * 6


class Sentences(d2l.TimeMachine):
    def _download(self):
        return TEXT


data = Sentences(batch_size=16, num_steps=8, num_train=300, num_val=60)
print(len(data.vocab), data.X.shape, data.X.dtype, data.X[1], data.Y[1])
rnn = d2l.RNNScratch(num_inputs=len(data.vocab), num_hiddens=16)
model = d2l.RNNLMScratch(rnn, vocab_size=len(data.vocab), lr=1)
outputs, state = rnn(torch.ones((3, 2, len(data.vocab))))
d2l.check_len(outputs, 3)
d2l.check_shape(outputs[0], (2, 16))
d2l.check_shape(state, (2, 16))
print(model(torch.ones((1, 8), dtype=torch.int64)).shape, model.one_hot(torch.tensor([[0, 2]])).shape)
trainer = d2l.Trainer(max_epochs=2, gradient_clip_val=1)
trainer.fit(model, data)
print(model.predict('it was', 6, data.vocab))
d2l.check_len(outputs, 4)

import torch
from d2l import torch as d2l

for part, call in (
    (d2l.Encoder(), lambda part: part(torch.zeros(1))),
    (d2l.Decoder(), lambda part: part.init_state(None)),
    (d2l.Decoder(), lambda part: part(torch.zeros(1), None)),
    (d2l.AttentionDecoder(), lambda part: part.attention_weights),
):
    try:
        call(part)
    except NotImplementedError as error:
        print(type(part).__name__, repr(error))
loss = d2l.MaskedSoftmaxCELoss()
print(loss(torch.ones(3, 4, 10), torch.ones((3, 4), dtype=torch.long), torch.tensor([4, 2, 0])))
print(d2l.sequence_mask(torch.tensor([[1, 2, 3], [4, 5, 6]]), torch.tensor([1, 2])))

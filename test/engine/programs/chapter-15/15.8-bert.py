import torch
from d2l import torch as d2l

print(d2l.get_tokens_and_segments(['a', 'b'], ['c']), d2l.get_tokens_and_segments(['a']))
encoder = d2l.BERTEncoder(100, 24, 32, 2, 2, 0.2)
encoder.eval()
tokens = torch.randint(0, 100, (2, 8))
segments = torch.tensor([[0, 0, 0, 0, 1, 1, 1, 1], [0, 0, 0, 1, 1, 1, 1, 1]])
encoded = encoder(tokens, segments, None)
print(encoded.shape, encoded[0, 0, :4], [name for name, _ in encoder.named_parameters()][:6])
mlm = d2l.MaskLM(100, 24)
positions = torch.tensor([[1, 5, 2], [6, 1, 5]])
print(mlm(encoded, positions).shape, d2l.NextSentencePred()(encoded[:, 0]).shape)
model = d2l.BERTModel(100, 24, 32, 2, 1, 0.2)
model.eval()
outputs = model(tokens, segments, torch.tensor([8, 6]), positions)
print([part.shape for part in outputs], outputs[2])
print(model(tokens, segments)[1])

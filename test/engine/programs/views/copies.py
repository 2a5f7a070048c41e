import torch

x = torch.arange(6.0).reshape(2, 3).requires_grad_()
print(torch.permute_copy(x, (1, 0)), torch.transpose_copy(x, 0, 1).shape, torch.t_copy(x).shape)
print(torch.expand_copy(x[:, :1], (2, 2)), torch.view_copy(x, (3, 2)), torch.narrow_copy(x.detach(), 1, 0, 2))
print(torch.unsqueeze_copy(x, 0).shape, torch.squeeze_copy(x[:1], 0), torch.diagonal_copy(x))
print(torch.unbind_copy(x, 1)[2], torch.unfold_copy(x, 1, 2, 1).shape, torch.alias_copy(x))
copied = torch.view_copy(x.detach(), (6,))
copied[0] = 9
print(x[0, 0], torch.conj(x).sum(), torch.real(x.detach()), x.resolve_conj().shape)
a = torch.arange(24.0).reshape(2, 3, 4)
print(torch.tensordot(a, a, dims=([1, 2], [1, 2])), torch.tensordot(a, a, ((0,), (0,))).shape)
print(torch.repeat_interleave(torch.tensor([1, 2]), torch.tensor([2, 1]), output_size=3))

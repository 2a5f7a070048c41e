"""torch.version: which PyTorch the engine speaks for."""

__all__ = ['cuda', 'debug', 'git_version', 'hip', 'xpu']

__version__ = '2.9.0+d2l.exercises'
cuda = None
hip = None
xpu = None
debug = False
git_version = 'd2l.exercises'

"""What is said of names that PyTorch has and the engine has not."""

_ADVICE = {
    'torch.compile': 'call the function or model itself',
    'torch.jit': 'call the function or model itself',
    'torch.float16': 'use torch.float32',
    'torch.bfloat16': 'use torch.float32',
    'torch.half': 'use torch.float32',
    'torch.complex64': 'keep real and imaginary part in two tensors',
    'torch.complex128': 'keep real and imaginary part in two tensors',
    'torch.nn.DataParallel': 'use the module itself: there is one device',
    'torch.multiprocessing': 'there is one process',
    'torch.distributed': 'there is one process',
}


def missing(module: str, name: str) -> AttributeError:
    """The error for `module.name`: unknown to PyTorch, or known there and not supported here."""
    from ._known_names import KNOWN

    known = name in KNOWN.get(module, '').split()
    if not known:
        return AttributeError(f"module '{module}' has no attribute '{name}'")
    full = f'{module}.{name}'
    advice = _ADVICE.get(full)
    return AttributeError(f'D2L Exercises does not support {full} yet' + (f': {advice}' if advice else ''))

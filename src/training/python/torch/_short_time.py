"""torch.stft and torch.istft: Fourier transforms of frames of a signal, and the signal from them."""

from collections.abc import Mapping
from typing import Any

from . import _operations, _operations_fft, _operations_nn
from ._warnings import warn_once

__all__ = ['istft', 'stft']

_OFFERED_LATE_BY = 'torch'

_LEAST_OVERLAP = 1e-11
"""What the squared windows over an element must add up to for its value to be told."""

_NO_WINDOW = (
    'A window was not provided. A rectangular window will be applied,which is known to cause spectral '
    'leakage. Other windows such as torch.hann_window or torch.hamming_window are recommended to reduce '
    'spectral leakage.To suppress this warning and use a rectangular window, explicitly set '
    '`window=torch.ones(n_fft, device=<device>)`.'
)
_REAL_PAIRS = (
    'stft with return_complex=False is deprecated. In a future pytorch release, stft will return complex '
    'tensors for all inputs, and return_complex=False will raise an error.\n'
    'Note: you can still call torch.view_as_real on the complex output to recover the old return format.'
)
_NO_WINDOW_BACK = (
    'A window was not provided. A rectangular window will be applied.Please provide the same window used by '
    'stft to make the inversion lossless.To suppress this warning and use a rectangular window, explicitly '
    'set `window=torch.ones(n_fft, device=<device>)`.'
)
_TOO_SHORT = (
    'The length of signal is shorter than the length parameter. Result is being padded with zeros in the '
    'tail. Please check your center and hop_length settings.'
)


def stft(
    input: Any,
    n_fft: int,
    hop_length: int | None = None,
    win_length: int | None = None,
    window: Any = None,
    center: bool = True,
    pad_mode: str = 'reflect',
    normalized: bool = False,
    onesided: bool | None = None,
    return_complex: bool | None = None,
    align_to_window: bool | None = None,
) -> Any:
    """The Fourier transforms of overlapping frames.

    Args:
        input: a signal (L) or a batch of them (B, L), real or complex.
        n_fft: elements of a frame.
        hop_length: elements between the beginnings of two frames; a quarter of a frame when None.
        win_length: elements of the window, which stands in the middle of a frame; all of it when None.
        window: what each frame is multiplied by; ones when None.
        center: whether the signal is padded so that frame t is around element t * hop_length.
        pad_mode: how.
        normalized: whether the transforms keep the signal's norm.
        onesided: whether only frequencies up to half the sampling rate are given; by default of real signals.
        return_complex: complex numbers, or pairs of real ones in one dimension more.
        align_to_window: whether the first frame begins with the window.

    Returns:
        the transforms (B, frequencies, frames); without B where the signal had none.

    Raises:
        RuntimeError: for sizes that do not fit, in PyTorch's words.
    """
    if center and align_to_window is not None:
        raise RuntimeError('stft align_to_window should only be set when center = false')
    signal = _padded(input, n_fft, pad_mode) if center else input
    hop = n_fft // 4 if hop_length is None else hop_length
    width = n_fft if win_length is None else win_length
    is_complex = signal.is_complex() or (window is not None and window.is_complex())
    if return_complex is None:
        if not is_complex:
            raise RuntimeError(
                'stft requires the return_complex parameter be given for real inputs, and will further '
                'require that return_complex=True in a future PyTorch release.'
            )
        return_complex = True
    rest = {
        'normalized': int(normalized),
        'onesided': _flag(onesided),
        'return_complex': int(return_complex),
        'align_to_window': _flag(align_to_window),
    }
    call = f'stft(torch.{_signature(signal, n_fft, hop, width, window, rest)}'
    _check_signal(call, signal, n_fft, hop, width, window, bool(align_to_window))
    if onesided and is_complex:
        raise RuntimeError('Cannot have onesided output if window or input is complex')
    if window is None:
        warn_once(_NO_WINDOW)
    if not return_complex:
        warn_once(_REAL_PAIRS)
    if align_to_window:
        beside = (n_fft - width) // 2
        signal = _operations_nn.pad(signal, [beside, beside])
    frames = signal.unfold(-1, n_fft, hop)
    if window is not None or width < n_fft:
        frames = frames * _whole_window(window, width, n_fft, signal)
    keeps_half = not is_complex if onesided is None else onesided
    transform = _operations_fft.rfft if keeps_half else _operations_fft.fft
    found = transform(frames, norm='ortho' if normalized else None).transpose(-1, -2)
    return found if return_complex else _operations.view_as_real(found)


def _padded(input: Any, n_fft: int, mode: str) -> Any:
    """The signal with half a frame more at both ends."""
    dimensions = input.dim()
    beside = n_fft // 2
    batched = input.view([1] * (3 - dimensions) + list(input.shape))
    padded = _operations_nn.pad(batched, [beside, beside], mode)
    return padded.view(padded.shape[-dimensions:])


def _flag(value: bool | None) -> int | None:
    return None if value is None else int(value)


def _signature(input: Any, n_fft: int, hop: int, width: int, window: Any, rest: Mapping[str, object]) -> str:
    """A call as PyTorch's errors show it, from the name of the input's type on."""
    shown = {
        'n_fft': n_fft,
        'hop_length': hop,
        'win_length': width,
        'window': None if window is None else f'{window.type()}{{{list(window.shape)}}}',
        **rest,
    }
    arguments = ', '.join(f'{name}={value}' for name, value in shown.items())
    return f'{_type_name(input)}{list(input.shape)}, {arguments})'


def _type_name(tensor: Any) -> str:
    return str(tensor.type()).removeprefix('torch.')


def _check_signal(
    call: str, signal: Any, n_fft: int, hop: int, width: int, window: Any, aligned: bool
) -> None:
    if not (signal.is_floating_point() or signal.is_complex()):
        raise RuntimeError(f'{call} : expected a tensor of floating point or complex values')
    if not 1 <= signal.dim() <= 2:
        raise RuntimeError(f'{call} : expected a 1D or 2D tensor')
    length = signal.shape[-1]
    if not aligned and not 0 < n_fft <= length:
        raise RuntimeError(f'{call} : expected 0 < n_fft < {length}, but got n_fft={n_fft}')
    if hop <= 0:
        raise RuntimeError(f'{call} : expected hop_length > 0, but got hop_length={hop}')
    if not 0 < width <= n_fft:
        raise RuntimeError(f'{call} : expected 0 < win_length <= n_fft, but got win_length={width}')
    if window is not None and tuple(window.shape) != (width,):
        raise RuntimeError(
            f'{call} : expected a 1D window tensor of size equal to win_length={width}, but got window with '
            f'size {list(window.shape)}'
        )


def _whole_window(window: Any, width: int, n_fft: int, like: Any) -> Any:
    """The window in the middle of a frame, with zeros beside it."""
    own = _operations.ones(width, dtype=_real_type(like)) if window is None else window
    before = (n_fft - width) // 2
    return own if width == n_fft else _operations_nn.pad(own, [before, n_fft - width - before])


def _real_type(tensor: Any) -> Any:
    return tensor.real.dtype if tensor.is_complex() else tensor.dtype


def istft(
    input: Any,
    n_fft: int,
    hop_length: int | None = None,
    win_length: int | None = None,
    window: Any = None,
    center: bool = True,
    normalized: bool = False,
    onesided: bool | None = None,
    length: int | None = None,
    return_complex: bool = False,
) -> Any:
    """The signal whose `stft` is given: its frames added up, divided by the squared windows.

    Args:
        input: the transforms (B, frequencies, frames) or (frequencies, frames), complex.
        n_fft: elements of a frame.
        hop_length: elements between the beginnings of two frames; a quarter of a frame when None.
        win_length: elements of the window; all of a frame when None.
        window: what each frame was multiplied by; ones when None.
        center: whether the signal was padded.
        normalized: whether the transforms kept the signal's norm.
        onesided: whether only the lower frequencies are given; by their number when None.
        length: elements of the signal, cut off or filled with zeros; all that the frames tell when None.
        return_complex: whether the signal is complex.

    Returns:
        the signal (B, L) or (L).

    Raises:
        RuntimeError: for sizes that do not fit or a window that leaves elements out, in PyTorch's words.
    """
    if not input.is_complex():
        raise RuntimeError(
            'istft requires a complex-valued input tensor matching the output from stft with '
            'return_complex=True.'
        )
    hop = n_fft // 4 if hop_length is None else hop_length
    width = n_fft if win_length is None else win_length
    frequencies, count = input.shape[-2], input.shape[-1]
    rest = {
        'center': int(center),
        'normalized': int(normalized),
        'onesided': _flag(onesided),
        'length': length,
        'return_complex': int(return_complex),
    }
    shown = _signature(input, n_fft, hop, width, window, rest)
    call = f'istft(CPU{shown.replace("Tensor[", "Type[", 1)}'
    halved = frequencies != n_fft if onesided is None else onesided
    _check_frames(call, input, n_fft, hop, width, window, halved)
    if return_complex and halved:
        raise RuntimeError('Cannot have onesided output if window or input is complex')
    if not return_complex and window is not None and window.is_complex():
        raise RuntimeError('Complex windows are incompatible with return_complex=False')
    if window is None:
        warn_once(_NO_WINDOW_BACK)
    whole = _whole_window(window, width, n_fft, input)
    frames = _frames(input.transpose(-1, -2), n_fft, normalized, return_complex, halved) * whole
    size = n_fft + hop * (count - 1)
    signal = _overlapped(frames, size, hop)
    weight = _overlapped((whole**2).expand(count, n_fft), size, hop)
    start = n_fft // 2 if center else 0
    end = size - start if length is None else start + length
    signal, weight = signal[..., start:end], weight[start:end]
    lowest = weight.abs().min()
    if not lowest > _LEAST_OVERLAP:
        raise RuntimeError(f'{call} window overlap add min: 1\n[ CPUBoolType{{}} ]')
    signal = signal / weight
    if end <= size:
        return signal
    warn_once(_TOO_SHORT)
    return _operations_nn.pad(signal, [0, end - size])


def _check_frames(call: str, input: Any, n_fft: int, hop: int, width: int, window: Any, halved: bool) -> None:
    if input.numel() == 0:
        raise RuntimeError(f'{call} : input tensor cannot be empty.')
    if input.dim() not in (2, 3):
        raise RuntimeError(f'{call} : expected a tensor with 3 or 4 dimensions, but got {input.dim() + 1}')
    expected = n_fft // 2 + 1 if halved else n_fft
    if input.shape[-2] != expected:
        size = 'n_fft / 2 + 1 when onesided=True' if halved else 'n_fft when onesided=False'
        raise RuntimeError(
            f'{call} : expected the frequency dimension (3rd to the last) of the input tensor to match '
            f'{size}, but got {input.shape[-2]}'
        )
    if not 0 < hop <= width:
        raise RuntimeError(f'{call} : expected 0 < hop_length <= win_length')
    if not 0 < width <= n_fft:
        raise RuntimeError(f'{call} : expected 0 < win_length <= n_fft')
    if window is not None and tuple(window.shape) != (width,):
        raise RuntimeError(f'{call} : Invalid window shape. window has to be 1D and length of `win_length`')


def _frames(transforms: Any, n_fft: int, normalized: bool, return_complex: bool, halved: bool) -> Any:
    """The frames (…, frames, n_fft) of which these are the transforms."""
    norm = 'ortho' if normalized else None
    if return_complex:
        return _operations_fft.ifft(transforms, norm=norm)
    lower = transforms if halved else transforms[..., : n_fft // 2 + 1]
    return _operations_fft.irfft(lower, n=n_fft, norm=norm)


def _overlapped(frames: Any, size: int, hop: int) -> Any:
    """Frames (…, count, n) that begin `hop` apart, added up to (…, size)."""
    count, width = frames.shape[-2], frames.shape[-1]
    places = (_operations.arange(count).reshape(-1, 1) * hop + _operations.arange(width)).reshape(-1)
    lead = list(frames.shape[:-2])
    nothing = _operations.zeros([*lead, size], dtype=frames.dtype)
    return nothing.index_add(-1, places, frames.reshape([*lead, count * width]))

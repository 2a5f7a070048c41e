"""The texts of PyTorch's TypeErrors for arguments that fit no overload."""

from typing import Any, NoReturn

from ._forms import Form, forms_of
from ._handle import Handle
from ._parameters import REQUIRED, Parameter
from ._signature import Signature

__all__ = ['explain', 'raise_mismatch']

_INDENT = ' ' * 6


def raise_mismatch(
    name: str,
    signatures: tuple[Signature, ...],
    tensor: Any,
    args: tuple[Any, ...],
    kwargs: dict[str, Any],
) -> NoReturn:
    """Raises the TypeError that PyTorch raises when no overload takes the arguments.

    Raises:
        TypeError: in nearly all cases.
        RuntimeError: for what PyTorch itself calls one, as a text where it takes the name of a dimension.
    """
    if name in ('linspace', 'logspace'):
        _check_ends(name, args)
    worded = forms_of(name, signatures[0].method)
    if worded:
        first = tensor if tensor is not None else next(iter(args), None)
        _refuse_names(name, worded, first, args, kwargs)
    error = TypeError(explain(name, signatures, args, kwargs))
    known = {key for signature in signatures for parameter in signature.visible() for key in parameter.names}
    unknown = [key for key in kwargs if key not in known]
    if len(unknown) == 1:
        # PyTorch's words suggest nothing; what the editor offers does (_exercise/mistakes.py).
        vars(error).update(unknown_keyword=unknown[0], keywords=sorted(known))
    raise error


def _check_ends(name: str, args: tuple[Any, ...]) -> None:
    """The ends of a range may be tensors, of one number each; of more PyTorch speaks in words of its own."""
    ranks = [each.dim() for each in args[:2] if isinstance(each, Handle)]
    if len(ranks) == 2 and any(ranks):
        raise RuntimeError(
            f'{name} only supports 0-dimensional start and end tensors, but got start with {ranks[0]} '
            f'dimension(s) and end with {ranks[1]} dimension(s).'
        )


def explain(
    name: str, signatures: tuple[Signature, ...], args: tuple[Any, ...], kwargs: dict[str, Any]
) -> str:
    """Why `name(*args, **kwargs)` fits none of the signatures."""
    signatures = tuple(signature for signature in signatures if not signature.hidden) or signatures
    worded = forms_of(name, signatures[0].method)
    if worded:
        return _explain_forms(name, worded, signatures, args, kwargs)
    if len(signatures) == 1:
        first = signatures[0]
        if first.method and not first.visible():
            if kwargs:
                return f'TensorBase.{name}() takes no keyword arguments'
            return f'TensorBase.{name}() takes no arguments ({len(args)} given)'
        return _explain_one(name, first, args, kwargs)
    given = len(args) + len(kwargs)
    plausible = [s for s in signatures if _required(s) <= given <= len(s.visible())]
    if len(plausible) == 1:
        return _explain_one(name, plausible[0], args, kwargs)
    got = _given(args, kwargs)
    lines = [f'{name}() received an invalid combination of arguments - got {got}, but expected one of:']
    for signature in signatures:
        lines.append(f' * {signature.describe()}')
        reason = _reason(signature, args, kwargs)
        if reason:
            lines.append(_INDENT + reason)
    return '\n'.join(lines) + '\n'


_WITHOUT_NAMES = frozenset(
    (
        'all',
        'any',
        'argsort',
        'gather',
        'index_add',
        'index_copy',
        'index_fill',
        'index_select',
        'scatter',
        'scatter_add',
        'sort',
    )
)


def _refuse_names(
    name: str, forms: list[Form], tensor: Any, args: tuple[Any, ...], kwargs: dict[str, Any]
) -> None:
    """Says of a text that stands for a dimension that no dimension has that name, as none here has one.

    Raises:
        RuntimeError: in PyTorch's words.
    """
    given = next(filter(None, (form.takes_name(args, kwargs) for form in forms)), None)
    if given is None or _bad_size(name, forms, args):
        return
    if name in _WITHOUT_NAMES:
        raise RuntimeError(
            f'{name}: You passed a dimname (string) to this op in place of a dimension index but it does not '
            'yet support this behavior. Please pass a dimension index to work around this.'
        )
    unnamed = ', '.join(['None'] * getattr(tensor, 'ndim', 0))
    raise RuntimeError(f"Name '{given}' not found in Tensor[{unnamed}].")


def _explain_forms(
    name: str,
    forms: list[Form],
    signatures: tuple[Signature, ...],
    args: tuple[Any, ...],
    kwargs: dict[str, Any],
) -> str:
    """Why the arguments fit none of PyTorch's own forms, or not the only one that takes so many."""
    plausible = [form for form in forms if form.takes(len(args) + len(kwargs))]
    if len(plausible) == 1:
        names = [each.name for each in plausible[0].visible()]
        same = [each for each in signatures if [one.name for one in each.visible()] == names]
        return _explain_one(name, same[0] if same else plausible[0], args, kwargs)
    spread = _bad_size(name, forms, args)
    if spread:
        return spread
    kinds = {position: _described(value) for position, value in enumerate(args)}
    named = {key: _described(value) for key, value in kwargs.items()}
    got = _given(args, kwargs)
    lines = [f'{name}() received an invalid combination of arguments - got {got}, but expected one of:']
    for form in forms:
        lines.append(f' * {form.describe()}')
        reason = form.reason(kinds, named)
        if reason:
            lines.append(_INDENT + reason)
    return '\n'.join(lines) + '\n'


def _bad_size(name: str, forms: list[Form], args: tuple[Any, ...]) -> str:
    """Of sizes given one by one, or as a list, PyTorch looks at the first alone before it takes them."""
    if not args or not any(form.varargs for form in forms):
        return ''
    sizes = args[0] if isinstance(args[0], (list, tuple)) else args
    if not sizes or not isinstance(sizes[0], int):
        return ''
    for position, size in enumerate(sizes):
        if not hasattr(size, '__index__'):
            size_name = forms[0].visible()[0].name
            return (
                f"{name}(): argument '{size_name}' failed to unpack the object at pos {position + 1} "
                f'with error "type must be tuple of ints,but got {type_name(size)}"'
            )
    return ''


def _described(value: Any) -> str:
    """The type of an argument, with those of its members."""
    kind = type_name(value)
    if not isinstance(value, (list, tuple)):
        return kind
    members = ', '.join(type_name(each) for each in value)
    if isinstance(value, list):
        return f'{kind} of [{members}]'
    return f'{kind} of ({members}{"," if len(value) == 1 else ""})'


_BY_PACKAGE = {'dtype': 'torch', 'device': 'torch', 'Size': 'torch', 'Generator': 'torch._C'}


def type_name(value: Any) -> str:
    """The type of an argument as PyTorch calls it: classes written in C say their package."""
    kind = type(value)
    package = kind.__module__.partition('.')[0]
    if package == 'numpy':
        return f'numpy.{kind.__name__}'
    if kind.__module__ == 'torch.return_types':
        return f'torch.return_types.{kind.__name__}'
    if kind.__name__ in ('Operation', 'builtin_function_or_method') and package in ('torch', 'builtins'):
        return 'builtin_function_or_method'
    owner = _BY_PACKAGE.get(kind.__name__) if package == 'torch' else None
    return f'{owner}.{kind.__name__}' if owner else kind.__name__


def _required(signature: Signature) -> int:
    return sum(parameter.default is REQUIRED for parameter in signature.visible())


def _given(args: tuple[Any, ...], kwargs: dict[str, Any]) -> str:
    positional = ', '.join(type_name(arg) for arg in args)
    named = ', '.join(f'{key}={type_name(value)}' for key, value in kwargs.items())
    if positional and named:
        return f'({positional}, {named})'
    return f'({named}, )' if named else f'({positional})'


def _fits(parameter: Parameter, value: Any) -> bool:
    if value is None:
        return parameter.optional
    return parameter.put(value, [], [])


def _reason(signature: Signature, args: tuple[Any, ...], kwargs: dict[str, Any]) -> str:
    """Why one overload of several does not fit, when the number of arguments is right."""
    parameters = signature.visible()
    if len(parameters) != len(args) + len(kwargs) or any(each.keyword_only for each in parameters):
        return ''
    known = {name: parameter for parameter in parameters for name in parameter.names}
    wrong = [key for key in kwargs if key not in known]
    if wrong:
        return f"didn't match because some of the keywords were incorrect: {', '.join(wrong)}"
    pairs = [(parameters[i], value, '') for i, value in enumerate(args)]
    pairs += [(known[key], value, f'{key}=') for key, value in kwargs.items()]
    shown = []
    for parameter, value, prefix in pairs:
        kind = type_name(value)
        shown.append(prefix + (kind if _fits(parameter, value) else f'!{kind}!'))
    return f"didn't match because some of the arguments have invalid types: ({', '.join(shown)})"


def _explain_one(
    name: str, signature: 'Signature | Form', args: tuple[Any, ...], kwargs: dict[str, Any]
) -> str:
    """Why the only overload in question does not fit."""
    parameters = signature.visible()
    positional = [parameter for parameter in parameters if not parameter.keyword_only]
    if len(args) > len(positional) and not (signature.varargs and _fits(positional[0], args[:1])):
        return _too_many(name, positional, len(args))
    spread = signature.varargs and bool(args)
    if spread and len(args) > 1 and isinstance(args[0], int):
        wrong = next((i for i, each in enumerate(args) if not hasattr(each, '__index__')), None)
        if wrong is not None:
            return _not_a_size(name, parameters[0], type_name(args[wrong]), wrong + 1)
    for position, parameter in enumerate(parameters):
        if spread and position == 0 and _fits(parameter, args):
            continue
        if position < len(args) and not parameter.keyword_only:
            if not _fits(parameter, args[position]):
                return _wrong_type(name, parameter, args[position], position + 1)
            continue
        key = next((key for key in parameter.names if key in kwargs), None)
        if key is None:
            if parameter.default is REQUIRED:
                return _missing(name, parameters[position:], kwargs)
        elif not _fits(parameter, kwargs[key]):
            return _wrong_type(name, parameter, kwargs[key], 0)
    return _surplus(name, parameters, args, kwargs)


def _not_a_size(name: str, parameter: Parameter, kind: str, position: int) -> str:
    """What is said of one of several sizes that are not given as a tuple."""
    return (
        f"{name}(): argument '{parameter.name}' failed to unpack the object at pos {position} with error "
        f'"type must be tuple of ints,but got {kind}"'
    )


def _too_many(name: str, positional: list[Parameter], given: int) -> str:
    most = len(positional)
    least = sum(parameter.default is REQUIRED for parameter in positional)
    was = 'was' if given == 1 else 'were'
    if least != most:
        return f'{name}() takes from {least} to {most} positional arguments but {given} {was} given'
    return f'{name}() takes {most} positional argument{"" if most == 1 else "s"} but {given} {was} given'


def _wrong_type(name: str, parameter: Parameter, value: Any, position: int) -> str:
    where = f' (position {position})' if position else ''
    element = parameter.bad_element(value)
    if element >= 0 and parameter.kind == 'Tensor':
        kind = type_name(value[element])
        return f'expected Tensor as element {element} in argument {max(position - 1, 0)}, but got {kind}'
    if element >= 0:
        found = f'but found element of type {type_name(value[element])} at pos {element}'
        return f"{name}(): argument '{parameter.name}'{where} must be {parameter.type_name()}, {found}"
    kind = type_name(value)
    is_loose_size = position > 0 and parameter.is_list and parameter.kind == 'int' and parameter.size == 0
    is_loose_size = is_loose_size and not isinstance(value, int)
    found = f'but found element of type {kind} at pos 0' if is_loose_size else f'not {kind}'
    return f"{name}(): argument '{parameter.name}'{where} must be {parameter.type_name()}, {found}"


def _missing(name: str, rest: tuple[Parameter, ...], kwargs: dict[str, Any]) -> str:
    names = [
        f'"{parameter.name}"'
        for parameter in rest
        if parameter.default is REQUIRED and not any(key in kwargs for key in parameter.names)
    ]
    return f'{name}() missing {len(names)} required positional arguments: {", ".join(names)}'


def _surplus(
    name: str, parameters: tuple[Parameter, ...], args: tuple[Any, ...], kwargs: dict[str, Any]
) -> str:
    taken = {key for parameter in parameters[: len(args)] for key in parameter.names}
    known = {key for parameter in parameters for key in parameter.names}
    for key in kwargs:
        if key not in known:
            return f"{name}() got an unexpected keyword argument '{key}'"
        if key in taken:
            return f"{name}() got multiple values for argument '{key}'"
    return f'{name}() received arguments that it cannot take'

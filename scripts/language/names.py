"""Prints, as JSON, every public name of the engine's Python modules: what it is and how it is called.

One line a module, for docs/supported.md, the help in the editor and the type stubs.
"""

import collections.abc
import dis
import importlib
import inspect
import json
import math
import sys
import typing
from types import UnionType
from typing import Any, Self, TypeAliasType, get_args, get_origin


MODULES = (
    'torch',
    'torch.Tensor',
    'torch.nn',
    'torch.nn.functional',
    'torch.nn.init',
    'torch.nn.utils',
    'torch.nn.utils.rnn',
    'torch.nn.utils.parametrizations',
    'torch.nn.utils.parametrize',
    'torch.nn.utils.prune',
    'torch.optim',
    'torch.optim.lr_scheduler',
    'torch.optim.swa_utils',
    'torch.autograd',
    'torch.autograd.functional',
    'torch.distributions.binomial',
    'torch.distributions.constraints',
    'torch.distributions.transforms',
    'torch.func',
    'torch.jit',
    'torch.linalg',
    'torch.special',
    'torch.fft',
    'torch.distributions',
    'torch.utils.data',
    'torch.amp',
    'torch.cuda',
    'd2l.torch',
    'numpy',
    'numpy.random',
    'numpy.linalg',
    'matplotlib.pyplot',
    'pandas',
)
# Where the generated operations of a module are, and what their names begin with.
OPERATIONS = {
    'torch': ('torch._operations', '_f_'),
    'torch.Tensor': ('torch._operations', '_m_'),
    'torch.nn.functional': ('torch._operations_nn', '_f_'),
    'torch.linalg': ('torch._operations_linalg', '_f_'),
    'torch.special': ('torch._operations_special', '_f_'),
    'torch.fft': ('torch._operations_fft', '_f_'),
}
# How the words for arguments in operators' schemas are written in Python.
TYPES = {
    'Scalar': 'float',
    'ScalarType': 'torch.dtype',
    'Generator': 'torch.Generator',
    'Tensor': 'torch.Tensor',
}
# Arguments that no schema has, as Python itself sees to them.
EXTRAS = {
    'out': 'out: torch.Tensor | None = None',
    'device': 'device=None',
    'memory_format': 'memory_format: torch.memory_format | None = None',
    'requires_grad': 'requires_grad: bool = False',
}
RESULTS = {'tensor': 'torch.Tensor', 'view': 'torch.Tensor', 'inPlace': 'torch.Tensor'}
# What stubs call the collections that annotations name.
COLLECTIONS = (
    'Callable',
    'Iterable',
    'Iterator',
    'Mapping',
    'Sequence',
    'dict',
    'list',
    'set',
    'tuple',
    'type',
)


def load(name: str) -> Any:
    """The module or class of that name; None when the engine has none."""
    if name == 'torch.Tensor':
        return importlib.import_module('torch').Tensor
    try:
        return importlib.import_module(name)
    except ImportError:
        return None


def entries_of(module: str, name: str) -> list[str]:
    """The engine's operations behind a name; none for what is written in Python."""
    where, prefix = OPERATIONS.get(module, ('', ''))
    operation = getattr(sys.modules.get(where), prefix + name, None)
    if operation is None or is_in_front(inspect.getattr_static(load(module), name, None)):
        return []
    return [row[0] for row in operation.overloads]


def type_of(annotation: Any, classes: dict[type, str]) -> str:
    """An annotation with the full names of public classes; nothing for what is less certain than a class."""
    if isinstance(annotation, str):
        annotation = evaluated(annotation, classes)
    if isinstance(annotation, TypeAliasType):
        return type_of(annotation.__value__, classes)
    if annotation is Self:
        return 'Self'
    if annotation is None or annotation is type(None):
        return 'None'
    members = get_args(annotation)
    if get_origin(annotation) in (UnionType, typing.Union):
        shown = ['Any' if each is Any else type_of(each, classes) for each in members]
        return ' | '.join(shown) if all(shown) else ''
    if members:
        return generic_type(get_origin(annotation), members, classes)
    if annotation in (int, float, bool, str) or getattr(annotation, '__name__', '') in COLLECTIONS:
        return annotation.__name__
    return classes.get(annotation, '') if isinstance(annotation, type) else ''


def generic_type(origin: Any, members: tuple[Any, ...], classes: dict[type, str]) -> str:
    """`Sequence[int]` or `Callable[[int], float]`, with Any for members that are less certain; nothing for others."""
    if getattr(origin, '__name__', '') not in COLLECTIONS:
        return ''
    shown = [
        f'[{", ".join(type_of(one, classes) or "Any" for one in each)}]'
        if isinstance(each, list)
        else ('...' if each is ... else type_of(each, classes) or 'Any')
        for each in members
    ]
    return f'{origin.__name__}[{", ".join(shown)}]'


def evaluated(annotation: str, classes: dict[type, str]) -> Any:
    """What an annotation in quotes means: its class need not be imported where it stands."""
    # Of two classes of one name torch's is meant, which stands first.
    known = {each.__name__: each for each in reversed(classes)}
    try:
        return eval(annotation, vars(typing) | vars(collections.abc) | known)
    except (NameError, TypeError):
        return Any


def default_of(value: Any) -> str:
    """A default as one would write it; `...` for what has no short form."""
    plain = value is None or isinstance(value, (bool, int, str))
    if plain or (isinstance(value, float) and math.isfinite(value)):
        return repr(value)
    return '()' if value == () else '...'


def argument_of(row: tuple[Any, ...], function: bool, first: bool, numbers: bool) -> str:
    """An argument of an operation's schema in Python's notation; `numbers` may stand for tensors in some."""
    name, kind, several, size, optional, _, default = row
    shown = TYPES.get(kind, kind)
    if numbers and not (function and first) and kind == 'Tensor':
        shown += ' | float'
    if several:
        shown = f'int | Sequence[{shown}]' if kind == 'int' else f'Sequence[{shown}]'
    if optional:
        shown += ' | None'
    end = '' if default is ... else f' = {default_of(default)}'
    return f'{"input" if function and name == "self" else name}: {shown}{end}'


def operation_forms(operation: Any) -> list[dict[str, Any]]:
    """One form for each overload, and further ones.

    They are one with single arguments where several may stand in place of a list, and one that begins with a number where
    a tensor may as well: the other argument is a tensor then.
    """
    forms = []
    several = operation.variadic
    kinds = {row[1] for overload in operation.overloads for row in overload[-1]}
    numbers = operation.numbers and 'Scalar' not in kinds
    for (_, kind, _, _, rows), signature in zip(operation.overloads, operation.signatures, strict=True):
        rows = rows[1:] if operation.method and rows[0][0] == 'self' else rows
        shown: list[str] = []
        for at, row in enumerate(rows):
            if row[5] and '*' not in shown:
                shown.append('*')
            shown.append(argument_of(row, not operation.method, at == 0 and row[0] != 'condition', numbers))
        taken = {parameter.name for parameter in signature.parameters}
        extras = [text for name, text in EXTRAS.items() if name in taken]
        shown += [*(['*'] if extras and '*' not in shown else []), *extras]
        result = RESULTS.get(kind, '')
        if signature.varargs:
            single = [f'*{rows[0][0]}: int', *(each for each in shown[1:] if each != '*')]
            forms.append({'parameters': single, 'result': result})
        elif several is not None and rows[several][2]:
            after = [each for each in shown[several + 1 :] if each != '*']
            forms.append(
                {'parameters': [*shown[:several], '*tensors: torch.Tensor', *after], 'result': result}
            )
        forms.append({'parameters': shown, 'result': result})
        if operation.numbers == 'but one' and not operation.method and kind != 'inPlace':
            tensors = [argument_of(row, True, at == 0, False) for at, row in enumerate(rows)]
            if [row[1] for row in rows] == ['Tensor', 'Tensor']:
                first = tensors[0].replace('torch.Tensor', 'float')
                forms.append({'parameters': [first, *tensors[1:], *shown[len(rows) :]], 'result': result})
    return forms


def is_private(parameter: inspect.Parameter) -> bool:
    """Whether an argument is none of the callers' business: `_stacklevel`."""
    return parameter.name.startswith('_') and parameter.default is not parameter.empty


def python_form(value: Any, classes: dict[type, str], method: bool = False) -> list[dict[str, Any]]:
    """The form of a function or class written in Python; none where it tells nothing."""
    try:
        signature = inspect.signature(value)
    except (TypeError, ValueError):
        return []
    shown: list[str] = []
    for at, each in enumerate(signature.parameters.values()):
        if (at == 0 and (method or each.name == 'self')) or is_private(each):
            continue
        if each.kind is each.KEYWORD_ONLY and not any(text.startswith('*') for text in shown):
            shown.append('*')
        stars = {each.VAR_POSITIONAL: '*', each.VAR_KEYWORD: '**'}.get(each.kind, '')
        kind = type_of(each.annotation, classes)
        text = f'{stars}{each.name}{f": {kind}" if kind else ""}'
        if each.default is not each.empty:
            text += f'{" = " if kind else "="}{default_of(each.default)}'
        shown.append(text)
    # What a decorator makes of a function may give something else: a context, for one.
    is_made = inspect.isclass(value) or hasattr(value, '__wrapped__')
    result = '' if is_made else type_of(signature.return_annotation, classes)
    return [{'parameters': shown, 'result': result}]


def documentation(value: Any) -> str:
    """The docstring without the call forms that a generated one begins with; nothing for a mere value."""
    if not callable(value) and not isinstance(value, property):
        return ''
    text = (value.__doc__ if inspect.isclass(value) else inspect.getdoc(value)) or ''
    return inspect.cleandoc(text)


def operation_summary(value: Any) -> str:
    """What a generated docstring says after its call forms."""
    return documentation(value).partition('\n\n')[2].strip()


def is_in_front(value: Any) -> bool:
    """Whether a function is written in Python, with arguments of its own, in front of an operation."""
    if not inspect.isfunction(value) or value.__module__.startswith('torch._operations'):
        return False
    return not any(each.kind is each.VAR_POSITIONAL for each in inspect.signature(value).parameters.values())


def attribute_type(value: Any, classes: dict[type, str]) -> str:
    """The type of a property or of a module's value."""
    if isinstance(value, property):
        annotations = getattr(value.fget, '__annotations__', {})
        return type_of(annotations['return'], classes) if annotations.get('return') else ''
    return type_of(type(value), classes)


def assigned_by_init(owner: type) -> list[str]:
    """What a class's own `__init__` assigns to its object, its arguments too where it saves hyperparameters."""
    code = getattr(vars(owner).get('__init__'), '__code__', None)
    if code is None:
        return []
    self, *arguments = code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]
    found = arguments if 'save_hyperparameters' in code.co_names else []
    target: tuple[Any, ...] = ()
    for each in dis.get_instructions(code):
        if each.opname == 'STORE_ATTR' and target == (self,):
            found.append(each.argval)
        # Some instructions load two variables: what is assigned to is the second.
        target = each.argval[-1:] if isinstance(each.argval, tuple) else (each.argval,)
    return [name for name in found if not name.startswith('_')]


def members_of(owner: type, classes: dict[type, str]) -> list[dict[str, Any]]:
    """What instances of a class can be asked, except what they have from a public base."""
    members: dict[str, dict[str, Any]] = {}
    inherited = {each for base in owner.__mro__[1:] if base in classes for each in base.__mro__}
    for each in owner.__mro__:
        if each in inherited or each is object:
            continue
        for name, value in vars(each).items():
            plain = inspect.isfunction(value) or isinstance(value, (property, staticmethod, classmethod))
            if name.startswith('_') or name in members or not plain:
                continue
            without_object = isinstance(value, (staticmethod, classmethod))
            value = getattr(owner, name) if without_object else value
            members[name] = more_of(value, classes, '', name) | ({'static': True} if without_object else {})
        for name in assigned_by_init(each):
            members.setdefault(name, {'kind': 'attribute', 'type': '', 'doc': ''})
    return [{'name': name, **members[name]} for name in sorted(members)]


def more_of(value: Any, classes: dict[type, str], module: str, name: str) -> dict[str, Any]:
    """Kind, forms and documentation of a name for the editor."""
    where, prefix = OPERATIONS.get(module, ('', ''))
    operation = getattr(sys.modules.get(where), prefix + name, None)
    method = module == 'torch.Tensor'
    if operation is not None:
        # A function of ours in front of the operation is what a learner calls: in its own form, if it has one.
        if is_in_front(value):
            own = python_form(value, classes, method)
            return {'kind': 'function', 'forms': own, 'doc': documentation(value)}
        return {'kind': 'function', 'forms': operation_forms(operation), 'doc': operation_summary(value)}
    kind = kind_of(value)
    more: dict[str, Any] = {'kind': kind, 'doc': documentation(value)}
    if callable(value):
        more['forms'] = python_form(value, classes, method)
    else:
        more['type'] = attribute_type(value, classes)
    if inspect.isclass(value):
        more['class'] = classes.get(value, '')
    return more


def public_classes() -> dict[type, str]:
    """Every public class and the name by which it is known: that of the module that it belongs to first."""
    found: dict[type, str] = {}
    for module in MODULES:
        for name, value in vars(load(module) or object).items():
            if inspect.isclass(value) and not name.startswith('_') and is_own(value, module):
                home = f'{module}.{name}'
                # The tensor's numbered half, which no exercise names.
                if value.__module__ == 'torch._handle':
                    continue
                if value not in found or getattr(value, '__module__', '') == module:
                    found[value] = home
    return found


# Ways to use an object without a name for them, which the stubs tell.
SPECIAL = (
    'call getitem setitem delitem len iter next contains enter exit float int bool index neg pos abs invert '
    'add radd iadd sub rsub isub mul rmul imul truediv rtruediv itruediv floordiv rfloordiv mod rmod pow rpow ipow '
    'matmul rmatmul and rand or ror xor rxor lshift rshift iand ior ixor ilshift irshift ifloordiv imod eq ne lt le gt ge'
).split()


def special_methods(owner: type) -> list[str]:
    """Those that the class has and a mere object has not."""
    names = [f'__{name}__' for name in SPECIAL]
    return [name for name in names if any(name in vars(each) for each in owner.__mro__[:-1])]


def modules_in(module: str) -> dict[str, str]:
    """The modules that a module has under names of its own: `d2l.torch` has `plt`, `plt` has `cm`.

    They are listed ones, and those of matplotlib, some of which are imported when they are first asked for.
    """
    found = load(module)
    names = {} if inspect.isclass(found) else {name: member_of(found, name) for name in dir(found)}
    known = {name: value.__name__ for name, value in names.items() if inspect.ismodule(value)}
    return {
        name: full
        for name, full in known.items()
        if not name.startswith('_') and (full in MODULES or full.partition('.')[0] == 'matplotlib')
    }


def member_of(module: Any, name: str) -> Any:
    """What a module has under a name; None where the engine leaves it out."""
    try:
        return getattr(module, name)
    except (AttributeError, ImportError):
        return None


def class_rows(classes: dict[type, str]) -> list[dict[str, Any]]:
    """Members and bases of the public classes; those of the tensor are listed as those of a module."""
    return [
        {
            'class': name,
            'bases': [classes[base] for base in owner.__mro__[1:] if base in classes],
            'special': special_methods(owner),
            'names': [] if name == 'torch.Tensor' else members_of(owner, classes),
        }
        for owner, name in classes.items()
    ]


def kind_of(value: Any) -> str:
    """How a name is used."""
    if inspect.isclass(value):
        return 'class'
    if callable(value):
        return 'function'
    return 'attribute' if isinstance(value, property) else 'value'


def form_of(value: Any) -> str:
    """The parameters by name and default; nothing for what is no function, or tells nothing."""
    if not callable(value):
        return ''
    try:
        parameters = inspect.signature(value).parameters.values()
    except (TypeError, ValueError):
        return ''
    shown = [
        str(each.replace(annotation=inspect.Parameter.empty))
        for each in parameters
        if each.name != 'self' and not is_private(each)
    ]
    return f'({", ".join(shown)})'


def is_own(value: Any, module: str) -> bool:
    """Whether the name is the module's to offer, rather than something that it needs itself."""
    if inspect.ismodule(value):
        return False
    home = getattr(value, '__module__', None) or ''
    return not isinstance(home, str) or home.partition('.')[0] not in {
        'typing',
        'collections',
        'functools',
        'contextlib',
        'types',
        'enum',
        'warnings',
        '__future__',
        'dataclasses',
        'abc',
        'inspect',
        'pathlib',
        'io',
        'itertools',
    }


def offered_names(found: Any) -> list[str]:
    """The names that a module or class offers, in alphabetical order.

    Those of its `__all__` and those that are imported late, which `dir` promises; of what has no `__all__` all that are
    public.
    """
    promised = {name for name in dir(found) if not name.startswith('_')}
    listed = getattr(found, '__all__', None)
    return sorted(promised if listed is None else {*listed} | (promised - vars(found).keys()))


def describe(module: str, classes: dict[type, str]) -> list[dict[str, Any]]:
    """Every public name of a module, in alphabetical order."""
    found = load(module)
    if found is None:
        return []
    rows = []
    for name in offered_names(found):
        try:
            value = inspect.getattr_static(found, name) if inspect.isclass(found) else getattr(found, name)
        except (AttributeError, ImportError):
            continue
        if is_own(value, module):
            summary = (
                (inspect.getdoc(value) or '').partition('\n')[0]
                if callable(value) or isinstance(value, property)
                else ''
            )
            entries = entries_of(module, name)
            rows.append(
                {
                    'name': name,
                    'kind': kind_of(value),
                    'form': '' if entries else form_of(value),
                    'summary': '' if entries else summary,
                    'entries': entries,
                    'more': more_of(value, classes, module, name),
                }
            )
    return rows


FIRST = 0
"""The first of the rows to print; those before it were printed by runs before this one."""
MOST_CHARACTERS = 800_000
"""What one run prints at most: what a run may print has a bound."""


def tell(rows: list[dict[str, Any]], first: int) -> None:
    """Prints rows, short, from `first` on; when there are too many, `{"next": …}` says where to go on."""
    printed = 0
    for place in range(first, len(rows)):
        text = json.dumps(rows[place], ensure_ascii=False, separators=(',', ':'))
        printed += len(text)
        if printed > MOST_CHARACTERS and place > first:
            print(json.dumps({'next': place}))
            return
        print(text)


everything = public_classes()
modules = [
    {'module': module, 'names': describe(module, everything), 'modules': modules_in(module)}
    for module in MODULES
]
tell([*modules, *class_rows(everything)], FIRST)

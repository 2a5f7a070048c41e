"""The forms of a function as PyTorch words them, for its errors about arguments that fit none of them."""

from typing import Any

from ._parameters import REQUIRED, Parameter

__all__ = ['Form', 'forms_of']

_KINDS = {
    'Tensor': 'Tensor',
    'Number': 'Scalar',
    'int': 'int',
    'float': 'float',
    'bool': 'bool',
    'str': 'str',
    'name': 'str',
    'torch.dtype': 'ScalarType',
    'torch.Generator': 'Generator',
}


class _Worded(Parameter):
    """A parameter whose type a form names."""

    __slots__ = ('worded',)

    def __init__(self, text: str, keyword_only: bool) -> None:
        named, _, default = text.partition(' = ')
        self.worded, _, name = named.rpartition(' ')
        element = self.worded.removeprefix('tuple of ')
        is_list = element != self.worded
        kind = _KINDS.get(element.removesuffix('s') if is_list else element, 'Any')
        given: Any = REQUIRED if not default else None if default == 'None' else default
        known = is_list and kind != 'Any'
        super().__init__(name, kind, known, 0, False, keyword_only, given)

    def type_name(self) -> str:
        return self.worded


class Form:
    """One form: `(int dim0, int dim1)`."""

    __slots__ = ('parameters', 'text', 'varargs')

    method = True

    def __init__(self, text: str) -> None:
        self.text = text
        before, _, after = text[1:-1].partition('*')
        given = [part for part in before.split(', ') if part]
        named = [part for part in after.split(', ') if part]
        self.parameters = (
            *(_Worded(part, False) for part in given),
            *(_Worded(part, True) for part in named),
        )
        positional = self.parameters[: len(given)]
        self.varargs = len(positional) == 1 and positional[0].is_list and positional[0].kind == 'int'

    def visible(self) -> tuple[Any, ...]:
        """The parameters."""
        return self.parameters

    def describe(self) -> str:
        """As in the list of an error message."""
        return self.text

    def takes_name(self, args: tuple[Any, ...], kwargs: dict[str, Any]) -> str | None:
        """The first text given where a dimension's name may stand; None when there is none."""
        if not self.takes(len(args) + len(kwargs)):
            return None
        given = {each.name: value for each, value in zip(self.parameters, args, strict=False)} | kwargs
        for each in self.parameters:
            value = given.get(each.name)
            listed = value if isinstance(value, (list, tuple)) else [value]
            if each.worded in ('name', 'tuple of names') and listed and isinstance(listed[0], str):
                return listed[0]
        return None

    def takes(self, count: int) -> bool:
        """Whether that many arguments may be right."""
        return sum(each.default is REQUIRED for each in self.parameters) <= count <= len(self.parameters)

    def reason(self, args: dict[int, str], kwargs: dict[str, str]) -> str:
        """Why arguments of these types do not fit; '' where it is their number.

        PyTorch reads its own words for it: a star is a parameter, what follows the last space its name.
        """
        parts = self.text[1:-1].split(', ')
        if len(parts) != len(args) + len(kwargs):
            return ''
        words = [tuple(part.rpartition(' ')[::2]) for part in parts]
        by_name = {name: worded for worded, name in words}
        wrong = [key for key in kwargs if key not in by_name]
        if wrong:
            return f"didn't match because some of the keywords were incorrect: {', '.join(wrong)}"
        shown = [_marked(words[position][0], kind) for position, kind in args.items()]
        shown += [f'{key}={_marked(by_name[key], kind)}' for key, kind in kwargs.items()]
        return f"didn't match because some of the arguments have invalid types: ({', '.join(shown)})"


def _marked(worded: str, kind: str) -> str:
    fits = kind in ('float', 'int') if worded == 'float' else kind == worded
    return kind if fits else f'!{kind}!'


def forms_of(name: str, method: bool) -> list[Form]:
    """All forms of a function, or of a tensor's method; none where there is only one."""
    from ._forms_data import FUNCTIONS, METHODS  # only once there is such an error

    text = METHODS if method else FUNCTIONS
    _, found, rest = text.partition(f'\n{name}\n')
    if not found:
        return []
    forms: list[Form] = []
    for line in rest.split('\n'):
        if not line.startswith(' '):
            break
        forms.append(Form(line[1:]))
    return forms

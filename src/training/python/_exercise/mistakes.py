"""Names the mistake behind an exception, by what the engine raised and by the objects that were involved.

Only the engine's own words are compared, which are PyTorch's; the learner's code is not read.
"""

import re
from types import CodeType, FrameType, TracebackType
from typing import Any, TypedDict

from _exercise import places

__all__ = ['Mistake', 'behind']

_SECOND_BACKWARD = 'Trying to backward through the graph a second time'
_LEAF_IN_PLACE = 'leaf Variable that requires grad is being used in an in-place operation'
_NO_GRADIENT = 'can require gradients'
_DETACHED = 'does not require grad and does not have a grad_fn'
_BEFORE_INIT = 'before Module.__init__() call'
_NO_CUDA = 'Torch not compiled with CUDA enabled'
_PRODUCT = re.compile(r'mat1 and mat2 shapes cannot be multiplied \((\d+)x(\d+) and (\d+)x(\d+)\)$')
_VECTOR = re.compile(r'size mismatch, got input \(\d+\), mat \((\d+)x(\d+)\), vec \((\d+)\)$')
_SUGGESTION = re.compile(r"Did you mean:? '([^']+)'\?")
_KEYWORD = re.compile(r"got an unexpected keyword argument '(\w+)'")
_LINEAR = 'torch/nn/modules/linear.py'


class Mistake(TypedDict):
    """Kind and facts, as `Advice` of the protocol."""

    kind: str
    facts: dict[str, Any]


def behind(error: BaseException, told: str) -> Mistake | None:
    """The mistake that an exception speaks of; None when it is none of those that are known.

    Args:
        told: the exception as Python prints it, with what it suggests.
    """
    try:
        if isinstance(error, RuntimeError):
            return _of_gradients(str(error)) or _of_product(error)
        if isinstance(error, AssertionError) and str(error) == _NO_CUDA:
            return Mistake(kind='noCuda', facts={})
        if isinstance(error, FileNotFoundError):
            return _of_data(error)
        if isinstance(error, AttributeError):
            return _of_initialization(error) or _of_spelling(error, told)
        if isinstance(error, (NameError, ImportError, TypeError)):
            return _of_spelling(error, told)
    except Exception:
        # The learner's objects may do anything; the exception is told all the same.
        return None
    return None


def _of_gradients(message: str) -> Mistake | None:
    if message.startswith(_SECOND_BACKWARD):
        return Mistake(kind='secondBackward', facts={'first': None})
    if _LEAF_IN_PLACE in message:
        return Mistake(kind='inPlaceLeaf', facts={})
    if _NO_GRADIENT in message:
        return Mistake(kind='integerGradient', facts={})
    if _DETACHED in message:
        return Mistake(kind='detached', facts={})
    return None


def _of_product(error: RuntimeError) -> Mistake | None:
    """Operands of a matrix product, each as (rows, columns); a vector on the right is a column."""
    matrices, vector = _PRODUCT.search(str(error)), _VECTOR.search(str(error))
    if matrices is not None:
        rows, columns, second_rows, second_columns = map(int, matrices.groups())
    elif vector is not None:
        rows, columns, second_rows = map(int, vector.groups())
        second_columns = 1
    else:
        return None
    layer = any(code.co_filename.endswith(_LINEAR) for code in _codes(error.__traceback__))
    facts = {'first': [rows, columns], 'second': [second_rows, second_columns], 'layer': layer}
    return Mistake(kind='productShapes', facts=facts)


def _of_data(error: FileNotFoundError) -> Mistake | None:
    """The error of `d2l.data_files`, which knows what is missing."""
    missing = getattr(error, 'missing', None)
    if missing is None:
        return None
    facts = {
        'file': missing.file,
        'url': missing.url,
        'dataSet': missing.data_set,
        'standIn': missing.stand_in,
    }
    return Mistake(kind='dataMissing', facts=facts)


def _of_spelling(error: BaseException, told: str) -> Mistake | None:
    if isinstance(error, TypeError) and hasattr(error, 'unknown_keyword'):
        return _of_keyword(**vars(error))
    suggested = _SUGGESTION.search(told.strip().rpartition('\n')[2])
    keyword = _KEYWORD.search(str(error))
    written = (
        keyword.group(1) if keyword else getattr(error, 'name_from', None) or getattr(error, 'name', None)
    )
    if suggested is None or not isinstance(written, str):
        return None
    return Mistake(kind='didYouMean', facts={'written': written, 'meant': suggested.group(1)})


def _of_keyword(unknown_keyword: str, keywords: list[str]) -> Mistake | None:
    """A keyword that none of an operation's overloads has (`torch._mismatch`)."""
    import difflib  # needed for nothing else, so that no start waits for it

    near = difflib.get_close_matches(unknown_keyword, keywords, n=1, cutoff=0.7)
    if not near:
        return None
    return Mistake(kind='didYouMean', facts={'written': unknown_keyword, 'meant': near[0]})


def _of_initialization(error: AttributeError) -> Mistake | None:
    owner = error.obj if error.obj is not None else _self_of(error.__traceback__)
    if owner is None or isinstance(owner, type):
        return None
    is_module = hasattr(type(owner), 'register_parameter')
    if is_module and '_modules' not in owner.__dict__:
        return _no_super_init(error, owner)
    if hasattr(type(owner), 'save_hyperparameters') and _BEFORE_INIT not in str(error):
        return _no_hyperparameters(error, owner)
    return None


def _self_of(trace: TracebackType | None) -> Any:
    """The object whose method raised."""
    frame: FrameType | None = None
    while trace is not None:
        frame, trace = trace.tb_frame, trace.tb_next
    return frame.f_locals.get('self') if frame is not None else None


def _no_super_init(error: AttributeError, owner: Any) -> Mistake | None:
    running = _codes(error.__traceback__)
    written = _initializers(owner)
    chosen = [pair for pair in written if pair[1] in running] or written
    if not chosen:
        return None
    return Mistake(kind='noSuperInit', facts={'init': _initializer(*chosen[0])})


def _no_hyperparameters(error: AttributeError, owner: Any) -> Mistake | None:
    for cls, code in _initializers(owner):
        arguments = code.co_varnames[1 : code.co_argcount + code.co_kwonlyargcount]
        if error.name in arguments and 'save_hyperparameters' not in code.co_names:
            facts = {'attribute': error.name, 'init': _initializer(cls, code)}
            return Mistake(kind='noHyperparameters', facts=facts)
    return None


def _initializers(owner: Any) -> list[tuple[type, CodeType]]:
    """The learner's `__init__` of the object's class and of its bases, in the order of the look-up."""
    found: list[tuple[type, CodeType]] = []
    for cls in type(owner).__mro__:
        code = getattr(cls.__dict__.get('__init__'), '__code__', None)
        if code is not None and code.co_filename in places.documents:
            found.append((cls, code))
    return found


def _initializer(cls: type, code: CodeType) -> dict[str, Any]:
    return {'owner': cls.__name__, 'document': code.co_filename, 'line': code.co_firstlineno}


def _codes(trace: TracebackType | None) -> set[CodeType]:
    codes: set[CodeType] = set()
    while trace is not None:
        codes.add(trace.tb_frame.f_code)
        trace = trace.tb_next
    return codes

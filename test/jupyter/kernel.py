"""A kernel for the tests, without IPython: executes what it is sent, and answers as Jupyter's kernels do.

A request is a line with `code` and `user_expressions`; an answer a line with `reply`. A line with
`display` may come at any time.
"""

import json
import os
import sys
import threading
import types

out = os.fdopen(os.dup(1), 'w', encoding='utf-8')
os.dup2(2, 1)
lock = threading.Lock()


def tell(message: dict) -> None:
    """Writes a line."""
    with lock:
        out.write(json.dumps(message) + '\n')
        out.flush()


class _Publisher:
    def publish(self, data: dict) -> None:
        tell({'display': data})


shell = types.SimpleNamespace(display_pub=_Publisher())
ipython = types.ModuleType('IPython')
ipython.get_ipython = lambda: shell  # type: ignore[attr-defined]
sys.modules['IPython'] = ipython


def problem(error: BaseException) -> dict:
    """An exception as a reply."""
    return {'status': 'error', 'ename': type(error).__name__, 'evalue': str(error), 'traceback': []}


def valued(expression: str, names: dict) -> dict:
    """The value of an expression as a reply has it."""
    try:
        value = eval(expression, names)
        return {'status': 'ok', 'data': value._repr_mimebundle_(), 'metadata': {}}
    except BaseException as error:
        return problem(error)


def executed(request: dict, names: dict) -> dict:
    """The reply to a request."""
    try:
        exec(request['code'], names)
    except BaseException as error:
        return problem(error)
    values = {name: valued(text, names) for name, text in request.get('user_expressions', {}).items()}
    return {'status': 'ok', 'execution_count': 0, 'payload': [], 'user_expressions': values}


names: dict = {'__name__': '__main__'}
for line in sys.stdin:
    request = json.loads(line)
    tell({'reply': executed(request, names), 'id': request['id']})

"""What every program here begins with: the realm's globals in hand, and a judge of what it got hold of."""

from _pyodide._importhook import jsfinder
from pyodide.ffi import JsException, create_proxy, to_js
js = jsfinder.jsproxies['js']
pyodide_js = jsfinder.jsproxies['pyodide_js']
R = js.Reflect
FUNCTION = js.Function
store = js.Array.new()
push = js.Array.prototype.push.bind(store)
def trapped():
    handler = js.Object.new(); handler.apply = push
    return js.Proxy.new(js.Object, handler)
def evil():
    made = js.Object.new(); R.set(made, js.Symbol.toPrimitive, trapped()); return made
def giver(value):
    holder = js.Object.new(); holder.x = value
    return R.get.bind(None, holder, 'x')
def swapped(target, name, fake, action):
    call = js.Function.prototype.call
    old = R.get(target, name)
    back = R.set.bind(None, target, name, old, target)
    try:
        js.Array.new(R.set.bind(None, target, name, fake, target), action, back).forEach(call, call)
    except JsException:
        pass
    finally:
        back()
at = 0
def judged():
    """Looks at what came since the last time; of a flood at its beginning."""
    global at
    for i in range(at, min(store.length, at + 300)):
        noted(store[i])
    at = store.length

def outside(thing):
    """Whether an object leads to Node: by its constructor's code, or as an error of another realm."""
    try:
        found = thing.constructor.constructor('return typeof process')()
    except JsException as error:
        maker = getattr(getattr(error.js_error, 'constructor', None), 'constructor', None)
        return maker is not None and maker != FUNCTION
    except Exception:
        return False
    return found != 'undefined'

def noted(thing):
    if outside(thing):
        print('OPEN', thing)

def tried(work, *values):
    """What a call answers; what it throws is looked at as well."""
    try:
        answer = work(*values)
    except JsException as error:
        noted(error.js_error)
        return None
    except Exception:
        return None
    noted(answer)
    return answer

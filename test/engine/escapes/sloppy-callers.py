# `caller` and `arguments` of a sloppy function lead to whoever called it.
for holder in (js.Object, js.Function.prototype, push, js.console.log, js.setTimeout, pyodide_js.runPython, js.Proxy):
    for name in ('caller', 'arguments', 'callee'):
        tried(R.get, holder, name)
for name, given in js.Object.entries(js.Object.getOwnPropertyDescriptors(js.Function.prototype)):
    tried(R.apply, R.get(given, 'get'), push, js.Array.new())
error = js.Error.new('x')
tried(lambda: js.Error.captureStackTrace(error, trapped()))
js.Error.stackTraceLimit = evil()
tried(lambda: js.Error.new(evil()).stack)
tried(lambda: R.construct(js.Error, js.Array.new(), trapped()).stack)
judged()

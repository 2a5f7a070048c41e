# Errors and modules of a compilation that runs elsewhere.
for numbers in ((0, 97, 115, 109, 9, 9, 9, 9), (0, 97, 115, 109, 1, 0, 0, 0), (1,)):
    bytes_ = js.Uint8Array.new(to_js(list(numbers)))
    for name in ('compile', 'instantiate', 'validate', 'Module', 'compileStreaming', 'instantiateStreaming'):
        call = R.get(js.WebAssembly, name)
        if call is None: continue
        promise = tried(call.new if name == 'Module' else call, bytes_)
        if promise is not None and hasattr(promise, 'then'):
            promise.then(push, push)
for name in ('Exception', 'Tag', 'JSTag', 'Suspending', 'promising', 'Memory', 'Table', 'Global'):
    thing = R.get(js.WebAssembly, name)
    if thing is not None: noted(thing)
memory = js.Object.new(); memory.initial = 1; memory.maximum = 1; memory.shared = True
noted(js.WebAssembly.Memory.new(memory).buffer)
judged()

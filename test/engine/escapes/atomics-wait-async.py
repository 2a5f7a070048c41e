# A promise that V8 itself settles, whose properties are traps.
words = js.Int32Array.new(js.SharedArrayBuffer.new(8))
traps = js.Object.new(); traps.get = trapped()
for milliseconds in (0, 5, 50):
    waiting = js.Atomics.waitAsync(words, 0, 0, milliseconds)
    noted(waiting)
    promise = R.get(waiting, 'value')
    noted(promise)
    if milliseconds:
        promise.then(push, push)
        tried(js.Object.setPrototypeOf, promise, js.Proxy.new(js.Promise.prototype, traps))
js.Atomics.notify(words, 0)
judged()

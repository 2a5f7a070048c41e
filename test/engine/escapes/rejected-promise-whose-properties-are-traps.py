# A rejected promise whose properties are traps.
traps = js.Object.new(); traps.get = trapped()
promise = js.Promise.reject(1)
js.Object.setPrototypeOf(promise, js.Proxy.new(js.Object.new(), traps))
None

# A `then` that every object inherits: whoever resolves a promise calls it with functions of his own.
given = js.Object.new(); given.configurable = True; given.get = giver(trapped())
js.Object.defineProperty(js.Object.prototype, 'then', given)
tried(js.Promise.resolve, js.Object.new())
tried(js.fetch, 'packages.json')
tried(js.WebAssembly.instantiate, js.Uint8Array.new(js.Array.of(0, 97, 115, 109, 1, 0, 0, 0)))
R.deleteProperty(js.Object.prototype, 'then')
judged()

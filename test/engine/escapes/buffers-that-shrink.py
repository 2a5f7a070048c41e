# Memory that is gone, smaller or elsewhere by the time that somebody looks.
options = js.Object.new(); options.maxByteLength = 2**20
buffer = js.ArrayBuffer.new(2**20, options)
view = js.Uint8Array.new(buffer)
R.apply(js.ArrayBuffer.prototype.resize, buffer, js.Array.of(1))
species = js.Object.new(); R.set(species, js.Symbol.species, trapped())
view.constructor = species
tried(R.apply, R.get(js.Uint8Array.prototype, 'slice'), view, js.Array.of(0, 10))
tried(R.apply, R.get(js.Uint8Array.prototype, 'set'), view, js.Array.of(js.Array.of(evil()), evil()))
heap = pyodide_js._module.HEAPU8.buffer
tried(R.apply, js.ArrayBuffer.prototype.transfer, heap, js.Array.new())
tried(R.apply, js.ArrayBuffer.prototype.transfer, buffer, js.Array.new())
judged()

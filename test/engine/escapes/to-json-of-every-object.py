# Every message becomes the end of some run, by a `toJSON` that all objects inherit.
END = '{"type":"ended","run":%d,"status":"ok","backend":"js","operations":{"tensorflow":0,"wasm":0,"js":0},"milliseconds":1,"displayed":"FORGED","outputDropped":0,"error":null}'
for run in range(1, 60):
    method = js.Object.new(); method.configurable = True; method.value = giver(js.JSON.parse(END % run))
    js.Object.defineProperty(js.Object.prototype, 'toJSON', method)
    js.console.log('x')

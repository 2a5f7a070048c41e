# A wait that no exception of Python's ends.
js.Atomics.wait(js.Int32Array.new(js.SharedArrayBuffer.new(8)), 0, 0)

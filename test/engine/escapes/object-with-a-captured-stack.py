# An object with a captured stack.
error = js.Object.new()
given = js.Object.new(); given.get = trapped()
js.Object.defineProperty(error, 'message', given)
js.Error.captureStackTrace(error)
str(error.stack)
judged()

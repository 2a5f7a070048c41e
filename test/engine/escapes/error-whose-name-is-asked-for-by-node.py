# An error whose name is asked for by Node.
error = js.Error.new('x')
given = js.Object.new(); given.get = trapped()
js.Object.defineProperty(error, 'name', given)
str(error.stack)
judged()

# More memory than V8 may have.
kept = js.Array.new()
while True: kept.push(js.Array.new(2**22).fill(0.5))

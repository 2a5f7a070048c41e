# More timers than anybody can count.
while True: js.setTimeout(js.Object, 1e9)

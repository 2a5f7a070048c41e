# A replaced JSON.stringify.
old = js.JSON.stringify
js.JSON.stringify = giver(evil())
try:
    js.console.log('x')
finally:
    js.JSON.stringify = old
judged()

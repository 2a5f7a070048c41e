# What splits, matches and joins, replaced under whoever does.
address = R.construct.bind(None, js.URL, js.Array.of('a:b'))
for name in ('flags', 'test', 'toString'):
    swapped(js.RegExp.prototype, name, trapped(), address)
for name in ('split', 'match', 'replace', 'matchAll', 'search'):
    swapped(js.RegExp.prototype, R.get(js.Symbol, name), trapped(), address)
for name in ('split', 'at', 'slice', 'replace', 'padStart', 'charCodeAt', 'startsWith', 'endsWith'):
    swapped(js.String.prototype, name, trapped(), js.console.log.bind(None, 'x'))
for name in ('at', 'includes'):
    swapped(js.Array.prototype, name, trapped(), js.console.log.bind(None, 'x'))
judged()

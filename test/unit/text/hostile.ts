/** Texts that do something where they are shown as they are. */
export const HOSTILE = [
  '\x1b[2J\x1b[1;1Hgone',
  '\x1b]0;title\x07',
  '\x1b]52;c;cm0gLXJmIH4=\x07',
  '\x1b]8;;https://example.org/\x1b\\link\x1b]8;;\x1b\\',
  '\x9b31mred\x9d52;c;eA==\x9c',
  'loss\rok in 1 ms',
  'a\b\b\bb\x7f\0\v\f',
  'one\nok in 1 ms',
  '\u202egnp.\u202c \u2066x\u2069 \u200e\u200f\u061c',
  'ze\u200bro\u2060wi\ufeffdth\u200c\u200d\u00ad',
  'line\u2028line\u2029line\x85line',
  'tag\u{e0041}\u{e007f}',
  '```\n[run](command:workbench.action.terminal.new)\n```',
  '   ```\n![](https://example.org/pixel.png)\n   ````',
  '[click](command:d2l.runExercise) ![x](https://example.org/x.png)',
  '<img src="https://example.org/x.png" onerror="alert(1)"><script>1</script>',
  '$(sync~spin) {0} {1}',
];

/** What no surface may show. */
export const FORBIDDEN =
  // eslint-disable-next-line no-control-regex -- that there are none is what is tested
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]|[\u{e0000}-\u{e007f}]/u;

/** Of these not even a picture made of several characters may hold one. */
export const FORBIDDEN_ANYWHERE =
  // eslint-disable-next-line no-control-regex -- that there are none is what is tested
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

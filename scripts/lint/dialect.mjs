// ESLint rules for the one form in which the files of src/ are written.

/** A file begins with a block comment: its own, or that of the one thing it holds. */
const header = {
  meta: {
    type: 'suggestion',
    docs: { description: 'a file begins with a comment that says what it is for' },
    schema: [],
    messages: { missing: 'begin the file with /** what it is for */' },
  },
  create({ report, sourceCode }) {
    return {
      Program({ body: [statement] }) {
        const first = sourceCode.getAllComments().find(({ type }) => type !== 'Shebang');
        if (statement && !(first?.type === 'Block' && first.range[1] <= statement.range[0]))
          report({ node: statement, messageId: 'missing' });
      },
    };
  },
};

/** What a class keeps to itself is `#name`; `private` is left to constructors and their parameters, which have no such form. */
const privacy = {
  meta: {
    type: 'suggestion',
    docs: { description: 'private members are #private' },
    schema: [],
    messages: { keyword: 'write #{{name}} for private {{name}}' },
  },
  create({ report }) {
    const check = ({ accessibility, kind, key }) => {
      if (accessibility === 'private' && kind !== 'constructor')
        report({ node: key, messageId: 'keyword', data: { name: key.name } });
    };
    return { PropertyDefinition: check, MethodDefinition: check };
  },
};

export default { rules: { header, privacy } };

// ESLint rules for the one form in which the files of src/ are written.

/** A file begins with a block comment that is its own: imports or a blank line follow, not what it documents. */
const header = {
  meta: {
    type: 'suggestion',
    docs: { description: 'a file begins with a comment that says what it is for' },
    schema: [],
    messages: { missing: 'begin the file with /** what it is for */, then imports or a blank line' },
  },
  create({ report, sourceCode }) {
    const isOwn = ({ type, range }, statement) =>
      type === 'Block' &&
      range[1] <= statement.range[0] &&
      (statement.type === 'ImportDeclaration' || /^\r?\n\r?\n/.test(sourceCode.text.slice(range[1])));
    return {
      Program({ body: [statement] }) {
        const first = sourceCode.getAllComments().find(({ type }) => type !== 'Shebang');
        if (statement && !(first && isOwn(first, statement)))
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

import js from '@eslint/js';
import tseslint from 'typescript-eslint';
import dialect from './scripts/lint/dialect.mjs';
import layers from './scripts/lint/layers.mjs';

/** Globals of the plain JavaScript programs for Node. */
const nodeGlobals = Object.fromEntries(
  [
    'AbortSignal',
    'Buffer',
    'URL',
    'URLSearchParams',
    'WebAssembly',
    'console',
    'fetch',
    'performance',
    'process',
  ].map((name) => [name, 'readonly']),
);

const noEditor = { group: ['vscode'], message: 'This part knows no editor.' };
const noNode = { group: ['node:*'], message: 'This part runs without Node.' };

/** `path.join`, but `readFileSync`: one form of import for each of Node's modules. */
const importForms = [
  {
    selector:
      'ImportDeclaration[source.value="node:path"] > :matches(ImportSpecifier, ImportNamespaceSpecifier)',
    message: "Write import path from 'node:path'.",
  },
  {
    selector:
      'ImportDeclaration[source.value=/^node:(fs|os|url|util)$/] > :matches(ImportDefaultSpecifier, ImportNamespaceSpecifier)',
    message: 'Import the functions by name.',
  },
];

export default tseslint.config(
  { ignores: ['**/node_modules/', 'dist/', 'build/', 'coverage/', 'test-host/.host/', '.vscode-test/'] },
  // AssemblyScript, a language of its own; its compiler checks it.
  { ignores: ['src/training/kernels/assembly/'] },
  js.configs.recommended,
  {
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-implicit-coercion': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
      complexity: ['error', 15],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    plugins: { dialect, layers },
    rules: {
      'dialect/privacy': 'error',
      'no-duplicate-imports': 'error',
      'no-restricted-syntax': ['error', ...importForms],
      'layers/downward': 'error',
      'layers/acyclic': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_$' }],
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
      // What implements an asynchronous interface may have nothing to wait for, or nothing to do.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      // Interfaces are written with method signatures, and many are records of plain functions.
      '@typescript-eslint/unbound-method': 'off',
      // noUncheckedIndexedAccess leaves no other word than `as number` for an index that is known to be inside.
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/training/kernels/assembly/**'],
    rules: { 'dialect/header': 'error' },
  },
  {
    files: ['src/training/**', 'src/data/**'],
    rules: { 'no-restricted-imports': ['error', { patterns: [noEditor] }] },
  },
  {
    files: [
      'src/training/{realm,tensor,autograd}/**',
      'src/training/backend/js/**',
      'src/exercises/**',
      'src/checks/**',
      'src/language/**',
    ],
    rules: { 'no-restricted-imports': ['error', { patterns: [noEditor, noNode] }] },
  },
  {
    files: ['test/**', 'bench/**'],
    rules: {
      'max-lines-per-function': 'off',
      // A test that meets null where it expects something fails at that line.
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: { globals: nodeGlobals },
  },
  {
    files: ['test-host/workbench.mjs', 'test-host/web-code.mjs'],
    languageOptions: { globals: { window: 'readonly', Element: 'readonly' } },
  },
);

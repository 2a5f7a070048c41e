// Changes the code a little, one place at a time, and tells which changes no test notices: `npm run mutation` (long; not in CI).
// Parts of it: `npm run mutation -- --mutate 'src/checks/*.ts'`. The report is build/mutation.html.

export default {
  testRunner: 'vitest',
  vitest: { configFile: 'vitest.mutation.config.mjs', related: true },
  mutate: [
    'src/exercises/**/*.ts',
    'src/sweep/**/*.ts',
    'src/checks/**/*.ts',
    'src/advice/**/*.ts',
    'src/run-model/*.ts',
    'src/training/autograd/tape/*.ts',
  ],
  coverageAnalysis: 'perTest',
  // Words for people are read by people; a mutation of each would say that no test spells it again.
  mutator: { excludedMutations: ['StringLiteral'] },
  ignorePatterns: ['dist', 'build', 'test-host/.host', 'media', 'docs', 'bench'],
  tempDirName: 'build/mutation',
  reporters: ['clear-text', 'progress', 'html'],
  htmlReporter: { fileName: 'build/mutation.html' },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  concurrency: 2,
  timeoutMS: 20_000,
};

// Makes dist/message-check.js: a function for each message of an engine that says whether it is one, generated from the types of
// src/training/protocol/protocol.ts. Their TSDoc has the bounds (@maxLength, @maxItems, @maximum); what has none gets one here.
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import Ajv from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';

const TYPES = 'src/training/protocol/protocol.ts';
const OUTPUT = 'dist/message-check.js';
/** The schema of the last build: making it takes seconds, and the types seldom change. */
const KEPT = 'build/message-schema.json';

/** A string or an array that has no bound of its own. A message as a whole is bounded by its bytes. */
const MOST_CHARACTERS = 2 ** 24;
const MOST_ITEMS = 2 ** 22;

export async function generateChecks() {
  const schema = await messageSchema();
  bound(schema);
  shareReals(schema);
  const schemas = [{ $id: 'messages', ...schema }];
  // Each definition is a function of its own, which keeps the file small.
  const ajv = new Ajv({ schemas, code: { source: true }, inlineRefs: false, messages: false });
  const types = messageTypes(schema);
  const code = standaloneCode(ajv, Object.fromEntries(types.map(([type, name]) => [type, refTo(name)])));
  await build({
    stdin: { contents: code, resolveDir: '.', loader: 'js' },
    outfile: OUTPUT,
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    logLevel: 'warning',
  });
}

const refTo = (name) => `messages#/definitions/${encodeURIComponent(name)}`;

async function messageSchema() {
  const files = (await readdir(path.dirname(TYPES)))
    .sort()
    .map((name) => path.join(path.dirname(TYPES), name));
  const texts = await Promise.all([...files, import.meta.filename].map((file) => readFile(file, 'utf8')));
  const digest = createHash('sha256').update(texts.join('\0')).digest('hex');
  const kept = JSON.parse(await readFile(KEPT, 'utf8').catch(() => 'null'));
  if (kept?.digest === digest) return kept.schema;
  const { createGenerator } = await import('ts-json-schema-generator');
  const options = {
    path: TYPES,
    tsconfig: 'tsconfig.json',
    skipTypeCheck: true,
    additionalProperties: false,
  };
  const schema = createGenerator(options).createSchema('WorkerToHost');
  await mkdir(path.dirname(KEPT), { recursive: true });
  await writeFile(KEPT, JSON.stringify({ digest, schema }));
  return schema;
}

/** Gives every string and array that has no bound one. */
function bound(schema) {
  if (schema === null || typeof schema !== 'object') return;
  if (schema.type === 'string' && schema.enum === undefined && schema.const === undefined)
    schema.maxLength ??= MOST_CHARACTERS;
  if (schema.type === 'array') schema.maxItems ??= MOST_ITEMS;
  if (typeof schema.description === 'string') delete schema.description;
  for (const part of Object.values(schema)) bound(part);
}

/** There may be a million numbers in an array: what checks one is in the loop, not called by it. */
function shareReals(schema) {
  const { Real } = schema.definitions;
  const replace = (part) => {
    if (part === null || typeof part !== 'object') return;
    for (const [key, inner] of Object.entries(part)) {
      const isReals = inner?.type === 'array' && inner.items?.$ref === '#/definitions/Real';
      if (isReals && inner.minItems === undefined && inner.maxItems === MOST_ITEMS)
        part[key] = { $ref: '#/definitions/Reals' };
      else replace(inner);
    }
  };
  replace(schema);
  schema.definitions.Reals = { type: 'array', items: Real, maxItems: MOST_ITEMS };
}

/** Of messages. */
const UNIONS = new Set(['RunEvent', 'DebugEvent']);

/** The value of `type` of each message, and the name of its definition. */
function messageTypes({ definitions }) {
  const members = (name) =>
    definitions[name].anyOf.flatMap(({ $ref }) => {
      const member = decodeURIComponent($ref.replace('#/definitions/', ''));
      return UNIONS.has(member) ? members(member) : [member];
    });
  return members('WorkerToHost').map((name) => [typeOf(definitions[name], name), name]);
}

function typeOf(definition, name) {
  const type = (definition.anyOf?.[0] ?? definition).properties?.type?.const;
  if (type === undefined) throw new Error(`${name} in ${TYPES} has no type of its own`);
  return type;
}

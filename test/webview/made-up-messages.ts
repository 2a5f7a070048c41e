/** Messages from the page, made up from the table that the host reads them by: a new message is among them by itself. */
import fc from 'fast-check';
import { MOST_RUNS } from '../../src/sweep/model.ts';
import type { Field } from '../../src/webview/protocol/message-fields.ts';
import { MESSAGES, type MessageType, type WebviewToHost } from '../../src/webview/protocol/messages.ts';

/** JSON, by which messages come, has no -0. */
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
const words = fc.string({ maxLength: 20 });

const sweepRequests = fc.integer({ min: 2, max: 20 }).chain((count) =>
  fc.record({
    key: words,
    element: fc.option(fc.nat()),
    values: fc.array(fc.oneof(number, fc.boolean(), words), { minLength: count, maxLength: count }),
    seeds: fc.integer({ min: 1, max: Math.floor(MOST_RUNS / count) }),
  }),
);

/** What the field may hold. */
function valuesOf(field: Field): fc.Arbitrary<unknown> {
  switch (field.kind) {
    case 'boolean':
      return fc.boolean();
    case 'text':
      return fc.string({ maxLength: Math.min(field.most, 60) });
    case 'integer':
      return fc.integer({ min: field.least, max: field.most });
    case 'choice':
      return fc.constantFrom(...field.of);
    case 'value':
      return fc.oneof(number, fc.array(number, { maxLength: 5 }), words, fc.boolean());
    case 'sweep':
      return sweepRequests;
    case 'orNull':
      return fc.option(valuesOf(field.of));
    case 'pair':
      return fc.tuple(valuesOf(field.of), valuesOf(field.of));
  }
}

/** What it may not. */
function othersOf(field: Field): fc.Arbitrary<unknown> {
  const wrong = fc.constantFrom<unknown>(undefined, {}, [1, '2'], NaN, Infinity, () => 0);
  switch (field.kind) {
    case 'text':
      return Number.isFinite(field.most) && field.most < 1000
        ? fc.oneof(wrong, fc.constant('x'.repeat(field.most + 1)))
        : wrong;
    case 'integer':
      return fc.oneof(wrong, fc.constantFrom(field.least - 1, field.least + 0.5, String(field.least)));
    case 'choice':
      return fc.oneof(wrong, fc.constantFrom('', 'constructor', '__proto__'));
    case 'sweep':
      return fc.oneof(
        wrong,
        sweepRequests.map((request) => ({ ...request, seeds: MOST_RUNS })),
        sweepRequests.map((request) => ({ ...request, values: request.values.slice(0, 1) })),
      );
    default:
      return wrong;
  }
}

export const TYPES = Object.keys(MESSAGES) as MessageType[];

const fieldsOf = (type: MessageType): [string, Field][] =>
  Object.entries<Field>(MESSAGES[type] as Readonly<Record<string, Field>>);

/** Messages of a type as our own page sends them. */
export function messagesOf(type: MessageType): fc.Arbitrary<WebviewToHost> {
  const values = fieldsOf(type).map(([name, field]) => [name, valuesOf(field)] as const);
  return fc
    .record(Object.fromEntries(values))
    .map((fields) => ({ type, ...fields }) as unknown as WebviewToHost);
}

/** The same with one of its fields spoiled; none where it has no fields. */
export function spoiledMessagesOf(type: MessageType): fc.Arbitrary<unknown> | null {
  const fields = fieldsOf(type);
  if (fields.length === 0) return null;
  const spoiled = fields.map(([name, field]) =>
    fc.tuple(messagesOf(type), othersOf(field)).map(([message, other]) => ({ ...message, [name]: other })),
  );
  return fc.oneof(...spoiled);
}

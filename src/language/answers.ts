/** Answers to what an editor asks about a place in Python code: completions, hover, signatures. */

import type { SyntaxNode } from '@lezer/common';
import { parsePython } from '../exercises/syntax.ts';
import { Bindings } from './bindings.ts';
import { parameterName } from './documentation.ts';
import { meaningOf, type Meaning } from './meanings.ts';
import { TENSOR, type NameEntry, type Names } from './names.ts';
import { callPlace, memberPlace } from './place.ts';
import { syntaxOf } from './syntax.ts';

export interface Completion {
  readonly name: string;
  readonly entry: NameEntry;
  /** Whether the object before the dot is unknown, and these are a tensor's members for want of better. */
  readonly guessed: boolean;
}

export interface Signature {
  readonly name: string;
  readonly entry: NameEntry;
  /** Index of the form that fits what was written so far. */
  readonly form: number;
  /** Index of the parameter at the cursor; -1: none takes it. */
  readonly parameter: number;
}

export interface Described {
  readonly name: string;
  readonly entry: NameEntry;
  /** Offsets of the name in the text. */
  readonly from: number;
  readonly to: number;
}

/**
 * The members of what stands before the cursor.
 * @param guess whether to offer a tensor's members where nothing is known of it
 */
export function completionsAt(names: Names, text: string, at: number, guess: boolean): readonly Completion[] {
  const place = memberPlace(text, at);
  if (place === undefined) return [];
  if (place.of === 'packages') return names.packages.map((name) => packageCompletion(name));
  if (place.of === 'module') return listed(names, place.module, false);
  const owner = meaningOfText(names, text, place.source, place.at);
  if (owner === undefined) return guess ? listed(names, TENSOR, true) : [];
  return owner.what === 'function' ? [] : listed(names, owner.name, false);
}

function packageCompletion(name: string): Completion {
  return { name, entry: { kind: 'module', module: name, doc: '' }, guessed: false };
}

function listed(names: Names, owner: string, guessed: boolean): readonly Completion[] {
  return [...names.membersOf(owner)].map(([name, entry]) => ({ name, entry, guessed }));
}

/** The name at the cursor, if it is one of the engine's. */
export function describeAt(names: Names, text: string, at: number): Described | undefined {
  const tree = syntaxOf(text);
  const node = tree.resolveInner(at, 1);
  const word = /^(?:VariableName|PropertyName)$/.test(node.name) ? node : tree.resolveInner(at, -1);
  const whole = word.name === 'PropertyName' ? word.parent : word;
  if (!whole || !/^(?:VariableName|PropertyName)$/.test(word.name)) return undefined;
  const bindings = new Bindings(text, tree, names);
  const meaning = meaningOf(whole, text, names, (name) => bindings.lookup(name, word.to));
  const entry = meaning?.entry ?? (meaning?.what === 'module' ? moduleEntry(meaning.name) : undefined);
  return meaning && entry ? { name: meaning.name || textOf(word, text), entry, ...rangeOf(word) } : undefined;
}

const moduleEntry = (module: string): NameEntry => ({ kind: 'module', module, doc: '' });

const textOf = (node: SyntaxNode, text: string): string => text.slice(node.from, node.to);

const rangeOf = ({ from, to }: SyntaxNode): { from: number; to: number } => ({ from, to });

/** The call around the cursor, if what is called is the engine's. */
export function signatureAt(names: Names, text: string, at: number): Signature | undefined {
  const before = text.slice(0, at);
  const tree = syntaxOf(before);
  const call = callPlace(tree, before);
  if (call === undefined) return undefined;
  const bindings = new Bindings(before, tree, names);
  const meaning = meaningOf(call.called, before, names, (name) => bindings.lookup(name, call.called.to));
  const forms = meaning?.entry?.forms ?? [];
  if (meaning?.entry === undefined || forms.length === 0) return undefined;
  const places = forms.map(({ parameters }) => parameterAt(parameters, call.index, call.keyword));
  const form = Math.max(
    places.findIndex((place) => place >= 0),
    0,
  );
  const name = meaning.name.slice(meaning.name.lastIndexOf('.') + 1);
  return { name, entry: meaning.entry, form, parameter: places[form] ?? -1 };
}

/** Index of the parameter that takes the argument; -1: none. */
function parameterAt(parameters: readonly string[], index: number, keyword: string | undefined): number {
  if (keyword !== undefined) {
    const named = parameters.findIndex((parameter) => parameterName(parameter) === keyword);
    return named >= 0 ? named : parameters.findIndex((parameter) => parameter.startsWith('**'));
  }
  const collects = parameters.findIndex((parameter) => /^\*(?!\*)/.test(parameter));
  if (collects < 0 || index < collects) return index < parameters.length ? index : -1;
  return parameters[collects] === '*' ? -1 : collects;
}

/** What an expression that ends before the cursor stands for, with the names of the whole text. */
function meaningOfText(names: Names, text: string, source: string, at: number): Meaning | undefined {
  const expression = parsePython(source).topNode.firstChild?.firstChild;
  if (!expression) return undefined;
  const bindings = new Bindings(text, syntaxOf(text), names);
  return meaningOf(expression, source, names, (name) => bindings.lookup(name, at));
}

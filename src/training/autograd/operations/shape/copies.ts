/** `NAME_copy`: what a view shows, as a tensor of its own. Each has the schema of its view. */
import type { Tensor } from '../../../tensor/tensor.ts';
import { declarations, operation } from '../../operation.ts';
import { entryName } from '../../schema.ts';
import { Node } from '../../tape/node.ts';
import { clone } from '../creation/conversion.ts';

/** Entries of views that have such a copy, with their public names where the entries have others. */
const VIEWS: Readonly<Record<string, string>> = {
  as_strided: 'as_strided',
  diagonal: 'diagonal',
  expand: 'expand',
  permute: 'permute',
  squeeze: 'squeeze',
  squeeze_dim: 'squeeze',
  squeeze_dims: 'squeeze',
  t: 't',
  transpose_int: 'transpose',
  unbind_int: 'unbind',
  unfold_dimension: 'unfold',
  unsqueeze: 'unsqueeze',
  view: 'view',
  narrow: 'narrow',
  select_int: 'select',
  slice_Tensor: 'slice',
  split_Tensor: 'split',
  split_with_sizes: 'split_with_sizes',
};

/** A copy whose node is called after the view's. */
function copyOf(shown: Tensor): Tensor {
  const copied = clone(shown);
  if (copied.node instanceof Node && shown.node !== null) copied.node.name = `${shown.node.name}_copy`;
  return copied;
}

type AnyView = (...args: unknown[]) => Tensor | readonly Tensor[];

for (const [entry, name] of Object.entries(VIEWS)) {
  const view = declarations.get(entry);
  if (view === undefined) continue;
  const apply = view.apply as unknown as AnyView;
  const { overload, text } = view.schema;
  const signature = text.slice(text.indexOf('(')).replaceAll('Tensor(a)', 'Tensor');
  operation(`${name}_copy${overload === '' ? '' : `.${overload}`}${signature}`, {
    composite: true,
    forward: (...args: unknown[]): Tensor | Tensor[] => {
      const shown = apply(...args);
      return Array.isArray(shown) ? shown.map((each: Tensor) => copyOf(each)) : copyOf(shown as Tensor);
    },
    variants: name === 'narrow' ? 'both' : 'function',
    doc: `The same as ${entryName(view.schema)}, as a tensor of its own.`,
  });
}

for (const name of ['conj', 'conj_physical', 'resolve_conj', 'resolve_neg', 'real', 'alias_copy']) {
  const isCopy = name === 'conj_physical' || name === 'alias_copy';
  operation(`${name}(Tensor self) -> Tensor${isCopy ? '' : '(a)'}`, {
    composite: true,
    ...(name === 'alias_copy' ? { node: 'AliasBackward0_copy' } : {}),
    ...(name === 'real' ? { variants: 'function' as const } : {}),
    forward: (self: Tensor): Tensor => (isCopy ? clone(self) : self),
    doc: isCopy ? 'A copy.' : 'Itself where no number is complex.',
  });
}

/** Corrections of the learner's code: edits of exact places, offered only where the outcome is known. */

import type { Block, Parameter } from '../exercises/model.ts';
import { readParameters } from '../exercises/parameters.ts';
import type { Advice, AdviceFacts, AdviceKind, Frame } from '../training/protocol/protocol.ts';
import { Code, type CodeEdit } from './code.ts';
import { callSuper, saveHyperparameters } from './fixes/initializers.ts';
import { clearGradients, keepGraph, stopRecording } from './fixes/backward.ts';
import { makeColumn, makeFloat, shuffle } from './fixes/arguments.ts';
import { makeStandIn } from './fixes/data.ts';
import { leaveCuda } from './fixes/devices.ts';
import { fit } from './fixes/products.ts';
import { changeRate } from './fixes/rate.ts';
import { respell } from './fixes/spelling.ts';
import type { Translate } from './translate.ts';
import { waysToFit } from './wording.ts';

export interface Fix {
  readonly title: string;
  readonly edits: readonly CodeEdit[];
}

/** What a correction is made of. */
interface Mistake<K extends AdviceKind> {
  readonly code: Code;
  readonly frame: Frame;
  readonly facts: AdviceFacts[K];
  readonly parameters: () => readonly Parameter[];
  readonly t: Translate;
}

type Correction<K extends AdviceKind> = (mistake: Mistake<K>) => Fix | null;

/** The correction of a mistake in the code of `blocks`; null where none is certain to be right. */
export function fixOf({ kind, facts, frame }: Advice, blocks: readonly Block[], t: Translate): Fix | null {
  const correct = CORRECTIONS[kind] as Correction<AdviceKind> | undefined;
  if (correct === undefined || frame === null) return null;
  const parameters = (): readonly Parameter[] => blocks.flatMap((block) => readParameters(block, blocks));
  return correct({ code: new Code(blocks), frame, facts, parameters, t });
}

const CORRECTIONS: { readonly [K in AdviceKind]?: Correction<K> } = {
  didYouMean: ({ code, frame, facts, t }) =>
    titled(t('Change {0} to {1}', facts.written, facts.meant), respell(code, frame, facts)),
  productShapes: ({ code, frame, facts, t }) => {
    const [way, ...others] = waysToFit(facts);
    if (way === undefined || others.length > 0) return null;
    return titled(
      way === 'swap' ? t('Swap the operands') : t('Transpose the operand: .T'),
      fit(code, frame, way),
    );
  },
  noCuda: ({ code, frame, t }) => titled(t('Compute on the CPU'), leaveCuda(code, frame)),
  dataMissing: ({ code, frame, facts, t }) =>
    titled(
      t('Use generated data: make_stand_in({0})', `'${facts.standIn ?? ''}'`),
      makeStandIn(code, frame, facts),
    ),
  secondBackward: ({ code, facts: { first }, t }) =>
    titled(t('Keep the graph: retain_graph=True'), keepGraph(code, first)),
  inPlaceLeaf: ({ code, frame, t }) => titled(t('Update inside torch.no_grad()'), stopRecording(code, frame)),
  integerGradient: ({ code, frame, t }) => titled(t('Make the tensor float32'), makeFloat(code, frame)),
  broadcastLoss: ({ code, frame, facts, t }) =>
    titled(t('Make the labels a column: reshape(-1, 1)'), makeColumn(code, frame, facts.flat)),
  gradientsKept: ({ code, frame, facts, t }) =>
    titled(t('Clear the gradients before backward()'), clearGradients(code, frame, facts)),
  noHyperparameters: ({ code, facts: { init }, t }) =>
    titled(t('Call self.save_hyperparameters() in {0}', init.owner), saveHyperparameters(code, init)),
  noSuperInit: ({ code, facts: { init }, t }) =>
    titled(t('Call super().__init__() in {0}', init.owner), callSuper(code, init)),
  sortedData: ({ code, frame, t }) => titled(t('Shuffle the training data'), shuffle(code, frame)),
  rateTooLarge: ({ code, facts: { rate, limit }, parameters, t }) =>
    rateFix(changeRate(code, parameters(), rate, limit / 2), t),
  sumLoss: ({ code, facts: { rate, rows }, parameters, t }) =>
    rateFix(changeRate(code, parameters(), rate, rate / rows, 4), t),
};

function titled(title: string, edits: readonly CodeEdit[]): Fix | null {
  return edits.length === 0 ? null : { title, edits };
}

function rateFix(edits: readonly CodeEdit[], t: Translate): Fix | null {
  return titled(t('Change the learning rate to {0}', edits[0]?.text ?? ''), edits);
}

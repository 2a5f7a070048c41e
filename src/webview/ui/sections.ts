/** The sections of the panel, in the order of a learner's questions. A new one is a file of its own and a line here. */

import { EmptyState } from './empty-state.ts';
import { FiguresSection } from './figures/figures-section.ts';
import { SavedFiguresSection } from './figures/saved-figures-section.ts';
import { GraphSection } from './graph/graph-section.ts';
import { Header } from './header/header.ts';
import { OriginNote } from './header/origin-note.ts';
import { EpochsSection } from './loss/epochs-section.ts';
import { LearningSection } from './learning/learning-section.ts';
import { LossSection } from './loss/loss-section.ts';
import { LayersSection } from './network/layers-section.ts';
import { MatricesSection } from './network/matrices-section.ts';
import { PredictionsSection } from './network/predictions-section.ts';
import { TranslationsSection } from './network/translations-section.ts';
import { AdviceSection } from './output/advice-section.ts';
import { ErrorSection } from './output/error-section.ts';
import { OutputSection } from './output/output-section.ts';
import { PyTorchSection } from './output/pytorch-section.ts';
import type { SectionClass } from './panel-section.ts';
import { ParametersSection } from './parameters/parameters-section.ts';
import { CompareSection } from './runs/compare-section.ts';
import { EngineComparisonSection } from './runs/engine-comparison-section.ts';
import { RunsSection } from './runs/runs-section.ts';
import { SweepSection } from './sweep/sweep-section.ts';
import { WeightsSection } from './weights/weights-section.ts';

export const SECTIONS: readonly SectionClass[] = [
  Header,
  ErrorSection,
  PyTorchSection,
  AdviceSection,
  EmptyState,
  OriginNote,
  LossSection,
  EpochsSection,
  EngineComparisonSection,
  ParametersSection,
  SweepSection,
  TranslationsSection,
  PredictionsSection,
  MatricesSection,
  WeightsSection,
  LearningSection,
  LayersSection,
  RunsSection,
  CompareSection,
  GraphSection,
  FiguresSection,
  SavedFiguresSection,
  OutputSection,
];

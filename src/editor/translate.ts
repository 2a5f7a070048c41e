export type { Translate } from '../advice/translate.ts';

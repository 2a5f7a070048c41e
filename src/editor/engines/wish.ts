/** Who is to run an exercise, as a run asks for it. */

export interface EngineWish {
  /** `chosen`: the engine of the settings; `pytorch`: a PyTorch, whatever they say. */
  readonly engine: 'chosen' | 'built-in' | 'pytorch';
  /** It is not the engine that was asked for that runs: why, in a line. */
  tell(line: string): void;
}

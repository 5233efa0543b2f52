/** What takes part in the rounds. */

/** A turn is over when either is reached, and never before one step is done. */
export type TurnLimits = { readonly mostSteps: number; readonly mostMs: number }

export type Contender = {
  /** What is known before the first turn. */
  readonly prepared: Readonly<Record<string, unknown>>
  readonly turn: (limits: TurnLimits) => Promise<unknown>
  /** The last word, after all turns. */
  readonly finish: () => Promise<unknown>
}

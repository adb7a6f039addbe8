/** A picture of the draft as the step draws it. */
export type StepPhoto = Readonly<{
  id: string
  url: string
  width: number
  height: number
  alt: string
  /** What was found in it, each in a sentence. */
  finds: readonly string[]
  /** A description that was refused, as typed, and why. */
  refusedAlt?: Readonly<{ typed: string; problem: string }> | undefined
}>

export type CommandAnswer = Readonly<{
  /** Where a plain form goes next: a path of this site, or a provider's page. */
  location: string
  json: Readonly<Record<string, unknown>>
  /** Also in the JSON, but not kept with it for repeats: secrets shown this once, and who somebody is. */
  shownOnce?: Readonly<Record<string, unknown>>
  status?: number
  cookies?: readonly string[]
  /** With an answer in JSON, beside the usual ones. */
  headers?: Readonly<Record<string, string>>
}>

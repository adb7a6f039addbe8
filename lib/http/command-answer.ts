export type CommandAnswer = Readonly<{
  /** Where a plain form goes next: a path of this site, or a provider's page. */
  location: string
  json: Readonly<Record<string, unknown>>
  status?: number
  cookies?: readonly string[]
  /** With an answer in JSON, beside the usual ones. */
  headers?: Readonly<Record<string, string>>
}>

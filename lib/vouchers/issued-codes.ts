import { minute } from '../time/time.ts'

/** How long the codes of a new batch can be fetched, by who issued it. Afterwards nobody knows them. */
export const codesKeptMs = 30 * minute

type Issued = Readonly<{ memberId: string; codes: readonly string[]; until: number }>
const shared = globalThis as typeof globalThis & { oboleIssuedCodes?: Map<string, Issued> }

/** Keeps the codes of a new batch in memory alone, so that its sheet can be printed; a restart forgets them. */
export function keepIssuedCodes(batchId: string, issued: Omit<Issued, 'until'>, now: number): void {
  shared.oboleIssuedCodes ??= new Map()
  for (const [id, { until }] of shared.oboleIssuedCodes) if (until <= now) shared.oboleIssuedCodes.delete(id)
  shared.oboleIssuedCodes.set(batchId, { ...issued, until: now + codesKeptMs })
}

/** @returns The codes and until when they are kept, for the member who issued them; undefined for anybody else. */
export function findIssuedCodes(
  batchId: string,
  { memberId, now }: Readonly<{ memberId: string; now: number }>,
): Readonly<{ codes: readonly string[]; until: number }> | undefined {
  const issued = shared.oboleIssuedCodes?.get(batchId)
  return issued && issued.memberId === memberId && issued.until > now ? issued : undefined
}

import { headers } from 'next/headers'
import { type Flash, readFlash } from './flash.ts'

type Search = Readonly<Record<string, string | string[] | undefined>>

/** The query of a page of the panel, and the form that was refused, when its address names one. */
export async function staffForm(
  searchParams: Promise<Search>,
): Promise<Readonly<{ flash: Flash | undefined; query: (key: string) => string | undefined }>> {
  const search = (await searchParams) ?? {}
  const query = (key: string) => [search[key]].flat()[0]
  return { flash: readFlash((await headers()).get('cookie'), query('e')), query }
}

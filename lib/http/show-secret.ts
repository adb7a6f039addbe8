import type { CommandAnswer } from './command-answer.ts'
import { writeFlash } from './flash.ts'

/** A secret that is kept sealed waits up to five minutes for the page that shows it, and is gone once it has. */
export function showSecret(
  { label, secret, ...rest }: Readonly<{ label: string; secret: string }>,
  page: Readonly<{ path: string; done: string }>,
): CommandAnswer {
  const { id, cookie } = writeFlash(
    {
      code: 'new_secret',
      fields: [],
      values: { label, shown: secret },
    },
    { isShownOnce: true },
  )
  const location = `${page.path}?done=${page.done}&e=${id}`
  return { location, json: { ...rest, label }, shownOnce: { secret }, cookies: [cookie] }
}

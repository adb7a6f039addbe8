/** An address of the moderation page; what is undefined is left out. */
export function moderationPath(query: Readonly<Record<string, string | number | undefined>>): string {
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(query))
    if (value !== undefined && value !== '') search.set(key, String(value))
  const written = search.toString()
  return written === '' ? '/admin/moderation' : `/admin/moderation?${written}`
}

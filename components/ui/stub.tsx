/**
 * The tear-off tab: what is opened on the left of the perforation, what it costs on the right.
 *
 * @param tone `paid` is the only yellow thing on a page: it costs money and opens a contact.
 * @param isMarkable Whether `UnlockedMarks` may change its words once it knows the visitor has this contact.
 */
export function Stub({
  tone,
  what,
  cost,
  isMarkable = false,
}: Readonly<{
  tone: 'paid' | 'free' | 'over' | 'open'
  what: string
  cost?: string | undefined
  isMarkable?: boolean
}>) {
  return (
    <p className={tone === 'paid' ? 'stub' : `stub stub-${tone}`}>
      <span data-unlocked-label={isMarkable ? '' : undefined}>{what}</span>
      {cost ? <b>{cost}</b> : null}
    </p>
  )
}

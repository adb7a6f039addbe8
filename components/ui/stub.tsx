/**
 * The tear-off tab: what is opened on the left of the perforation, what it costs on the right.
 *
 * @param tone `paid` is the only yellow thing on a page: it costs money and opens a contact.
 */
export function Stub({
  tone,
  what,
  cost,
  unlockedLabel,
}: Readonly<{
  tone: 'paid' | 'free' | 'over' | 'open'
  what: string
  cost?: string | undefined
  unlockedLabel?: string
}>) {
  return (
    <p className={tone === 'paid' ? 'stub' : `stub stub-${tone}`}>
      <span>{unlockedLabel ? <span data-unlocked-label={unlockedLabel}>{what}</span> : what}</span>
      {cost ? <b className="num">{cost}</b> : null}
    </p>
  )
}

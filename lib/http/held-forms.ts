import { newPublicId } from '../ids/ids.ts'
import { currentTime, type Millis } from '../time/time.ts'

type HeldForm = Readonly<{ id: string; text: string; owner: string; until: Millis; isShownOnce: boolean }>

const shared = globalThis as typeof globalThis & { oboleHeldForms?: Map<string, HeldForm> }

/** Characters: a dozen of the longest forms, and as many people as a busy site has at such a form at one time. */
const roomOfOne = 512 * 1024
const roomOfAll = 32 * 1024 * 1024

function heldForms(): Map<string, HeldForm> {
  shared.oboleHeldForms ??= new Map()
  return shared.oboleHeldForms
}

/**
 * Keeps a form in memory. Where there is no room, whoever holds the most loses her oldest, so that nobody's flood takes
 * what others typed.
 *
 * @returns The secret that only its own browser is given.
 */
export function holdForm(form: Omit<HeldForm, 'until'>, lifeMs: number): string {
  const forms = heldForms()
  const now = currentTime()
  const rooms = new Map([[form.owner, form.text.length]])
  let all = form.text.length
  for (const [secret, { until, owner, text }] of forms) {
    if (until <= now) forms.delete(secret)
    else {
      rooms.set(owner, (rooms.get(owner) ?? 0) + text.length)
      all += text.length
    }
  }
  const crowded = () => {
    if ((rooms.get(form.owner) ?? 0) > roomOfOne) return form.owner
    return all > roomOfAll ? [...rooms].reduce((most, one) => (one[1] > most[1] ? one : most))[0] : undefined
  }
  for (let owner = crowded(); owner !== undefined; owner = crowded()) {
    const oldest = [...forms].find(([, held]) => held.owner === owner)
    if (!oldest) break
    const [secret, { text }] = oldest
    forms.delete(secret)
    rooms.set(owner, (rooms.get(owner) ?? 0) - text.length)
    all -= text.length
  }
  const secret = newPublicId()
  forms.set(secret, { ...form, until: now + lifeMs })
  return secret
}

/** The form a browser's secret leads to, when it is the one asked for; the empty text otherwise. */
export function readHeldForm(id: string, secret: string): string {
  const form = heldForms().get(secret)
  return form && form.id === id && form.until > currentTime() ? form.text : ''
}

/** Forgets a form that is shown once. */
export function forgetShownForm(id: string, secret: string): void {
  const form = heldForms().get(secret)
  if (form?.id === id && form.isShownOnce) heldForms().delete(secret)
}

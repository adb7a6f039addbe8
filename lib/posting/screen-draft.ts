import type { CategoryDto } from '../categories/categories.ts'
import type { Locale } from '../i18n/locales.ts'
import type { BannedWords } from '../screening/find-banned-words.ts'
import { readFind } from '../screening/read-find.ts'
import { screenAd } from '../screening/screen-ad.ts'
import type { FindKind } from '../screening/screening.ts'
import { foldText } from '../text/text.ts'
import type { DraftTyped } from './drafts.ts'

/** A place in a text as typed that may not stand there, or that staff should look at. */
export type DraftFind = Readonly<{
  /** Named like the input: `title`, `body`, `f.<key>`. */
  input: string
  kind: FindKind | 'banned'
  start: number
  end: number
  text: string
  /**
   * `explain`: surely a contact, to be taken out before the ad goes on. `refuse`: a word that may not stand in any ad.
   * `disputed`: the advertiser says it is none, so staff looks. `review`: doubtful, staff looks.
   */
  weight: 'explain' | 'refuse' | 'disputed' | 'review'
  /** A number or an address that can be read for certain, however it is written, and so moved to the contact. */
  isReadable: boolean
}>

type Words = Readonly<{ input: string; text: string }>

/** Every public text of a draft as typed, so that places in it are places in the form. */
export function publicWords(typed: DraftTyped, category: CategoryDto | undefined): readonly Words[] {
  const fields = (category?.fields ?? []).filter(({ type, isActive }) => type === 'text' && isActive)
  return [
    { input: 'title', text: typed.title },
    { input: 'body', text: typed.body },
    ...fields.map(({ key }) => ({ input: `f.${key}`, text: [typed.fields[key] ?? ''].flat().join(' ') })),
  ].filter(({ text }) => text.trim() !== '')
}

type Screening = Readonly<{ locale: Locale; disputed: readonly string[]; bannedWords?: BannedWords }>

/** Screens words as they are, in the order of the form. */
export function screenWords(
  words: readonly Words[],
  { locale, disputed, bannedWords }: Screening,
): readonly DraftFind[] {
  const saidToBeNone = new Set(disputed.map(foldText))
  const { fields } = screenAd({
    texts: words.map(({ input, text }) => ({ field: input, locale, text })),
    ...(bannedWords ? { bannedWords } : {}),
  })
  return fields.flatMap(({ field: input, finds, banned }) => [
    ...finds.map(({ kind, start, end, text, confidence }): DraftFind => {
      const weight = confidence === 'doubtful' ? 'review' : saidToBeNone.has(foldText(text)) ? 'disputed' : 'explain'
      return { input, kind, start, end, text, weight, isReadable: readFind({ kind, text }) !== undefined }
    }),
    ...banned.map(({ start, end, text, outcome }): DraftFind => {
      return { input, kind: 'banned', start, end, text, weight: outcome, isReadable: false }
    }),
  ])
}

/** Whether the ad may not go on before the advertiser has changed something. */
export function isStopped(finds: readonly DraftFind[]): boolean {
  return finds.some(({ weight }) => weight === 'explain' || weight === 'refuse')
}

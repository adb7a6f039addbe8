import type { Currency } from '../../../lib/money/money.ts'
import type { FieldValues } from '../../schema/ads.ts'
import type { Chance } from '../random.ts'
import { deckOf } from '../random.ts'
import type { SeedPicture, SeedTown, Words } from '../seed-types.ts'

/** What an advertiser wrote, before it has a number, a date and a contact. */
export type Draft = Readonly<{
  categoryKey: string
  town: SeedTown
  sourceLocale: 'fr' | 'en'
  priceMinor: number | null
  currency: Currency
  title: Words
  body: Words
  fields: FieldValues
  pictures: readonly SeedPicture[]
}>

/** What every writer shares: chance, packs of sentences dealt without repeats, and the titles already taken. */
export type Desk = Readonly<{
  chance: Chance
  year: number
  towns: readonly SeedTown[]
  deal: <T>(items: readonly T[]) => T
  /** Makes a title unique by adding, if need be, one of `more`, then the town, then a number. */
  claimTitle: (title: Words, more: readonly Words[], town: SeedTown) => Words
}>

export function deskFor(chance: Chance, at: { year: number; towns: readonly SeedTown[] }): Desk {
  const decks = new Map<readonly unknown[], () => unknown>()
  const taken = new Set<string>()
  const claimTitle: Desk['claimTitle'] = (title, more, town) => {
    const candidates = [
      title,
      ...more.map((words) => join(title, words)),
      join(title, { fr: town.name, en: town.name }),
    ]
    const free =
      candidates.find(({ fr, en }) => !taken.has(fr) && !taken.has(en)) ??
      join(title, { fr: `lot ${taken.size}`, en: `lot ${taken.size}` })
    taken.add(free.fr)
    taken.add(free.en)
    return free
  }
  return {
    chance,
    ...at,
    claimTitle,
    deal: <T>(items: readonly T[]): T => {
      const deck = decks.get(items) ?? deckOf(items, chance)
      decks.set(items, deck)
      return deck() as T
    },
  }
}

function join(title: Words, more: Words): Words {
  return { fr: `${title.fr}, ${more.fr}`, en: `${title.en}, ${more.en}` }
}

/** Sentences as one text in each language. */
export function textOf(sentences: readonly Words[]): Words {
  return { fr: sentences.map(({ fr }) => fr).join(' '), en: sentences.map(({ en }) => en).join(' ') }
}

export function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

/** Rounds as people price: to 5 below 200, to 10 below 1 000, to 50 below 10 000, to 250 above; in minor units. */
export function askingPrice(amount: number): number {
  const step = amount < 200 ? 5 : amount < 1000 ? 10 : amount < 10000 ? 50 : 250
  return Math.max(step, Math.round(amount / step) * step) * 100
}

export function townIn(desk: Desk, country: 'FR' | 'GB'): SeedTown {
  const { chance, towns } = desk
  return chance.pick(towns.filter((town) => town.country === country))
}

import type { MotifName } from '../pictures/motifs.ts'
import type { Words } from '../seed-types.ts'

export type VehicleFamily = 'car' | 'bike' | 'moped' | 'tractor' | 'van'

/** A model with what its owners say about it. `price` is a fair one in euros for a sound, used example. */
export type VehicleModel = Readonly<{
  make: string
  model: string
  category: string
  family: VehicleFamily
  isFeminine: boolean
  years: readonly [first: number, last: number]
  price: number
  motif: MotifName
  isBritish: boolean
  notes: readonly Words[]
}>

type Row = readonly [
  make: string,
  model: string,
  first: number,
  last: number,
  price: number,
  motif: MotifName,
  notes: readonly (readonly [fr: string, en: string])[],
]

type Group = Readonly<{
  category: string
  family: VehicleFamily
  isFeminine: boolean
  isBritish?: boolean
  rows: readonly Row[]
}>

/** Of the other gender than the rest of their group. */
const otherGender = new Set([
  '3800',
  '1400',
  '5000',
  'VMS 125',
  '2CV AZU',
  '2CV AKS 400',
  'Goélette 1000 kg',
  '403 camionnette bâchée',
  'Hotchkiss M201',
  '504 pick-up',
])

/** Turns a compact table into models that share a category and a family. */
export function modelsOf(group: Group): VehicleModel[] {
  const { category, family, isFeminine, isBritish = false, rows } = group
  return rows.map(([make, model, first, last, price, motif, notes]) => ({
    make,
    model,
    category: `vehicules/${category}`,
    family,
    isFeminine: otherGender.has(model) ? !isFeminine : isFeminine,
    isBritish,
    years: [first, last],
    price,
    motif,
    notes: notes.map(([fr, en]) => ({ fr, en })),
  }))
}

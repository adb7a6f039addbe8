/**
 * How far a row of figures looks like a telephone number of some country: 0 when any row of that length would, up to 4
 * when it is written with an international prefix.
 */
export type NumberShape = Readonly<{ weight: number; country: 'FR' | 'BE' | 'CH' | 'GB' | 'other'; isMobile: boolean }>

const shape = (weight: number, country: NumberShape['country'], isMobile = false): NumberShape => ({
  ...{ weight, country, isMobile },
})

// National plans: FR 10 figures; BE 9, mobiles 10; CH 10; GB 10 or 11. Prefixes as the ITU assigned them.
const national: readonly (readonly [RegExp, NumberShape])[] = [
  [/^0[67]\d{8}$/, shape(1, 'FR', true)],
  [/^0[1-9]\d{8}$/, shape(1, 'FR')],
  [/^07\d{9}$/, shape(2, 'GB', true)],
  [/^0[12]\d{9}$/, shape(2, 'GB')],
  [/^0(?:15|16|17)\d{8,9}$/, shape(1, 'other', true)],
  [/^0[1-9]\d{7}$/, shape(1, 'BE')],
  [/^[67]\d{8}$/, shape(0, 'FR', true)],
  [/^[1-9]\d{8}$/, shape(0, 'FR')],
  [/^7\d{9}$/, shape(0, 'GB', true)],
]
const withoutSign: readonly (readonly [RegExp, NumberShape])[] = [
  [/^330?[67]\d{8}$/, shape(0.5, 'FR', true)],
  [/^330?[1-9]\d{8}$/, shape(0.5, 'FR')],
  [/^320?4\d{8}$/, shape(0.5, 'BE', true)],
  [/^410?7\d{8}$/, shape(0.5, 'CH', true)],
  [/^440?7\d{9}$/, shape(0.5, 'GB', true)],
  [/^440?[12]\d{9}$/, shape(0.5, 'GB')],
]
const withSign: readonly (readonly [RegExp, NumberShape])[] = [
  [/^330?[1-9]\d{8}$/, shape(4, 'FR')],
  [/^320?[1-9]\d{7,8}$/, shape(4, 'BE')],
  [/^410?[2-9]\d{8}$/, shape(4, 'CH')],
  [/^440?[1-9]\d{8,9}$/, shape(4, 'GB')],
  [/^(?:3[0-9]|4[03-9]|35[0-9]|42[01]|21[2368]|1[2-9]\d)\d{8,9}$/, shape(3, 'other')],
]

/** @param hasPlus Whether a plus sign stands before the figures. @returns undefined when no plan has such numbers. */
export function shapeOf(digits: string, hasPlus: boolean): NumberShape | undefined {
  const international = hasPlus ? digits : digits.startsWith('00') ? digits.slice(2) : undefined
  if (international !== undefined) {
    const known = withSign.find(([pattern]) => pattern.test(international))
    if (known && (hasPlus || known[1].country !== 'other')) return known[1]
    if (!hasPlus) return undefined
  }
  return [...national, ...withoutSign].find(([pattern]) => pattern.test(digits))?.[1]
}

/** Bosch has numbered its parts with ten figures since 1966; these groups are not in use by telephones, or hardly. */
const boschGroups =
  /^0(?:986|280|221|227|120|124|001|242|258|265|273|281|392|414|445|460|440|580|438|261|230|231|330|332|350|400|401)\d{6}$/

export const isLikeBosch = (digits: string, lengths: readonly number[] = []) =>
  boschGroups.test(digits) && /^(?:10|433|334|37|)$/.test(lengths.join(''))

/** What the way the figures are grouped says: pairs and full numbers are how telephones are written, 1-3-3-3 is not. */
export function groupingWeight(lengths: readonly number[], country: NumberShape['country']): number {
  const groups = lengths.join('')
  // Bosch writes 0 986 018 890, BMW 07 11 9 963 151.
  if ((country === 'FR' && groups === '1333') || groups === '22133') return -3
  if (lengths.length >= 4 && lengths.slice(1).every((length) => length === 2)) return 3
  if (lengths.length >= 8) return 2
  if (
    /^(?:10|11|12|13|4222|433|334|3322|64|46|28|82|244|442|532|56|533|434|344|47|2344|255|254|3222|2322|212222|29|2333|22322|2144|2135)$/.test(
      groups,
    )
  )
    return 2
  return 1
}

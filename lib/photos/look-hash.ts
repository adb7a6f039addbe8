/** How far two looks may differ and still be the same picture, made smaller, lighter or saved again. */
export const sameLook = 6

/**
 * 64 bits of how a picture looks: of nine by eight grey dots, whether each is lighter than its right neighbour.
 *
 * @param grey 72 bytes, row by row.
 * @returns 16 hexadecimal digits.
 */
export function lookHashOf(grey: Uint8Array): string {
  let bits = 0n
  for (let row = 0; row < 8; row += 1) {
    for (let column = 0; column < 8; column += 1) {
      const at = row * 9 + column
      bits = (bits << 1n) | ((grey[at] ?? 0) > (grey[at + 1] ?? 0) ? 1n : 0n)
    }
  }
  return bits.toString(16).padStart(16, '0')
}

/** How many of the 64 bits differ. */
export function lookDistance(left: string, right: string): number {
  let differing = BigInt(`0x${left}`) ^ BigInt(`0x${right}`)
  let count = 0
  while (differing > 0n) {
    count += Number(differing & 1n)
    differing >>= 1n
  }
  return count
}

/** A plain surface has no look of its own: all of them would be one picture. */
export function isTelling(lookHash: string): boolean {
  return lookDistance(lookHash, '0000000000000000') >= 4 && lookDistance(lookHash, 'ffffffffffffffff') >= 4
}

/**
 * What an index must be asked for: the hash in four quarters, each as it is and with one bit turned.
 *
 * Of at most seven differing bits some quarter has at most one, so no near picture is missed.
 *
 * @returns For each quarter, seventeen values of four hexadecimal digits.
 */
export function lookProbes(lookHash: string): readonly (readonly string[])[] {
  return [0, 4, 8, 12].map((at) => {
    const quarter = Number.parseInt(lookHash.slice(at, at + 4), 16)
    const near = Array.from({ length: 16 }, (_, bit) => quarter ^ (1 << bit))
    return [quarter, ...near].map((value) => value.toString(16).padStart(4, '0'))
  })
}

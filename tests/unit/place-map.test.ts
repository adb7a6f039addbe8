import { describe, expect, test } from 'vitest'
import { drawPlaceMap } from '../../lib/places/place-map.ts'

const moulins = { slug: 'moulins-03000', name: 'Moulins', latitude: 46.566, longitude: 3.333 }
const brest = { slug: 'brest-29200', name: 'Brest', latitude: 48.39, longitude: -4.486 }
const vichy = { slug: 'vichy-03200', name: 'Vichy', latitude: 46.127, longitude: 3.426 }
const lyon = { slug: 'lyon-69000', name: 'Lyon', latitude: 45.764, longitude: 4.835 }

describe('the map of a place', () => {
  test('has the place in the middle and towns where they are', () => {
    const map = drawPlaceMap(moulins, [vichy])
    expect(map.center).toMatchObject({ x: map.width / 2, y: map.height / 2 })
    const [town] = map.towns
    expect(town?.name).toBe('Vichy')
    // Vichy is 49 km south and 7 km east of Moulins; the width stands for 180 km.
    expect(town?.y).toBeGreaterThan(map.height / 2)
    expect(Math.abs((town?.x ?? 0) - map.width / 2 - (7 / 180) * map.width)).toBeLessThan(4)
  })

  test('leaves out towns beyond its edges and names that would cover another', () => {
    expect(drawPlaceMap(moulins, [lyon]).towns).toEqual([])
    expect(drawPlaceMap(moulins, [vichy, { ...vichy, slug: 'cusset-03300', name: 'Cusset' }]).towns).toHaveLength(1)
  })

  test('draws a coast where there is one, and stays small', () => {
    const land = drawPlaceMap(brest, []).land.join('')
    expect(land).not.toBe(drawPlaceMap(moulins, []).land.join(''))
    expect(land.length).toBeGreaterThan(100)
    expect(land.length).toBeLessThan(4000)
  })
})

import { bubble, type Drawing, goddess, type Look, ponton, traction, twoHorse } from './cars.ts'
import { cyclecar, torpedo, vintageSaloon } from './cars-early.ts'
import { coupe, estate, executive, fourL, hatch, roadster, saloon } from './cars-later.ts'
import { stationary, tractor } from './farm.ts'
import {
  bonnet,
  carburettor,
  distributor,
  door,
  engine,
  finnedEngine,
  gearbox,
  grille,
  lamps,
  magneto,
  springs,
  wheelSet,
  wing,
  wireWheel,
} from './parts.ts'
import {
  bench,
  dials,
  enamel,
  jack,
  manuals,
  oilCans,
  openManual,
  puller,
  seat,
  sewing,
  steering,
  toolbox,
  toyCar,
  vice,
} from './things.ts'
import { boxer, frontMotor, moped, motorcycle, scooter } from './two-wheels.ts'
import { boxVan, fieldCar, landcar, oneBox, pickup, ribbedVan, truck } from './vans.ts'

type Motif = Readonly<{ draw: (look: Look) => Drawing; stage: 'road' | 'table' }>

const onRoad = (draw: (look: Look) => Drawing): Motif => ({ draw, stage: 'road' })
const onTable = (draw: (look: Look) => Drawing): Motif => ({ draw, stage: 'table' })

/** Everything the illustrator can draw, by name. */
export const motifs = {
  'vintage-saloon': onRoad(vintageSaloon),
  torpedo: onRoad(torpedo),
  cyclecar: onRoad(cyclecar),
  'two-horse': onRoad(twoHorse),
  traction: onRoad(traction),
  goddess: onRoad(goddess),
  ponton: onRoad(ponton),
  bubble: onRoad(bubble),
  saloon: onRoad(saloon),
  'four-l': onRoad(fourL),
  roadster: onRoad(roadster),
  coupe: onRoad(coupe),
  'hot-hatch': onRoad((look) => hatch(look, true)),
  hatch: onRoad((look) => hatch(look, false)),
  executive: onRoad(executive),
  estate: onRoad(estate),
  'ribbed-van': onRoad(ribbedVan),
  'one-box': onRoad(oneBox),
  'box-van': onRoad(boxVan),
  pickup: onRoad(pickup),
  'field-car': onRoad(fieldCar),
  landcar: onRoad(landcar),
  truck: onRoad(truck),
  motorcycle: onRoad(motorcycle),
  boxer: onRoad(boxer),
  moped: onRoad(moped),
  'front-motor': onRoad(frontMotor),
  scooter: onRoad(scooter),
  tractor: onRoad(tractor),
  stationary: onRoad(stationary),
  engine: onTable(engine),
  'finned-engine': onTable(finnedEngine),
  gearbox: onTable(gearbox),
  carburettor: onTable(carburettor),
  distributor: onTable(distributor),
  magneto: onTable(magneto),
  lamps: onTable(lamps),
  bonnet: onTable(bonnet),
  wing: onTable(wing),
  door: onTable(door),
  grille: onTable(grille),
  'wheel-set': onTable(wheelSet),
  'wire-wheel': onTable(wireWheel),
  springs: onTable(springs),
  seat: onTable(seat),
  bench: onTable(bench),
  steering: onTable(steering),
  dials: onTable(dials),
  toolbox: onTable(toolbox),
  puller: onTable(puller),
  jack: onTable(jack),
  manuals: onTable(manuals),
  'open-manual': onTable(openManual),
  enamel: onTable(enamel),
  'oil-cans': onTable(oilCans),
  'toy-car': onTable(toyCar),
  vice: onTable(vice),
  sewing: onTable(sewing),
} as const satisfies Record<string, Motif>

export type MotifName = keyof typeof motifs

export function motifOf(name: string): Motif {
  const found: Motif | undefined = Object.entries(motifs).find(([key]) => key === name)?.[1]
  if (!found) throw new RangeError(`no motif ${name}`)
  return found
}

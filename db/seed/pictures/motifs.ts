import type { Drawing, Look } from './car-parts.ts'
import { cyclecar, torpedo, vintageSaloon } from './cars-early.ts'
import { coupe, fourL, hatch, roadster, saloon } from './cars-later.ts'
import { estate, executive } from './cars-long.ts'
import { bubble, goddess, ponton, traction, twoHorse } from './cars-rounded.ts'
import { stationary, tractor } from './farm.ts'
import { fieldCar, landcar, truck } from './off-road.ts'
import { enamel, manuals, oilCans, openManual, toyCar } from './papers.ts'
import { bonnet, door, grille, lamps, springs, wheelSet, wing, wireWheel } from './parts-body.ts'
import { carburettor, distributor, engine, finnedEngine, gearbox, magneto } from './parts-engine.ts'
import { boxer, frontMotor, moped, motorcycle, scooter } from './two-wheels.ts'
import { boxVan, oneBox, pickup, ribbedVan } from './vans.ts'
import { bench, dials, jack, puller, seat, sewing, steering, toolbox, vice } from './workshop.ts'

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

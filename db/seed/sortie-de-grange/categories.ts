import type { SeedCategory } from '../seed-types.ts'

/** Five parents, each followed by its children; a contact's usual price is the parent's. */
export const seedCategories: readonly SeedCategory[] = [
  {
    key: 'vehicules',
    parentKey: null,
    slug: {
      fr: 'vehicules',
      en: 'vehicles',
    },
    label: {
      fr: 'Véhicules',
      en: 'Vehicles',
    },
    revealPriceMinor: 300,
  },
  {
    key: 'vehicules/autos-avant-1945',
    parentKey: 'vehicules',
    slug: {
      fr: 'autos-avant-1945',
      en: 'pre-war-cars',
    },
    label: {
      fr: "Autos d'avant 1945",
      en: 'Pre-war cars',
    },
    revealPriceMinor: 300,
  },
  {
    key: 'vehicules/autos-1945-1975',
    parentKey: 'vehicules',
    slug: {
      fr: 'autos-1945-1975',
      en: 'cars-1945-1975',
    },
    label: {
      fr: 'Autos 1945-1975',
      en: 'Cars 1945-1975',
    },
    revealPriceMinor: 300,
  },
  {
    key: 'vehicules/youngtimers-1976-1996',
    parentKey: 'vehicules',
    slug: {
      fr: 'youngtimers-1976-1996',
      en: 'modern-classics-1976-1996',
    },
    label: {
      fr: 'Youngtimers 1976-1996',
      en: 'Modern classics 1976-1996',
    },
    revealPriceMinor: 300,
  },
  {
    key: 'vehicules/motos',
    parentKey: 'vehicules',
    slug: {
      fr: 'motos',
      en: 'motorcycles',
    },
    label: {
      fr: 'Motos',
      en: 'Motorcycles',
    },
    revealPriceMinor: 300,
  },
  {
    key: 'vehicules/cyclos-scooters',
    parentKey: 'vehicules',
    slug: {
      fr: 'cyclos-scooters',
      en: 'mopeds-scooters',
    },
    label: {
      fr: 'Cyclos et scooters',
      en: 'Mopeds and scooters',
    },
    revealPriceMinor: 300,
  },
  {
    key: 'vehicules/tracteurs',
    parentKey: 'vehicules',
    slug: {
      fr: 'tracteurs',
      en: 'vintage-tractors',
    },
    label: {
      fr: 'Tracteurs et matériel ancien',
      en: 'Vintage tractors and machinery',
    },
    revealPriceMinor: 300,
  },
  {
    key: 'vehicules/utilitaires-militaires',
    parentKey: 'vehicules',
    slug: {
      fr: 'utilitaires-militaires',
      en: 'vans-trucks-ex-military',
    },
    label: {
      fr: 'Utilitaires et militaires',
      en: 'Vans, trucks and ex-military',
    },
    revealPriceMinor: 300,
  },
  {
    key: 'pieces',
    parentKey: null,
    slug: {
      fr: 'pieces',
      en: 'parts',
    },
    label: {
      fr: 'Pièces',
      en: 'Parts',
    },
    revealPriceMinor: 150,
  },
  {
    key: 'pieces/moteur-boite',
    parentKey: 'pieces',
    slug: {
      fr: 'moteur-boite',
      en: 'engine-gearbox',
    },
    label: {
      fr: 'Moteur et boîte',
      en: 'Engine and gearbox',
    },
    revealPriceMinor: 150,
  },
  {
    key: 'pieces/carburation',
    parentKey: 'pieces',
    slug: {
      fr: 'carburation',
      en: 'fuel-system',
    },
    label: {
      fr: 'Carburation',
      en: 'Fuel system',
    },
    revealPriceMinor: 150,
  },
  {
    key: 'pieces/electricite-allumage',
    parentKey: 'pieces',
    slug: {
      fr: 'electricite-allumage',
      en: 'electrics-ignition',
    },
    label: {
      fr: 'Électricité et allumage',
      en: 'Electrics and ignition',
    },
    revealPriceMinor: 150,
  },
  {
    key: 'pieces/carrosserie',
    parentKey: 'pieces',
    slug: {
      fr: 'carrosserie',
      en: 'body-trim',
    },
    label: {
      fr: 'Carrosserie',
      en: 'Body and trim',
    },
    revealPriceMinor: 150,
  },
  {
    key: 'pieces/train-roulant',
    parentKey: 'pieces',
    slug: {
      fr: 'train-roulant',
      en: 'running-gear-wheels',
    },
    label: {
      fr: 'Train roulant et jantes',
      en: 'Running gear and wheels',
    },
    revealPriceMinor: 150,
  },
  {
    key: 'pieces/interieur-sellerie',
    parentKey: 'pieces',
    slug: {
      fr: 'interieur-sellerie',
      en: 'interior',
    },
    label: {
      fr: 'Intérieur et sellerie',
      en: 'Interior',
    },
    revealPriceMinor: 150,
  },
  {
    key: 'pieces/outillage',
    parentKey: 'pieces',
    slug: {
      fr: 'outillage',
      en: 'special-tools',
    },
    label: {
      fr: 'Outillage',
      en: 'Special tools',
    },
    revealPriceMinor: 150,
  },
  {
    key: 'documentation',
    parentKey: null,
    slug: {
      fr: 'documentation',
      en: 'documentation',
    },
    label: {
      fr: 'Documentation',
      en: 'Documentation',
    },
    revealPriceMinor: 150,
  },
  {
    key: 'documentation/manuels-revues',
    parentKey: 'documentation',
    slug: {
      fr: 'manuels-revues',
      en: 'manuals-magazines',
    },
    label: {
      fr: 'Manuels et revues',
      en: 'Manuals and magazines',
    },
    revealPriceMinor: 150,
  },
  {
    key: 'documentation/plaques-objets',
    parentKey: 'documentation',
    slug: {
      fr: 'plaques-objets',
      en: 'signs-memorabilia',
    },
    label: {
      fr: 'Plaques et objets',
      en: 'Signs and memorabilia',
    },
    revealPriceMinor: 150,
  },
  {
    key: 'services',
    parentKey: null,
    slug: {
      fr: 'services',
      en: 'services',
    },
    label: {
      fr: 'Services et savoir-faire',
      en: 'Services and skills',
    },
    revealPriceMinor: 0,
  },
  {
    key: 'services/savoir-faire',
    parentKey: 'services',
    slug: {
      fr: 'savoir-faire',
      en: 'specialists',
    },
    label: {
      fr: 'Artisans et spécialistes',
      en: 'Specialists',
    },
    revealPriceMinor: 0,
  },
  {
    key: 'recherche',
    parentKey: null,
    slug: {
      fr: 'recherche',
      en: 'wanted',
    },
    label: {
      fr: 'Recherche',
      en: 'Wanted',
    },
    revealPriceMinor: 0,
  },
  {
    key: 'recherche/recherche-vehicule',
    parentKey: 'recherche',
    slug: {
      fr: 'recherche-vehicule',
      en: 'wanted-vehicle',
    },
    label: {
      fr: 'Recherche véhicule',
      en: 'Wanted: vehicle',
    },
    revealPriceMinor: 0,
  },
  {
    key: 'recherche/recherche-piece',
    parentKey: 'recherche',
    slug: {
      fr: 'recherche-piece',
      en: 'wanted-part',
    },
    label: {
      fr: 'Recherche pièce',
      en: 'Wanted: part',
    },
    revealPriceMinor: 0,
  },
]

import type { SeedField } from '../seed-types.ts'

/** Fields belong to a parent category and hold for its children; `money` values are in minor units. */
export const seedFields: readonly SeedField[] = [
  {
    key: 'make',
    categoryKeys: ['vehicules'],
    type: 'text',
    label: {
      fr: 'Marque',
      en: 'Make',
    },
    unit: null,
    isRequired: true,
    isFilterable: true,
    options: null,
  },
  {
    key: 'model',
    categoryKeys: ['vehicules'],
    type: 'text',
    label: {
      fr: 'Modèle',
      en: 'Model',
    },
    unit: null,
    isRequired: true,
    isFilterable: true,
    options: null,
  },
  {
    key: 'year',
    categoryKeys: ['vehicules'],
    type: 'year',
    label: {
      fr: 'Année',
      en: 'Year',
    },
    unit: null,
    isRequired: true,
    isFilterable: true,
    options: null,
  },
  {
    key: 'km',
    categoryKeys: ['vehicules'],
    type: 'integer',
    label: {
      fr: 'Kilométrage',
      en: 'Mileage',
    },
    unit: 'km',
    isRequired: false,
    isFilterable: true,
    options: null,
  },
  {
    key: 'running',
    categoryKeys: ['vehicules'],
    type: 'choice',
    label: {
      fr: 'Fonctionnement',
      en: 'Running status',
    },
    unit: null,
    isRequired: true,
    isFilterable: true,
    options: [
      {
        value: 'roule',
        label: {
          fr: 'Roulante',
          en: 'Runs and drives',
        },
      },
      {
        value: 'tourne_ne_roule_pas',
        label: {
          fr: 'Le moteur tourne, ne roule pas',
          en: 'Engine runs, does not drive',
        },
      },
      {
        value: 'bloquee_non_tourne_manivelle',
        label: {
          fr: 'Bloqué, tourne à la manivelle',
          en: 'Seized or off, turns by hand',
        },
      },
      {
        value: 'demontee',
        label: {
          fr: 'Démontée',
          en: 'Dismantled',
        },
      },
    ],
  },
  {
    key: 'condition',
    categoryKeys: ['vehicules'],
    type: 'choice',
    label: {
      fr: 'État (1 concours à 6 épave)',
      en: 'Condition (1 concours to 6 wreck)',
    },
    unit: null,
    isRequired: true,
    isFilterable: true,
    options: [
      {
        value: '1',
        label: {
          fr: '1, concours',
          en: '1, concours',
        },
      },
      {
        value: '2',
        label: {
          fr: '2, très bon état',
          en: '2, very good',
        },
      },
      {
        value: '3',
        label: {
          fr: "3, bon état d'usage",
          en: '3, good, used',
        },
      },
      {
        value: '4',
        label: {
          fr: '4, à restaurer, complète',
          en: '4, to restore, complete',
        },
      },
      {
        value: '5',
        label: {
          fr: '5, à restaurer, incomplète',
          en: '5, to restore, incomplete',
        },
      },
      {
        value: '6',
        label: {
          fr: '6, épave, pour pièces',
          en: '6, wreck, for parts',
        },
      },
    ],
  },
  {
    key: 'registration',
    categoryKeys: ['vehicules'],
    type: 'choice',
    label: {
      fr: 'Papiers',
      en: 'Papers',
    },
    unit: null,
    isRequired: true,
    isFilterable: true,
    options: [
      {
        value: 'carte_grise_ok',
        label: {
          fr: 'Carte grise normale',
          en: 'French log book',
        },
      },
      {
        value: 'carte_grise_collection',
        label: {
          fr: 'Carte grise de collection',
          en: 'French historic log book',
        },
      },
      {
        value: 'perdue_ffve_en_cours',
        label: {
          fr: 'Perdue, attestation FFVE en cours',
          en: 'Lost, federation certificate under way',
        },
      },
      {
        value: 'papiers_agricoles',
        label: {
          fr: 'Papiers agricoles',
          en: 'Farm papers',
        },
      },
      {
        value: 'v5c',
        label: {
          fr: 'V5C britannique',
          en: 'UK V5C',
        },
      },
      {
        value: 'aucun',
        label: {
          fr: 'Aucun papier',
          en: 'No papers',
        },
      },
    ],
  },
  {
    key: 'inspection',
    categoryKeys: ['vehicules'],
    type: 'choice',
    label: {
      fr: 'Contrôle technique',
      en: 'Inspection',
    },
    unit: null,
    isRequired: false,
    isFilterable: true,
    options: [
      {
        value: 'ct_moins_2_ans',
        label: {
          fr: 'Contrôle technique de moins de 2 ans',
          en: 'French test under 2 years old',
        },
      },
      {
        value: 'ct_moins_5_ans',
        label: {
          fr: 'Contrôle technique de moins de 5 ans',
          en: 'French test under 5 years old',
        },
      },
      {
        value: 'aucun',
        label: {
          fr: 'Sans contrôle technique',
          en: 'No test',
        },
      },
      {
        value: 'non_concerne',
        label: {
          fr: 'Non concerné',
          en: 'Not required',
        },
      },
      {
        value: 'mot_exempt',
        label: {
          fr: 'Exempté de MOT',
          en: 'MOT exempt',
        },
      },
      {
        value: 'sorn',
        label: {
          fr: 'Déclaré hors route (SORN)',
          en: 'Declared off road (SORN)',
        },
      },
    ],
  },
  {
    key: 'matching_numbers',
    categoryKeys: ['vehicules'],
    type: 'boolean',
    label: {
      fr: 'Numéros concordants',
      en: 'Matching numbers',
    },
    unit: null,
    isRequired: false,
    isFilterable: true,
    options: null,
  },
  {
    key: 'last_used',
    categoryKeys: ['vehicules'],
    type: 'year',
    label: {
      fr: 'Dernière utilisation',
      en: 'Last used',
    },
    unit: null,
    isRequired: false,
    isFilterable: true,
    options: null,
  },
  {
    key: 'origin_reason',
    categoryKeys: ['vehicules'],
    type: 'choice',
    label: {
      fr: 'Raison de la vente',
      en: 'Reason for sale',
    },
    unit: null,
    isRequired: false,
    isFilterable: false,
    options: [
      {
        value: 'succession',
        label: {
          fr: 'Succession',
          en: 'Estate',
        },
      },
      {
        value: 'arret_conduite',
        label: {
          fr: 'Arrêt de la conduite',
          en: 'No longer driving',
        },
      },
      {
        value: 'manque_place',
        label: {
          fr: 'Manque de place',
          en: 'Lack of space',
        },
      },
      {
        value: 'projet_abandonne',
        label: {
          fr: 'Projet abandonné',
          en: 'Abandoned project',
        },
      },
      {
        value: 'achat_autre',
        label: {
          fr: "Achat d'un autre véhicule",
          en: 'Bought another vehicle',
        },
      },
      {
        value: 'retraite',
        label: {
          fr: 'Retraite',
          en: 'Retirement',
        },
      },
      {
        value: 'age',
        label: {
          fr: 'Âge du propriétaire',
          en: 'Age of the owner',
        },
      },
    ],
  },
  {
    key: 'part_for',
    categoryKeys: ['pieces', 'recherche'],
    type: 'text',
    label: {
      fr: 'Pour véhicule',
      en: 'Fits',
    },
    unit: null,
    isRequired: true,
    isFilterable: true,
    options: null,
  },
  {
    key: 'part_years',
    categoryKeys: ['pieces', 'recherche'],
    type: 'text',
    label: {
      fr: 'Années',
      en: 'Years',
    },
    unit: null,
    isRequired: false,
    isFilterable: true,
    options: null,
  },
  {
    key: 'part_ref',
    categoryKeys: ['pieces', 'recherche'],
    type: 'text',
    label: {
      fr: 'Référence',
      en: 'Reference',
    },
    unit: null,
    isRequired: false,
    isFilterable: true,
    options: null,
  },
  {
    key: 'part_condition',
    categoryKeys: ['pieces'],
    type: 'choice',
    label: {
      fr: 'État de la pièce',
      en: 'Part condition',
    },
    unit: null,
    isRequired: true,
    isFilterable: true,
    options: [
      {
        value: 'neuve_stock_ancien',
        label: {
          fr: "Neuve d'ancien stock",
          en: 'New old stock',
        },
      },
      {
        value: 'reconditionnee',
        label: {
          fr: 'Reconditionnée',
          en: 'Refurbished',
        },
      },
      {
        value: 'revisee',
        label: {
          fr: 'Révisée',
          en: 'Overhauled',
        },
      },
      {
        value: 'occasion_controlee',
        label: {
          fr: 'Occasion, contrôlée',
          en: 'Used, checked',
        },
      },
      {
        value: 'occasion_bonne',
        label: {
          fr: 'Occasion, bon état',
          en: 'Used, good',
        },
      },
      {
        value: 'a_restaurer',
        label: {
          fr: 'À restaurer',
          en: 'To restore',
        },
      },
    ],
  },
  {
    key: 'oem',
    categoryKeys: ['pieces'],
    type: 'boolean',
    label: {
      fr: "Pièce d'origine (non refabrication)",
      en: 'Original (not a repro)',
    },
    unit: null,
    isRequired: false,
    isFilterable: true,
    options: null,
  },
  {
    key: 'shipping',
    categoryKeys: ['pieces'],
    type: 'choice',
    label: {
      fr: 'Remise',
      en: 'Delivery',
    },
    unit: null,
    isRequired: false,
    isFilterable: true,
    options: [
      {
        value: 'colis',
        label: {
          fr: 'Envoi en colis',
          en: 'Parcel post',
        },
      },
      {
        value: 'point_relais',
        label: {
          fr: 'Envoi en point relais',
          en: 'Parcel to a pick-up point',
        },
      },
      {
        value: 'palette',
        label: {
          fr: 'Envoi sur palette',
          en: 'Pallet',
        },
      },
      {
        value: 'retrait',
        label: {
          fr: 'Retrait sur place',
          en: 'Collection only',
        },
      },
      {
        value: 'retrait_ou_bourse',
        label: {
          fr: 'Retrait, ou remise à une bourse',
          en: 'Collection, or hand-over at an autojumble',
        },
      },
      {
        value: 'retrait_ou_transporteur',
        label: {
          fr: 'Retrait, ou transporteur',
          en: "Collection, or buyer's carrier",
        },
      },
    ],
  },
  {
    key: 'weight_kg',
    categoryKeys: ['pieces'],
    type: 'number',
    label: {
      fr: 'Poids',
      en: 'Weight',
    },
    unit: 'kg',
    isRequired: false,
    isFilterable: false,
    options: null,
  },
  {
    key: 'doc_type',
    categoryKeys: ['documentation'],
    type: 'choice',
    label: {
      fr: 'Type',
      en: 'Type',
    },
    unit: null,
    isRequired: true,
    isFilterable: true,
    options: [
      {
        value: 'revue_technique',
        label: {
          fr: 'Revue technique',
          en: 'Technical review',
        },
      },
      {
        value: 'manuel_atelier',
        label: {
          fr: "Manuel d'atelier",
          en: 'Workshop manual',
        },
      },
      {
        value: 'catalogue',
        label: {
          fr: 'Catalogue',
          en: 'Catalogue',
        },
      },
      {
        value: 'plaque_emaillee',
        label: {
          fr: 'Plaque émaillée',
          en: 'Enamel sign',
        },
      },
      {
        value: 'objet',
        label: {
          fr: 'Objet',
          en: 'Object',
        },
      },
    ],
  },
  {
    key: 'doc_makes',
    categoryKeys: ['documentation'],
    type: 'text',
    label: {
      fr: 'Marques',
      en: 'Makes',
    },
    unit: null,
    isRequired: false,
    isFilterable: true,
    options: null,
  },
  {
    key: 'doc_years',
    categoryKeys: ['documentation'],
    type: 'text',
    label: {
      fr: 'Années',
      en: 'Years',
    },
    unit: null,
    isRequired: false,
    isFilterable: true,
    options: null,
  },
  {
    key: 'doc_lang',
    categoryKeys: ['documentation'],
    type: 'choice',
    label: {
      fr: 'Langue',
      en: 'Language',
    },
    unit: null,
    isRequired: false,
    isFilterable: true,
    options: [
      {
        value: 'fr',
        label: {
          fr: 'Français',
          en: 'French',
        },
      },
      {
        value: 'en',
        label: {
          fr: 'Anglais',
          en: 'English',
        },
      },
      {
        value: 'de',
        label: {
          fr: 'Allemand',
          en: 'German',
        },
      },
    ],
  },
  {
    key: 'item_count',
    categoryKeys: ['documentation'],
    type: 'integer',
    label: {
      fr: 'Nombre de pièces',
      en: 'Items',
    },
    unit: null,
    isRequired: false,
    isFilterable: false,
    options: null,
  },
  {
    key: 'service_type',
    categoryKeys: ['services'],
    type: 'choice',
    label: {
      fr: 'Métier',
      en: 'Trade',
    },
    unit: null,
    isRequired: true,
    isFilterable: true,
    options: [
      {
        value: 'electricite_allumage',
        label: {
          fr: 'Électricité et allumage',
          en: 'Electrics and ignition',
        },
      },
      {
        value: 'sellerie',
        label: {
          fr: 'Sellerie',
          en: 'Trimming',
        },
      },
      {
        value: 'carrosserie',
        label: {
          fr: 'Carrosserie',
          en: 'Bodywork',
        },
      },
      {
        value: 'moteur',
        label: {
          fr: 'Moteur',
          en: 'Engines',
        },
      },
      {
        value: 'chrome',
        label: {
          fr: 'Chrome',
          en: 'Chrome plating',
        },
      },
      {
        value: 'transport',
        label: {
          fr: 'Transport',
          en: 'Transport',
        },
      },
    ],
  },
  {
    key: 'area',
    categoryKeys: ['services'],
    type: 'text',
    label: {
      fr: 'Zone',
      en: 'Area',
    },
    unit: null,
    isRequired: false,
    isFilterable: true,
    options: null,
  },
  {
    key: 'siret',
    categoryKeys: ['services'],
    type: 'text',
    label: {
      fr: 'SIRET',
      en: 'Business id',
    },
    unit: null,
    isRequired: true,
    isFilterable: false,
    options: null,
  },
  {
    key: 'warranty_months',
    categoryKeys: ['services'],
    type: 'integer',
    label: {
      fr: 'Garantie (mois)',
      en: 'Warranty (months)',
    },
    unit: null,
    isRequired: false,
    isFilterable: true,
    options: null,
  },
  {
    key: 'lead_time_days',
    categoryKeys: ['services'],
    type: 'integer',
    label: {
      fr: 'Délai (jours)',
      en: 'Lead time (days)',
    },
    unit: null,
    isRequired: false,
    isFilterable: true,
    options: null,
  },
  {
    key: 'budget_max',
    categoryKeys: ['recherche'],
    type: 'money',
    label: {
      fr: 'Budget maximum',
      en: 'Maximum budget',
    },
    unit: null,
    isRequired: false,
    isFilterable: true,
    options: null,
  },
]

import { index, integer, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

export const places = sqliteTable(
  'places',
  {
    id: integer('id').primaryKey(),
    country: text('country').notNull(),
    name: text('name').notNull(),
    nameFolded: text('name_folded').notNull(),
    postcode: text('postcode').notNull(),
    /** `moulins-03000`: unique, used in addresses. */
    slug: text('slug').notNull(),
    regionCode: text('region_code').notNull(),
    regionName: text('region_name').notNull(),
    areaCode: text('area_code').notNull(),
    areaName: text('area_name').notNull(),
    latitude: real('latitude').notNull(),
    longitude: real('longitude').notNull(),
    population: integer('population').notNull(),
  },
  (table) => [
    uniqueIndex('places_slug').on(table.slug),
    index('places_name').on(table.nameFolded, table.population),
    index('places_postcode').on(table.postcode),
    index('places_position').on(table.latitude, table.longitude),
  ],
)

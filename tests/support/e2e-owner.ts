/** The owner of the site that browser tests visit. */
export const e2eOwner = { email: 'gerante@demo.test', password: 'Lanterne-Sourde-1937' } as const

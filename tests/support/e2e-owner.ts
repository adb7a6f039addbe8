/** The owner of the site that browser tests visit. */
export const e2eOwner = { email: 'gerante@demo.test', password: 'Lanterne-Sourde-1937' } as const

/** A member who looks at her own pages. */
export const e2eMember = { email: 'habituee@demo.test', password: 'Grenier-Profond-1953' } as const

/** A member whom one test gives a passkey, so that nobody else is asked for one. */
export const e2eKeyHolder = { email: 'porte-cles@demo.test', password: 'Serrure-Ancienne-1921' } as const

import { notFound } from 'next/navigation'

export const dynamic = 'force-dynamic'

/** Whatever no page answers to: "not found", drawn inside the site. */
export default function UnknownPage() {
  notFound()
}

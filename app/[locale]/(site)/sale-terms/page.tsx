import { textMetadata, textRoute } from '../text-route.tsx'

export const dynamic = 'force-dynamic'
export const generateMetadata = textMetadata('sale-terms')
export default textRoute('sale-terms')

import { textMetadata, textRoute } from '../text-route.tsx'

export const dynamic = 'force-dynamic'
export const generateMetadata = textMetadata('cookies')
export default textRoute('cookies')

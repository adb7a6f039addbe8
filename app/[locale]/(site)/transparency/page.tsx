import { textMetadata, textRoute } from '../text-route.tsx'

export const dynamic = 'force-dynamic'
export const generateMetadata = textMetadata('transparency')
export default textRoute('transparency')

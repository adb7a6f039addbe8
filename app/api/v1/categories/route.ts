import { loadCategoryTree } from '../../../../lib/categories/categories-queries.ts'
import { categoryJson } from '../../../../lib/http/api-ads.ts'
import { tagPage } from '../../../../lib/http/page-tags.ts'
import { query } from '../../../../lib/http/query.ts'

/** Every category with its fields, parents before children. */
export const GET = query(({ locale }) => {
  tagPage(['catalogue'])
  const tree = loadCategoryTree()
  return { categories: tree.all.map((category) => categoryJson(category, tree, locale)) }
})

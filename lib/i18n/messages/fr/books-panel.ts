export const booksPanel = {}

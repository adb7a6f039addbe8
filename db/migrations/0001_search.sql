-- Full-text search over public words only. The row id of a document is its ad's sort_key, so the newest matches
-- are the last row ids and no sorting is ever needed.
CREATE TABLE `search_documents` (
	`sort_key` integer PRIMARY KEY NOT NULL,
	`ad_id` integer NOT NULL UNIQUE REFERENCES `ads`(`id`),
	`category_id` integer NOT NULL,
	`price_minor` integer,
	`currency` text NOT NULL,
	`reveal_price_minor` integer NOT NULL,
	`latitude` real NOT NULL,
	`longitude` real NOT NULL,
	`boost` text,
	`facets` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `search_documents_category` ON `search_documents` (`category_id`,`sort_key`);
--> statement-breakpoint
CREATE INDEX `search_documents_price` ON `search_documents` (`price_minor`,`sort_key`);
--> statement-breakpoint
CREATE VIRTUAL TABLE `search_index` USING fts5(title, body, facets, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2', prefix='2 3');
--> statement-breakpoint
CREATE VIRTUAL TABLE `search_vocabulary` USING fts5vocab('search_index', 'row');
--> statement-breakpoint
CREATE VIRTUAL TABLE `search_words` USING fts5(word, tokenize='trigram', detail='full');

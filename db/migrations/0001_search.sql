-- Full-text search over public words only. The row id of a document is its ad's sort_key, so the newest matches
-- are the last row ids and no sorting is ever needed. Words arrive folded; "marks" are tokens made by the site for
-- categories, places, prices and fields, so that every filter is an intersection of document lists.
CREATE TABLE `search_documents` (
	`sort_key` integer PRIMARY KEY NOT NULL,
	`ad_id` integer NOT NULL UNIQUE REFERENCES `ads`(`id`),
	`category_id` integer NOT NULL,
	`price_minor` integer,
	`reveal_minor` integer NOT NULL,
	`latitude` real NOT NULL,
	`longitude` real NOT NULL,
	`field_values` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `search_documents_price` ON `search_documents` (`price_minor`);
--> statement-breakpoint
CREATE VIRTUAL TABLE `search_index` USING fts5(words, marks, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0');
--> statement-breakpoint
-- How many documents a word was ever published in: orders completions and spellings, so it need not be exact.
CREATE TABLE `search_terms` (
	`term` text PRIMARY KEY NOT NULL,
	`documents` integer NOT NULL
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
-- A word under itself and under itself less one letter: two words one mistake apart share a row.
CREATE TABLE `search_spellings` (
	`deletion` text NOT NULL,
	`term` text NOT NULL,
	PRIMARY KEY(`deletion`, `term`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TRIGGER `search_terms_spellings` AFTER INSERT ON `search_terms`
WHEN length(new.term) BETWEEN 4 AND 16 AND new.term NOT GLOB '*[0-9]*'
BEGIN
	INSERT OR IGNORE INTO `search_spellings` VALUES (new.term, new.term);
	INSERT OR IGNORE INTO `search_spellings`
	SELECT substr(new.term, 1, n - 1) || substr(new.term, n + 1), new.term
	FROM (SELECT column1 AS n FROM (VALUES (1),(2),(3),(4),(5),(6),(7),(8),(9),(10),(11),(12),(13),(14),(15),(16)))
	WHERE n <= length(new.term);
END;
--> statement-breakpoint
CREATE TABLE `category_counts` (
	`category_id` integer PRIMARY KEY NOT NULL,
	`ads` integer NOT NULL
) STRICT;
--> statement-breakpoint
-- The prices of contacts in use, and by how many ads.
CREATE TABLE `reveal_price_counts` (
	`reveal_minor` integer PRIMARY KEY NOT NULL,
	`ads` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TRIGGER `search_documents_count_new` AFTER INSERT ON `search_documents`
BEGIN
	INSERT INTO `category_counts` VALUES (new.category_id, 1) ON CONFLICT DO UPDATE SET ads = ads + 1;
	INSERT INTO `reveal_price_counts` VALUES (new.reveal_minor, 1) ON CONFLICT DO UPDATE SET ads = ads + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `search_documents_count_gone` AFTER DELETE ON `search_documents`
BEGIN
	UPDATE `category_counts` SET ads = ads - 1 WHERE category_id = old.category_id;
	UPDATE `reveal_price_counts` SET ads = ads - 1 WHERE reveal_minor = old.reveal_minor;
END;
--> statement-breakpoint
CREATE TRIGGER `search_documents_are_replaced` BEFORE UPDATE ON `search_documents`
BEGIN SELECT RAISE(ABORT, 'a search document is deleted and inserted, never updated'); END;
--> statement-breakpoint
-- Small tables are kept in memory by the site; the version tells when to read them again.
CREATE TABLE `table_versions` (
	`name` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `table_versions` VALUES ('categories', 1);
--> statement-breakpoint
CREATE TRIGGER `categories_version_insert` AFTER INSERT ON `categories` BEGIN UPDATE `table_versions` SET version = version + 1 WHERE name = 'categories'; END;
--> statement-breakpoint
CREATE TRIGGER `categories_version_update` AFTER UPDATE ON `categories` BEGIN UPDATE `table_versions` SET version = version + 1 WHERE name = 'categories'; END;
--> statement-breakpoint
CREATE TRIGGER `categories_version_delete` AFTER DELETE ON `categories` BEGIN UPDATE `table_versions` SET version = version + 1 WHERE name = 'categories'; END;
--> statement-breakpoint
CREATE TRIGGER `category_fields_version_insert` AFTER INSERT ON `category_fields` BEGIN UPDATE `table_versions` SET version = version + 1 WHERE name = 'categories'; END;
--> statement-breakpoint
CREATE TRIGGER `category_fields_version_update` AFTER UPDATE ON `category_fields` BEGIN UPDATE `table_versions` SET version = version + 1 WHERE name = 'categories'; END;
--> statement-breakpoint
CREATE TRIGGER `category_fields_version_delete` AFTER DELETE ON `category_fields` BEGIN UPDATE `table_versions` SET version = version + 1 WHERE name = 'categories'; END;

--> statement-breakpoint
CREATE INDEX `ads_free_from` ON `ads` (`free_from`) WHERE `free_from` IS NOT NULL;

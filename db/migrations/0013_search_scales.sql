-- Which documents came or went, for what the server keeps of them in memory. They are never updated.
CREATE TABLE `search_changes` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`sort_key` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TRIGGER `search_documents_change_new` AFTER INSERT ON `search_documents`
BEGIN INSERT INTO `search_changes` (sort_key) VALUES (new.sort_key); END;
--> statement-breakpoint
CREATE TRIGGER `search_documents_change_gone` AFTER DELETE ON `search_documents`
BEGIN INSERT INTO `search_changes` (sort_key) VALUES (old.sort_key); END;
--> statement-breakpoint
-- A memory further behind than this is made anew, so no more needs to be known.
CREATE TRIGGER `search_changes_are_few` AFTER INSERT ON `search_changes` WHEN new.seq % 1000 = 0
BEGIN DELETE FROM `search_changes` WHERE seq <= new.seq - 10000; END;
--> statement-breakpoint
-- Fields have other marks from now on: ads published before are filed anew.
INSERT INTO `settings`
SELECT 'refiling', json_group_array(json_object('categoryId', id, 'after', 0)), unixepoch() * 1000 FROM `categories`
WHERE true HAVING count(*) > 0
ON CONFLICT (`key`) DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at;

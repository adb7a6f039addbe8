CREATE INDEX `photos_look_1` ON `photos` (substr(`look_hash`, 1, 4));--> statement-breakpoint
CREATE INDEX `photos_look_2` ON `photos` (substr(`look_hash`, 5, 4));--> statement-breakpoint
CREATE INDEX `photos_look_3` ON `photos` (substr(`look_hash`, 9, 4));--> statement-breakpoint
CREATE INDEX `photos_look_4` ON `photos` (substr(`look_hash`, 13, 4));--> statement-breakpoint
CREATE INDEX `draft_photos_hash` ON `draft_photos` (`hash`);--> statement-breakpoint
CREATE INDEX `draft_photos_look_1` ON `draft_photos` (substr(`look_hash`, 1, 4));--> statement-breakpoint
CREATE INDEX `draft_photos_look_2` ON `draft_photos` (substr(`look_hash`, 5, 4));--> statement-breakpoint
CREATE INDEX `draft_photos_look_3` ON `draft_photos` (substr(`look_hash`, 9, 4));--> statement-breakpoint
CREATE INDEX `draft_photos_look_4` ON `draft_photos` (substr(`look_hash`, 13, 4));

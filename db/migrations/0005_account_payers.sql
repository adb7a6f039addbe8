DROP INDEX `payers_member_id_unique`;--> statement-breakpoint
CREATE INDEX `payers_member` ON `payers` (`member_id`);--> statement-breakpoint
ALTER TABLE `outbox_mails` ADD `unsubscribe_url` text;
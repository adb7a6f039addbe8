DROP INDEX `payouts_reference`;--> statement-breakpoint
ALTER TABLE `payouts` ADD `corrects_id` text;--> statement-breakpoint
ALTER TABLE `payouts` ADD `reason` text;--> statement-breakpoint
ALTER TABLE `payouts` ADD `round` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `payouts_corrects_id_unique` ON `payouts` (`corrects_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `payouts_reference` ON `payouts` (`account_id`,`bank_reference`,`round`) WHERE corrects_id is null;--> statement-breakpoint
CREATE INDEX `charges_collected` ON `charges` (`account_id`,`created_at`,`paid_minor`,`reversed_minor`) WHERE state = 'paid';--> statement-breakpoint
CREATE INDEX `charges_payout` ON `charges` (`account_id`,`payout_due_at`,`payout_minor`,`paid_minor`,`commission_minor`,`reversed_minor`) WHERE state = 'paid' and payout_due_at is not null;
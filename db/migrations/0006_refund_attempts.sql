CREATE TABLE `refund_attempts` (
	`id` text PRIMARY KEY NOT NULL,
	`purchase_id` text NOT NULL,
	`charge_id` text NOT NULL,
	`amount_minor` integer NOT NULL,
	`source` text NOT NULL,
	`reason` text NOT NULL,
	`actor` text NOT NULL,
	`state` text NOT NULL,
	`provider_reference` text,
	`tries` integer NOT NULL,
	`next_try_at` integer,
	`created_at` integer NOT NULL,
	`decided_at` integer,
	FOREIGN KEY (`purchase_id`) REFERENCES `purchases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`charge_id`) REFERENCES `charges`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `refund_attempts_open` ON `refund_attempts` (`purchase_id`) WHERE state = 'asking';--> statement-breakpoint
CREATE INDEX `refund_attempts_due` ON `refund_attempts` (`next_try_at`);--> statement-breakpoint
CREATE INDEX `refund_attempts_purchase` ON `refund_attempts` (`purchase_id`);--> statement-breakpoint
ALTER TABLE `claims` ADD `destination` text DEFAULT 'wallet' NOT NULL;
ALTER TABLE `webhook_endpoints` ADD `seen_receipt` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `webhook_endpoints` ADD `seen_refund` integer DEFAULT 0 NOT NULL;
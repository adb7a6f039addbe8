CREATE TABLE `ad_texts` (
	`ad_id` integer NOT NULL,
	`locale` text NOT NULL,
	`title` text NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`ad_id`, `locale`),
	FOREIGN KEY (`ad_id`) REFERENCES `ads`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `ads` (
	`id` integer PRIMARY KEY NOT NULL,
	`ref` text NOT NULL,
	`sort_key` integer NOT NULL,
	`category_id` integer NOT NULL,
	`advertiser_id` text NOT NULL,
	`place_id` integer NOT NULL,
	`latitude` real NOT NULL,
	`longitude` real NOT NULL,
	`status` text NOT NULL,
	`source_locale` text NOT NULL,
	`price_minor` integer,
	`currency` text NOT NULL,
	`reveal_mode` text NOT NULL,
	`reveal_price_minor` integer NOT NULL,
	`free_from` integer,
	`boost` text,
	`fields` text NOT NULL,
	`has_phone` integer NOT NULL,
	`has_email` integer NOT NULL,
	`phone_verified_at` integer,
	`confirmed_at` integer NOT NULL,
	`photo_count` integer NOT NULL,
	`external_id` text,
	`published_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`category_id`) REFERENCES `categories`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`advertiser_id`) REFERENCES `advertisers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`place_id`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `ads_ref_unique` ON `ads` (`ref`);--> statement-breakpoint
CREATE UNIQUE INDEX `ads_sort_key_unique` ON `ads` (`sort_key`);--> statement-breakpoint
CREATE UNIQUE INDEX `ads_external_id_unique` ON `ads` (`external_id`);--> statement-breakpoint
CREATE INDEX `ads_advertiser` ON `ads` (`advertiser_id`,`sort_key`);--> statement-breakpoint
CREATE INDEX `ads_expiry` ON `ads` (`status`,`expires_at`);--> statement-breakpoint
CREATE TABLE `advertisers` (
	`id` text PRIMARY KEY NOT NULL,
	`handle` text NOT NULL,
	`public_name` text NOT NULL,
	`is_professional` integer NOT NULL,
	`business_id` text,
	`member_id` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `advertisers_handle_unique` ON `advertisers` (`handle`);--> statement-breakpoint
CREATE TABLE `contacts` (
	`ad_id` integer PRIMARY KEY NOT NULL,
	`sealed` blob NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`ad_id`) REFERENCES `ads`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `photos` (
	`id` text PRIMARY KEY NOT NULL,
	`ad_id` integer NOT NULL,
	`position` integer NOT NULL,
	`hash` text NOT NULL,
	`width` integer NOT NULL,
	`height` integer NOT NULL,
	`alt_fr` text NOT NULL,
	`alt_en` text NOT NULL,
	FOREIGN KEY (`ad_id`) REFERENCES `ads`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `photos_position` ON `photos` (`ad_id`,`position`);--> statement-breakpoint
CREATE INDEX `photos_hash` ON `photos` (`hash`);--> statement-breakpoint
CREATE TABLE `categories` (
	`id` integer PRIMARY KEY NOT NULL,
	`parent_id` integer,
	`key` text NOT NULL,
	`slug_fr` text NOT NULL,
	`slug_en` text NOT NULL,
	`label_fr` text NOT NULL,
	`label_en` text NOT NULL,
	`reveal_mode` text NOT NULL,
	`reveal_price_minor` integer NOT NULL,
	`currency` text NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`parent_id`) REFERENCES `categories`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `categories_key_unique` ON `categories` (`key`);--> statement-breakpoint
CREATE TABLE `category_fields` (
	`id` integer PRIMARY KEY NOT NULL,
	`category_id` integer NOT NULL,
	`key` text NOT NULL,
	`type` text NOT NULL,
	`label_fr` text NOT NULL,
	`label_en` text NOT NULL,
	`unit` text,
	`is_required` integer NOT NULL,
	`is_filterable` integer NOT NULL,
	`options` text,
	`position` integer NOT NULL,
	FOREIGN KEY (`category_id`) REFERENCES `categories`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `category_fields_key` ON `category_fields` (`category_id`,`key`);--> statement-breakpoint
CREATE TABLE `ledger_entries` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`transaction_id` integer NOT NULL,
	`account` text NOT NULL,
	`amount_minor` integer NOT NULL,
	`currency` text NOT NULL,
	FOREIGN KEY (`transaction_id`) REFERENCES `ledger_transactions`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `ledger_entries_transaction` ON `ledger_entries` (`transaction_id`);--> statement-breakpoint
CREATE INDEX `ledger_entries_account` ON `ledger_entries` (`account`,`currency`,`amount_minor`);--> statement-breakpoint
CREATE TABLE `ledger_seals` (
	`position` integer PRIMARY KEY NOT NULL,
	`transaction_id` integer NOT NULL,
	`hash` text NOT NULL,
	FOREIGN KEY (`transaction_id`) REFERENCES `ledger_transactions`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `ledger_seals_transaction_id_unique` ON `ledger_seals` (`transaction_id`);--> statement-breakpoint
CREATE TABLE `ledger_transactions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`source_id` text NOT NULL,
	`purchase_id` text,
	`at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `ledger_transactions_source` ON `ledger_transactions` (`kind`,`source_id`);--> statement-breakpoint
CREATE INDEX `ledger_transactions_purchase` ON `ledger_transactions` (`purchase_id`);--> statement-breakpoint
CREATE TABLE `members` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`email_folded` text NOT NULL,
	`password_hash` text NOT NULL,
	`display_name` text NOT NULL,
	`staff_role` text,
	`locale` text NOT NULL,
	`is_disabled` integer NOT NULL,
	`created_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `members_email_folded_unique` ON `members` (`email_folded`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id_hash` text PRIMARY KEY NOT NULL,
	`member_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`seen_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`revoked_at` integer,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `audit_log` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`actor` text NOT NULL,
	`action` text NOT NULL,
	`subject` text NOT NULL,
	`detail` text
) STRICT;
--> statement-breakpoint
CREATE INDEX `audit_log_subject` ON `audit_log` (`subject`);--> statement-breakpoint
CREATE INDEX `audit_log_action` ON `audit_log` (`action`,`at`);--> statement-breakpoint
CREATE TABLE `outbox_mails` (
	`id` text PRIMARY KEY NOT NULL,
	`dedupe_key` text NOT NULL,
	`recipient` text NOT NULL,
	`subject` text NOT NULL,
	`text` text NOT NULL,
	`locale` text NOT NULL,
	`attempts` integer NOT NULL,
	`next_attempt_at` integer,
	`sent_at` integer,
	`error` text,
	`created_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_mails_dedupe_key_unique` ON `outbox_mails` (`dedupe_key`);--> statement-breakpoint
CREATE INDEX `outbox_mails_due` ON `outbox_mails` (`next_attempt_at`);--> statement-breakpoint
CREATE TABLE `settings` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL,
	`updated_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `device_payers` (
	`device_hash` text NOT NULL,
	`payer_id` text NOT NULL,
	`is_own` integer NOT NULL,
	`linked_at` integer NOT NULL,
	PRIMARY KEY(`device_hash`, `payer_id`),
	FOREIGN KEY (`device_hash`) REFERENCES `devices`(`token_hash`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`payer_id`) REFERENCES `payers`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `device_payers_payer` ON `device_payers` (`payer_id`);--> statement-breakpoint
CREATE TABLE `devices` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `payer_emails` (
	`payer_id` text NOT NULL,
	`email` text NOT NULL,
	`email_hash` text NOT NULL,
	`added_at` integer NOT NULL,
	PRIMARY KEY(`payer_id`, `email_hash`),
	FOREIGN KEY (`payer_id`) REFERENCES `payers`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `payer_emails_hash` ON `payer_emails` (`email_hash`);--> statement-breakpoint
CREATE TABLE `payers` (
	`id` text PRIMARY KEY NOT NULL,
	`member_id` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `payers_member_id_unique` ON `payers` (`member_id`);--> statement-breakpoint
CREATE TABLE `wallets` (
	`id` text PRIMARY KEY NOT NULL,
	`payer_id` text NOT NULL,
	`currency` text NOT NULL,
	`balance_minor` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`payer_id`) REFERENCES `payers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "wallets_not_negative" CHECK("wallets"."balance_minor" >= 0)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `wallets_payer` ON `wallets` (`payer_id`,`currency`);--> statement-breakpoint
CREATE TABLE `places` (
	`id` integer PRIMARY KEY NOT NULL,
	`country` text NOT NULL,
	`name` text NOT NULL,
	`name_folded` text NOT NULL,
	`postcode` text NOT NULL,
	`slug` text NOT NULL,
	`region_code` text NOT NULL,
	`region_name` text NOT NULL,
	`area_code` text NOT NULL,
	`area_name` text NOT NULL,
	`latitude` real NOT NULL,
	`longitude` real NOT NULL,
	`population` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `places_slug` ON `places` (`slug`);--> statement-breakpoint
CREATE INDEX `places_name` ON `places` (`name_folded`,`population`);--> statement-breakpoint
CREATE INDEX `places_postcode` ON `places` (`postcode`);--> statement-breakpoint
CREATE INDEX `places_position` ON `places` (`latitude`,`longitude`);--> statement-breakpoint
CREATE TABLE `provider_accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`rail` text NOT NULL,
	`label` text NOT NULL,
	`mode` text NOT NULL,
	`state` text NOT NULL,
	`countries` text NOT NULL,
	`currency` text NOT NULL,
	`min_minor` integer NOT NULL,
	`max_minor` integer NOT NULL,
	`ladder` text,
	`commission_bp` integer NOT NULL,
	`commission_fixed_minor` integer NOT NULL,
	`payout_delay_days` integer NOT NULL,
	`position` integer NOT NULL,
	`settings` blob NOT NULL,
	`created_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `callback_inbox` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`event_id` text NOT NULL,
	`charge_id` text,
	`method` text NOT NULL,
	`url` text NOT NULL,
	`headers` text NOT NULL,
	`body` blob NOT NULL,
	`observation` text,
	`outcome` text NOT NULL,
	`received_at` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `provider_accounts`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `callback_inbox_event` ON `callback_inbox` (`account_id`,`event_id`);--> statement-breakpoint
CREATE INDEX `callback_inbox_charge` ON `callback_inbox` (`charge_id`);--> statement-breakpoint
CREATE TABLE `charges` (
	`id` text PRIMARY KEY NOT NULL,
	`purchase_id` text NOT NULL,
	`quote_id` text,
	`account_id` text NOT NULL,
	`rail` text NOT NULL,
	`state` text NOT NULL,
	`correlator` text NOT NULL,
	`provider_reference` text,
	`payer_code` text,
	`opening` text,
	`currency` text NOT NULL,
	`billed_minor` integer NOT NULL,
	`paid_minor` integer NOT NULL,
	`reversed_minor` integer NOT NULL,
	`commission_minor` integer,
	`payout_minor` integer,
	`is_payout_estimate` integer NOT NULL,
	`payout_due_at` integer,
	`note` text,
	`failure_code` text,
	`alias_hash` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`next_check_at` integer,
	`checks` integer NOT NULL,
	FOREIGN KEY (`purchase_id`) REFERENCES `purchases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`quote_id`) REFERENCES `quotes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `provider_accounts`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `charges_quote_id_unique` ON `charges` (`quote_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `charges_correlator_unique` ON `charges` (`correlator`);--> statement-breakpoint
CREATE UNIQUE INDEX `charges_payer_code_unique` ON `charges` (`payer_code`);--> statement-breakpoint
CREATE UNIQUE INDEX `charges_reference` ON `charges` (`account_id`,`provider_reference`);--> statement-breakpoint
CREATE INDEX `charges_purchase` ON `charges` (`purchase_id`);--> statement-breakpoint
CREATE INDEX `charges_due` ON `charges` (`next_check_at`);--> statement-breakpoint
CREATE TABLE `consent_receipts` (
	`id` text PRIMARY KEY NOT NULL,
	`charge_id` text NOT NULL,
	`purchase_id` text NOT NULL,
	`locale` text NOT NULL,
	`button_text` text NOT NULL,
	`shown_texts` text NOT NULL,
	`waiver_text` text,
	`ad_snapshot` text,
	`address_hash` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`charge_id`) REFERENCES `charges`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`purchase_id`) REFERENCES `purchases`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `consent_receipts_charge_id_unique` ON `consent_receipts` (`charge_id`);--> statement-breakpoint
CREATE TABLE `idempotency_keys` (
	`key_hash` text PRIMARY KEY NOT NULL,
	`body_hash` text NOT NULL,
	`status` integer NOT NULL,
	`answer` text NOT NULL,
	`created_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `purchases` (
	`id` text PRIMARY KEY NOT NULL,
	`client_key` text NOT NULL,
	`kind` text NOT NULL,
	`payer_id` text NOT NULL,
	`ad_id` integer,
	`wallet_id` text,
	`locale` text NOT NULL,
	`country` text NOT NULL,
	`currency` text NOT NULL,
	`price_minor` integer NOT NULL,
	`state` text NOT NULL,
	`note` text,
	`settled_charge_id` text,
	`paid_minor` integer NOT NULL,
	`refunded_minor` integer NOT NULL,
	`reversed_minor` integer NOT NULL,
	`vat_bp` integer NOT NULL,
	`recovery_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`settled_at` integer,
	FOREIGN KEY (`payer_id`) REFERENCES `payers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ad_id`) REFERENCES `ads`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`wallet_id`) REFERENCES `wallets`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "purchases_paid" CHECK("purchases"."paid_minor" >= 0)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `purchases_client_key_unique` ON `purchases` (`client_key`);--> statement-breakpoint
CREATE UNIQUE INDEX `purchases_recovery_hash_unique` ON `purchases` (`recovery_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `purchases_pending` ON `purchases` (`payer_id`,`ad_id`) WHERE state = 'pending' and kind = 'reveal';--> statement-breakpoint
CREATE INDEX `purchases_payer` ON `purchases` (`payer_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `purchases_open` ON `purchases` (`state`,`expires_at`);--> statement-breakpoint
CREATE INDEX `purchases_ad` ON `purchases` (`ad_id`);--> statement-breakpoint
CREATE TABLE `quotes` (
	`id` text PRIMARY KEY NOT NULL,
	`payer_id` text NOT NULL,
	`kind` text NOT NULL,
	`ad_id` integer,
	`account_id` text NOT NULL,
	`country` text NOT NULL,
	`currency` text NOT NULL,
	`price_minor` integer NOT NULL,
	`billed_minor` integer NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`payer_id`) REFERENCES `payers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ad_id`) REFERENCES `ads`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `provider_accounts`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `receipts` (
	`number` integer PRIMARY KEY NOT NULL,
	`purchase_id` text NOT NULL,
	`issued_at` integer NOT NULL,
	FOREIGN KEY (`purchase_id`) REFERENCES `purchases`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `receipts_purchase_id_unique` ON `receipts` (`purchase_id`);--> statement-breakpoint
CREATE TABLE `refunds` (
	`id` text PRIMARY KEY NOT NULL,
	`purchase_id` text NOT NULL,
	`sequence` integer NOT NULL,
	`amount_minor` integer NOT NULL,
	`destination` text NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`purchase_id`) REFERENCES `purchases`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `refunds_sequence` ON `refunds` (`purchase_id`,`sequence`);--> statement-breakpoint
CREATE TABLE `reveals` (
	`id` text PRIMARY KEY NOT NULL,
	`unlock_id` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`unlock_id`) REFERENCES `unlocks`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `reveals_unlock` ON `reveals` (`unlock_id`);--> statement-breakpoint
CREATE TABLE `sms_stops` (
	`alias_hash` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `telco_spend` (
	`alias_hash` text NOT NULL,
	`month` text NOT NULL,
	`currency` text NOT NULL,
	`spent_minor` integer NOT NULL,
	PRIMARY KEY(`alias_hash`, `month`, `currency`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `unlocks` (
	`id` text PRIMARY KEY NOT NULL,
	`payer_id` text NOT NULL,
	`ad_id` integer NOT NULL,
	`purchase_id` text,
	`granted_at` integer NOT NULL,
	`revoked_at` integer,
	FOREIGN KEY (`payer_id`) REFERENCES `payers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ad_id`) REFERENCES `ads`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`purchase_id`) REFERENCES `purchases`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `unlocks_payer_ad` ON `unlocks` (`payer_id`,`ad_id`);--> statement-breakpoint
CREATE INDEX `unlocks_ad` ON `unlocks` (`ad_id`);--> statement-breakpoint
CREATE TABLE `redemptions` (
	`code_hash` text PRIMARY KEY NOT NULL,
	`purchase_id` text,
	`payer_id` text NOT NULL,
	`amount_minor` integer NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`code_hash`) REFERENCES `vouchers`(`code_hash`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`purchase_id`) REFERENCES `purchases`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `voucher_batches` (
	`id` text PRIMARY KEY NOT NULL,
	`label` text NOT NULL,
	`face_minor` integer NOT NULL,
	`currency` text NOT NULL,
	`count` integer NOT NULL,
	`state` text NOT NULL,
	`issued_at` integer NOT NULL,
	`expires_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `vouchers` (
	`code_hash` text PRIMARY KEY NOT NULL,
	`batch_id` text NOT NULL,
	`balance_minor` integer NOT NULL,
	`redeemed_at` integer,
	FOREIGN KEY (`batch_id`) REFERENCES `voucher_batches`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "vouchers_not_negative" CHECK("vouchers"."balance_minor" >= 0)
) STRICT;
--> statement-breakpoint
CREATE INDEX `vouchers_batch` ON `vouchers` (`batch_id`);
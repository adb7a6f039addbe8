CREATE TABLE `claims` (
	`id` text PRIMARY KEY NOT NULL,
	`unlock_id` text NOT NULL,
	`purchase_id` text NOT NULL,
	`ad_id` integer NOT NULL,
	`payer_id` text NOT NULL,
	`reason` text NOT NULL,
	`detail` text,
	`locale` text NOT NULL,
	`state` text NOT NULL,
	`rule` text,
	`answer` text,
	`seller_until` integer,
	`seller_answer` text,
	`decided_by` text,
	`created_at` integer NOT NULL,
	`decided_at` integer,
	FOREIGN KEY (`unlock_id`) REFERENCES `unlocks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`purchase_id`) REFERENCES `purchases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ad_id`) REFERENCES `ads`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`payer_id`) REFERENCES `payers`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `claims_unlock_id_unique` ON `claims` (`unlock_id`);--> statement-breakpoint
CREATE INDEX `claims_state` ON `claims` (`state`,`created_at`);--> statement-breakpoint
CREATE INDEX `claims_ad` ON `claims` (`ad_id`);--> statement-breakpoint
CREATE INDEX `claims_payer` ON `claims` (`payer_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `claims_purchase` ON `claims` (`purchase_id`);--> statement-breakpoint
CREATE TABLE `refund_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`purchase_id` text NOT NULL,
	`amount_minor` integer NOT NULL,
	`destination` text NOT NULL,
	`reason` text NOT NULL,
	`state` text NOT NULL,
	`requested_by` text NOT NULL,
	`decided_by` text,
	`created_at` integer NOT NULL,
	`decided_at` integer,
	FOREIGN KEY (`purchase_id`) REFERENCES `purchases`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `refund_requests_state` ON `refund_requests` (`state`,`created_at`);--> statement-breakpoint
CREATE INDEX `refund_requests_purchase` ON `refund_requests` (`purchase_id`);--> statement-breakpoint
CREATE TABLE `withdrawals` (
	`id` text PRIMARY KEY NOT NULL,
	`ref` text NOT NULL,
	`purchase_id` text NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`locale` text NOT NULL,
	`statement` text NOT NULL,
	`outcome` text NOT NULL,
	`answer` text NOT NULL,
	`confirmed_at` integer NOT NULL,
	FOREIGN KEY (`purchase_id`) REFERENCES `purchases`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `withdrawals_ref_unique` ON `withdrawals` (`ref`);--> statement-breakpoint
CREATE UNIQUE INDEX `withdrawals_purchase` ON `withdrawals` (`purchase_id`);--> statement-breakpoint
CREATE TABLE `backup_codes` (
	`code_hash` text PRIMARY KEY NOT NULL,
	`member_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `backup_codes_member` ON `backup_codes` (`member_id`);--> statement-breakpoint
CREATE TABLE `one_time_tokens` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`purpose` text NOT NULL,
	`subject` text NOT NULL,
	`data` text,
	`attempts` integer NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer
) STRICT;
--> statement-breakpoint
CREATE INDEX `one_time_tokens_subject` ON `one_time_tokens` (`purpose`,`subject`);--> statement-breakpoint
CREATE TABLE `passkeys` (
	`id` text PRIMARY KEY NOT NULL,
	`member_id` text NOT NULL,
	`public_key` blob NOT NULL,
	`counter` integer NOT NULL,
	`transports` text NOT NULL,
	`label` text NOT NULL,
	`created_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `passkeys_member` ON `passkeys` (`member_id`);--> statement-breakpoint
CREATE TABLE `verified_phones` (
	`phone_hash` text PRIMARY KEY NOT NULL,
	`member_id` text NOT NULL,
	`verified_at` integer NOT NULL,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `verified_phones_member` ON `verified_phones` (`member_id`);--> statement-breakpoint
CREATE TABLE `appeals` (
	`id` text PRIMARY KEY NOT NULL,
	`decision_id` text,
	`notice_id` text,
	`by` text NOT NULL,
	`text` text NOT NULL,
	`state` text NOT NULL,
	`answer` text,
	`decided_by` text,
	`created_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`decided_at` integer,
	FOREIGN KEY (`decision_id`) REFERENCES `decisions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`notice_id`) REFERENCES `notices`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `appeals_once` ON `appeals` (`by`,`decision_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `appeals_notice_once` ON `appeals` (`notice_id`);--> statement-breakpoint
CREATE INDEX `appeals_state` ON `appeals` (`state`,`due_at`);--> statement-breakpoint
CREATE TABLE `decisions` (
	`id` text PRIMARY KEY NOT NULL,
	`ad_id` integer NOT NULL,
	`case_id` text,
	`kind` text NOT NULL,
	`status_before` text NOT NULL,
	`ground_key` text,
	`explanation` text NOT NULL,
	`is_automated` integer NOT NULL,
	`staff_id` text,
	`undoes` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`ad_id`) REFERENCES `ads`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`) REFERENCES `moderation_cases`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `decisions_undoes_unique` ON `decisions` (`undoes`);--> statement-breakpoint
CREATE INDEX `decisions_ad` ON `decisions` (`ad_id`,`at`);--> statement-breakpoint
CREATE INDEX `decisions_at` ON `decisions` (`at`);--> statement-breakpoint
CREATE TABLE `moderation_cases` (
	`id` text PRIMARY KEY NOT NULL,
	`ad_id` integer NOT NULL,
	`reason` text NOT NULL,
	`state` text NOT NULL,
	`finds` text NOT NULL,
	`claimed_by` text,
	`claimed_until` integer,
	`created_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`decided_at` integer,
	`open_ad_id` integer,
	FOREIGN KEY (`ad_id`) REFERENCES `ads`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `moderation_cases_open_ad_id_unique` ON `moderation_cases` (`open_ad_id`);--> statement-breakpoint
CREATE INDEX `moderation_cases_state` ON `moderation_cases` (`state`,`due_at`);--> statement-breakpoint
CREATE INDEX `moderation_cases_ad` ON `moderation_cases` (`ad_id`);--> statement-breakpoint
CREATE TABLE `notices` (
	`id` text PRIMARY KEY NOT NULL,
	`ref` text NOT NULL,
	`ad_id` integer NOT NULL,
	`reason_key` text NOT NULL,
	`explanation` text NOT NULL,
	`reporter_name` text,
	`reporter_email` text,
	`is_in_good_faith` integer NOT NULL,
	`locale` text NOT NULL,
	`state` text NOT NULL,
	`decision_id` text,
	`answer` text,
	`created_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`answered_at` integer,
	FOREIGN KEY (`ad_id`) REFERENCES `ads`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decision_id`) REFERENCES `decisions`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `notices_ref_unique` ON `notices` (`ref`);--> statement-breakpoint
CREATE INDEX `notices_state` ON `notices` (`state`,`due_at`);--> statement-breakpoint
CREATE INDEX `notices_ad` ON `notices` (`ad_id`);--> statement-breakpoint
CREATE TABLE `content_texts` (
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`locale` text NOT NULL,
	`title` text,
	`body` text NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text NOT NULL,
	PRIMARY KEY(`kind`, `key`, `locale`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `outbox_texts` (
	`id` text PRIMARY KEY NOT NULL,
	`dedupe_key` text NOT NULL,
	`recipient_sealed` blob NOT NULL,
	`text` text NOT NULL,
	`attempts` integer NOT NULL,
	`next_attempt_at` integer,
	`sent_at` integer,
	`error` text,
	`created_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_texts_dedupe_key_unique` ON `outbox_texts` (`dedupe_key`);--> statement-breakpoint
CREATE INDEX `outbox_texts_due` ON `outbox_texts` (`next_attempt_at`);--> statement-breakpoint
CREATE TABLE `saved_views` (
	`id` text PRIMARY KEY NOT NULL,
	`member_id` text NOT NULL,
	`page` text NOT NULL,
	`label` text NOT NULL,
	`query` text NOT NULL,
	`position` integer NOT NULL,
	`created_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `saved_views_label` ON `saved_views` (`member_id`,`page`,`label`);--> statement-breakpoint
CREATE TABLE `webhook_deliveries` (
	`id` text PRIMARY KEY NOT NULL,
	`endpoint_id` text NOT NULL,
	`event_id` text NOT NULL,
	`event_type` text NOT NULL,
	`payload` text NOT NULL,
	`attempts` integer NOT NULL,
	`next_attempt_at` integer,
	`delivered_at` integer,
	`last_answer` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`endpoint_id`) REFERENCES `webhook_endpoints`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `webhook_deliveries_event` ON `webhook_deliveries` (`endpoint_id`,`event_id`);--> statement-breakpoint
CREATE INDEX `webhook_deliveries_due` ON `webhook_deliveries` (`next_attempt_at`);--> statement-breakpoint
CREATE TABLE `webhook_endpoints` (
	`id` text PRIMARY KEY NOT NULL,
	`label` text NOT NULL,
	`url` text NOT NULL,
	`secret_sealed` blob NOT NULL,
	`state` text NOT NULL,
	`created_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `ad_boosts` (
	`id` text PRIMARY KEY NOT NULL,
	`ad_id` integer NOT NULL,
	`kind` text NOT NULL,
	`purchase_id` text,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	FOREIGN KEY (`ad_id`) REFERENCES `ads`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `ad_boosts_purchase_id_unique` ON `ad_boosts` (`purchase_id`);--> statement-breakpoint
CREATE INDEX `ad_boosts_ad` ON `ad_boosts` (`ad_id`);--> statement-breakpoint
CREATE INDEX `ad_boosts_end` ON `ad_boosts` (`ends_at`);--> statement-breakpoint
CREATE TABLE `ad_days` (
	`ad_id` integer NOT NULL,
	`day` text NOT NULL,
	`views` integer NOT NULL,
	`unlocks` integer NOT NULL,
	PRIMARY KEY(`ad_id`, `day`),
	FOREIGN KEY (`ad_id`) REFERENCES `ads`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `ad_drafts` (
	`id` text PRIMARY KEY NOT NULL,
	`member_id` text,
	`ad_id` integer,
	`category_id` integer,
	`locale` text NOT NULL,
	`details` text NOT NULL,
	`contact_sealed` blob,
	`email_verified_at` integer,
	`phone_verified_at` integer,
	`sale_consent_text` text,
	`sale_consent_at` integer,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`submitted_at` integer,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ad_id`) REFERENCES `ads`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`category_id`) REFERENCES `categories`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `ad_drafts_member` ON `ad_drafts` (`member_id`);--> statement-breakpoint
CREATE INDEX `ad_drafts_expiry` ON `ad_drafts` (`expires_at`);--> statement-breakpoint
CREATE TABLE `draft_photos` (
	`id` text PRIMARY KEY NOT NULL,
	`draft_id` text NOT NULL,
	`position` integer NOT NULL,
	`hash` text NOT NULL,
	`look_hash` text NOT NULL,
	`width` integer NOT NULL,
	`height` integer NOT NULL,
	`alt` text NOT NULL,
	`finds` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`draft_id`) REFERENCES `ad_drafts`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `draft_photos_position` ON `draft_photos` (`draft_id`,`position`);--> statement-breakpoint
CREATE TABLE `price_rules` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`category_id` integer,
	`country` text,
	`rail` text,
	`price_minor` integer NOT NULL,
	`currency` text NOT NULL,
	`valid_from` integer NOT NULL,
	`valid_until` integer,
	`applied_at` integer,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	FOREIGN KEY (`category_id`) REFERENCES `categories`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `price_rules_kind` ON `price_rules` (`kind`,`valid_from`);--> statement-breakpoint
CREATE TABLE `sale_consents` (
	`id` text PRIMARY KEY NOT NULL,
	`ad_id` integer NOT NULL,
	`member_id` text NOT NULL,
	`text` text NOT NULL,
	`locale` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`ad_id`) REFERENCES `ads`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `sale_consents_ad` ON `sale_consents` (`ad_id`);--> statement-breakpoint
CREATE TABLE `column_mappings` (
	`account_id` text PRIMARY KEY NOT NULL,
	`mapping` text NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `provider_accounts`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `commission_terms` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`commission_bp` integer NOT NULL,
	`fixed_minor` integer NOT NULL,
	`payout_delay_days` integer NOT NULL,
	`valid_from` integer NOT NULL,
	`valid_until` integer,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `provider_accounts`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `commission_terms_account` ON `commission_terms` (`account_id`,`valid_from`);--> statement-breakpoint
CREATE TABLE `month_closings` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`month` text NOT NULL,
	`totals` text NOT NULL,
	`closed_at` integer NOT NULL,
	`closed_by` text NOT NULL,
	`reopened_at` integer,
	`reopened_by` text,
	`reopen_reason` text,
	FOREIGN KEY (`account_id`) REFERENCES `provider_accounts`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `month_closings_month` ON `month_closings` (`account_id`,`month`);--> statement-breakpoint
CREATE TABLE `payouts` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`month` text NOT NULL,
	`amount_minor` integer NOT NULL,
	`currency` text NOT NULL,
	`bank_reference` text NOT NULL,
	`received_at` integer NOT NULL,
	`recorded_at` integer NOT NULL,
	`recorded_by` text NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `provider_accounts`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `payouts_reference` ON `payouts` (`account_id`,`bank_reference`);--> statement-breakpoint
CREATE TABLE `provider_calls` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`charge_id` text,
	`request` text NOT NULL,
	`status` integer,
	`answer` text,
	`failure` text,
	`took_ms` integer NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `provider_accounts`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `provider_calls_account` ON `provider_calls` (`account_id`,`at`);--> statement-breakpoint
CREATE INDEX `provider_calls_charge` ON `provider_calls` (`charge_id`);--> statement-breakpoint
CREATE TABLE `saved_instruments` (
	`id` text PRIMARY KEY NOT NULL,
	`payer_id` text NOT NULL,
	`account_id` text NOT NULL,
	`reference_sealed` blob NOT NULL,
	`label` text NOT NULL,
	`expires_at` integer,
	`created_at` integer NOT NULL,
	`revoked_at` integer,
	FOREIGN KEY (`account_id`) REFERENCES `provider_accounts`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `saved_instruments_payer` ON `saved_instruments` (`payer_id`);--> statement-breakpoint
CREATE TABLE `statement_lines` (
	`id` text PRIMARY KEY NOT NULL,
	`statement_id` text NOT NULL,
	`line_number` integer NOT NULL,
	`kind` text NOT NULL,
	`reference` text NOT NULL,
	`occurred_at` integer,
	`gross_minor` integer NOT NULL,
	`commission_minor` integer NOT NULL,
	`net_minor` integer NOT NULL,
	`charge_id` text,
	`variance` text,
	`explanation` text,
	FOREIGN KEY (`statement_id`) REFERENCES `statements`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `statement_lines_number` ON `statement_lines` (`statement_id`,`line_number`);--> statement-breakpoint
CREATE INDEX `statement_lines_charge` ON `statement_lines` (`charge_id`);--> statement-breakpoint
CREATE INDEX `statement_lines_reference` ON `statement_lines` (`reference`);--> statement-breakpoint
CREATE TABLE `statements` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`month` text NOT NULL,
	`file_name` text NOT NULL,
	`file_hash` text NOT NULL,
	`currency` text NOT NULL,
	`imported_at` integer NOT NULL,
	`imported_by` text NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `provider_accounts`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `statements_file` ON `statements` (`account_id`,`file_hash`);--> statement-breakpoint
CREATE TABLE `resellers` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text,
	`commission_bp` integer NOT NULL,
	`is_active` integer NOT NULL,
	`created_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
DROP INDEX `purchases_pending`;--> statement-breakpoint
CREATE UNIQUE INDEX `purchases_pending` ON `purchases` (`payer_id`,`ad_id`,`kind`) WHERE state = 'pending' and kind <> 'top_up';--> statement-breakpoint
ALTER TABLE `ads` ADD `boost_until` integer;--> statement-breakpoint
ALTER TABLE `ads` ADD `post_purchase_id` text;--> statement-breakpoint
ALTER TABLE `ads` ADD `contact_doubted_at` integer;--> statement-breakpoint
ALTER TABLE `ads` ADD `confirmation_asked_at` integer;--> statement-breakpoint
ALTER TABLE `ads` ADD `expiry_warned_at` integer;--> statement-breakpoint
ALTER TABLE `ads` ADD `sponsored_until` integer;--> statement-breakpoint
ALTER TABLE `ads` ADD `sold_at` integer;--> statement-breakpoint
CREATE INDEX `ads_boost` ON `ads` (`boost_until`);--> statement-breakpoint
ALTER TABLE `photos` ADD `look_hash` text;--> statement-breakpoint
CREATE INDEX `photos_look` ON `photos` (`look_hash`);--> statement-breakpoint
ALTER TABLE `categories` ADD `is_active` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `categories` ADD `legal_kind` text DEFAULT 'general' NOT NULL;--> statement-breakpoint
ALTER TABLE `categories` ADD `paid_days` integer;--> statement-breakpoint
ALTER TABLE `categories` ADD `post_price_minor` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `categories` ADD `free_quota` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `categories` ADD `free_until` integer;--> statement-breakpoint
ALTER TABLE `categories` ADD `ad_days` integer DEFAULT 60 NOT NULL;--> statement-breakpoint
ALTER TABLE `category_fields` ADD `is_active` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `category_fields` ADD `required_when` text;--> statement-breakpoint
ALTER TABLE `category_fields` ADD `shown_when` text;--> statement-breakpoint
ALTER TABLE `category_fields` ADD `help_fr` text;--> statement-breakpoint
ALTER TABLE `category_fields` ADD `help_en` text;--> statement-breakpoint
ALTER TABLE `members` ADD `email_verified_at` integer;--> statement-breakpoint
ALTER TABLE `members` ADD `totp_sealed` blob;--> statement-breakpoint
ALTER TABLE `members` ADD `totp_confirmed_at` integer;--> statement-breakpoint
ALTER TABLE `members` ADD `totp_last_step` integer;--> statement-breakpoint
ALTER TABLE `members` ADD `erased_at` integer;--> statement-breakpoint
ALTER TABLE `sessions` ADD `second_factor_at` integer;--> statement-breakpoint
ALTER TABLE `sessions` ADD `reauthenticated_at` integer;--> statement-breakpoint
ALTER TABLE `sessions` ADD `device` text;--> statement-breakpoint
ALTER TABLE `outbox_mails` ADD `leased_until` integer;--> statement-breakpoint
ALTER TABLE `outbox_mails` ADD `html` text;--> statement-breakpoint
ALTER TABLE `provider_accounts` ADD `devices` text;--> statement-breakpoint
ALTER TABLE `provider_accounts` ADD `monthly_cap_minor` integer;--> statement-breakpoint
ALTER TABLE `provider_accounts` ADD `failures` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `provider_accounts` ADD `rests_until` integer;--> statement-breakpoint
ALTER TABLE `provider_accounts` ADD `last_success_at` integer;--> statement-breakpoint
ALTER TABLE `provider_accounts` ADD `last_failure_at` integer;--> statement-breakpoint
ALTER TABLE `provider_accounts` ADD `tested_at` integer;--> statement-breakpoint
ALTER TABLE `provider_accounts` ADD `closed_at` integer;--> statement-breakpoint
ALTER TABLE `charges` ADD `vat_minor` integer;--> statement-breakpoint
ALTER TABLE `charges` ADD `estimated_commission_minor` integer;--> statement-breakpoint
ALTER TABLE `charges` ADD `instrument_id` text;--> statement-breakpoint
ALTER TABLE `voucher_batches` ADD `reseller_id` text;--> statement-breakpoint
ALTER TABLE `voucher_batches` ADD `issued_by` text;--> statement-breakpoint
ALTER TABLE `voucher_batches` ADD `revoked_at` integer;
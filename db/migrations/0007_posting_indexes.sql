CREATE INDEX `advertisers_member` ON `advertisers` (`member_id`);--> statement-breakpoint
CREATE INDEX `ad_drafts_ad` ON `ad_drafts` (`ad_id`);
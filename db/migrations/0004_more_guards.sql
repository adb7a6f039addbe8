CREATE TRIGGER `decisions_no_update` BEFORE UPDATE ON `decisions` BEGIN SELECT RAISE(ABORT, 'decisions is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `decisions_no_delete` BEFORE DELETE ON `decisions` BEGIN SELECT RAISE(ABORT, 'decisions is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `sale_consents_no_update` BEFORE UPDATE ON `sale_consents` BEGIN SELECT RAISE(ABORT, 'sale_consents is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `sale_consents_no_delete` BEFORE DELETE ON `sale_consents` BEGIN SELECT RAISE(ABORT, 'sale_consents is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `withdrawals_no_update` BEFORE UPDATE ON `withdrawals` BEGIN SELECT RAISE(ABORT, 'withdrawals is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `withdrawals_no_delete` BEFORE DELETE ON `withdrawals` BEGIN SELECT RAISE(ABORT, 'withdrawals is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `payouts_no_update` BEFORE UPDATE ON `payouts` BEGIN SELECT RAISE(ABORT, 'payouts is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `payouts_no_delete` BEFORE DELETE ON `payouts` BEGIN SELECT RAISE(ABORT, 'payouts is append-only'); END;

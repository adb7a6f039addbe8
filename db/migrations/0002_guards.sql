CREATE TRIGGER `ledger_transactions_no_update` BEFORE UPDATE ON `ledger_transactions` BEGIN SELECT RAISE(ABORT, 'ledger_transactions is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `ledger_transactions_no_delete` BEFORE DELETE ON `ledger_transactions` BEGIN SELECT RAISE(ABORT, 'ledger_transactions is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `ledger_entries_no_update` BEFORE UPDATE ON `ledger_entries` BEGIN SELECT RAISE(ABORT, 'ledger_entries is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `ledger_entries_no_delete` BEFORE DELETE ON `ledger_entries` BEGIN SELECT RAISE(ABORT, 'ledger_entries is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `ledger_seals_no_update` BEFORE UPDATE ON `ledger_seals` BEGIN SELECT RAISE(ABORT, 'ledger_seals is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `ledger_seals_no_delete` BEFORE DELETE ON `ledger_seals` BEGIN SELECT RAISE(ABORT, 'ledger_seals is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `audit_log_no_update` BEFORE UPDATE ON `audit_log` BEGIN SELECT RAISE(ABORT, 'audit_log is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `audit_log_no_delete` BEFORE DELETE ON `audit_log` BEGIN SELECT RAISE(ABORT, 'audit_log is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `callback_inbox_no_update` BEFORE UPDATE ON `callback_inbox` BEGIN SELECT RAISE(ABORT, 'callback_inbox is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `callback_inbox_no_delete` BEFORE DELETE ON `callback_inbox` BEGIN SELECT RAISE(ABORT, 'callback_inbox is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `consent_receipts_no_update` BEFORE UPDATE ON `consent_receipts` BEGIN SELECT RAISE(ABORT, 'consent_receipts is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `consent_receipts_no_delete` BEFORE DELETE ON `consent_receipts` BEGIN SELECT RAISE(ABORT, 'consent_receipts is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `receipts_no_update` BEFORE UPDATE ON `receipts` BEGIN SELECT RAISE(ABORT, 'receipts is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `receipts_no_delete` BEFORE DELETE ON `receipts` BEGIN SELECT RAISE(ABORT, 'receipts is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `redemptions_no_update` BEFORE UPDATE ON `redemptions` BEGIN SELECT RAISE(ABORT, 'redemptions is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `redemptions_no_delete` BEFORE DELETE ON `redemptions` BEGIN SELECT RAISE(ABORT, 'redemptions is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `refunds_no_update` BEFORE UPDATE ON `refunds` BEGIN SELECT RAISE(ABORT, 'refunds is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `refunds_no_delete` BEFORE DELETE ON `refunds` BEGIN SELECT RAISE(ABORT, 'refunds is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `reveals_no_update` BEFORE UPDATE ON `reveals` BEGIN SELECT RAISE(ABORT, 'reveals is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `reveals_no_delete` BEFORE DELETE ON `reveals` BEGIN SELECT RAISE(ABORT, 'reveals is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `quotes_no_update` BEFORE UPDATE ON `quotes` BEGIN SELECT RAISE(ABORT, 'quotes is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `quotes_no_delete` BEFORE DELETE ON `quotes` BEGIN SELECT RAISE(ABORT, 'quotes is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `charges_never_change_price` BEFORE UPDATE OF billed_minor, currency, purchase_id, account_id, correlator ON `charges`
WHEN new.billed_minor <> old.billed_minor OR new.currency <> old.currency OR new.purchase_id <> old.purchase_id OR new.account_id <> old.account_id OR new.correlator <> old.correlator
BEGIN SELECT RAISE(ABORT, 'a charge keeps its price, purchase and account'); END;
--> statement-breakpoint
CREATE TRIGGER `purchases_give_back_no_more_than_paid` BEFORE UPDATE ON `purchases`
WHEN new.refunded_minor + new.reversed_minor > new.paid_minor
BEGIN SELECT RAISE(ABORT, 'more given back than paid'); END;

-- Looking after accounts, reviews of rights, and verifications of the journal that are kept.
ALTER TABLE "accounts" ADD COLUMN "blocked_at" TEXT NULL;
ALTER TABLE "accounts" ADD COLUMN "last_signed_in_at" TEXT NULL;
ALTER TABLE "personal_tokens" ADD COLUMN "last_used_at" TEXT NULL;

CREATE TABLE "account_decisions" (
  "id" TEXT NOT NULL CONSTRAINT "pk_account_decisions" PRIMARY KEY,
  "person" TEXT NOT NULL,
  "measure" TEXT NOT NULL,
  "reason" TEXT NOT NULL,
  "at" TEXT NOT NULL,
  "by" TEXT NULL,
  "version" INTEGER NOT NULL
);

CREATE INDEX "ix_account_decisions_person" ON "account_decisions" ("person");

CREATE TABLE "access_reviews" (
  "id" TEXT NOT NULL CONSTRAINT "pk_access_reviews" PRIMARY KEY,
  "started_at" TEXT NOT NULL,
  "started_by" TEXT NOT NULL,
  "signed_at" TEXT NULL,
  "signed_by" TEXT NULL,
  "signed_name" TEXT NOT NULL,
  "next_on" TEXT NULL,
  "version" INTEGER NOT NULL
);

CREATE TABLE "access_review_rows" (
  "access_review_id" TEXT NOT NULL,
  "number" INTEGER NOT NULL,
  "kind" TEXT NOT NULL,
  "person" TEXT NOT NULL,
  "token" TEXT NULL,
  "scopes" TEXT NOT NULL,
  "last_used_at" TEXT NULL,
  "facilitates" INTEGER NOT NULL,
  "represents" INTEGER NOT NULL,
  "holds_office" INTEGER NOT NULL,
  "observes" INTEGER NOT NULL,
  "verdict" TEXT NULL,
  "reason" TEXT NOT NULL,
  CONSTRAINT "pk_access_review_rows" PRIMARY KEY ("access_review_id", "number"),
  CONSTRAINT "fk_access_review_rows_access_reviews_access_review_id" FOREIGN KEY ("access_review_id") REFERENCES "access_reviews" ("id") ON DELETE CASCADE
);

CREATE TABLE "journal_checks" (
  "id" TEXT NOT NULL CONSTRAINT "pk_journal_checks" PRIMARY KEY,
  "started_at" TEXT NOT NULL,
  "started_by" TEXT NULL,
  "total" INTEGER NOT NULL,
  "done" INTEGER NOT NULL,
  "seen_at" TEXT NOT NULL,
  "ended_at" TEXT NULL,
  "state" TEXT NOT NULL,
  "broken" TEXT NOT NULL
);

CREATE INDEX "ix_journal_checks_started_at" ON "journal_checks" ("started_at");

-- Seats from a day until a day; who leads beside the facilitator; words that were other before; who may know; how often to look again; the archive.
ALTER TABLE "parties" ADD COLUMN "seat_terms" TEXT NOT NULL DEFAULT '[]';
ALTER TABLE "parties" ADD COLUMN "is_shown" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "memberships" ADD COLUMN "leads_since" TEXT NULL;

ALTER TABLE "collaborations" ADD COLUMN "wordings" TEXT NOT NULL DEFAULT '[]';
ALTER TABLE "collaborations" ADD COLUMN "is_shown" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "collaborations" ADD COLUMN "review_rhythm" TEXT NOT NULL DEFAULT 'None';
ALTER TABLE "collaborations" ADD COLUMN "archived_at" TEXT NULL;
ALTER TABLE "collaborations" ADD COLUMN "archivings" TEXT NOT NULL DEFAULT '[]';

ALTER TABLE "journal_chains" ADD COLUMN "closed_at" TEXT NULL;

CREATE TABLE "shown_seats" (
  "party" TEXT NOT NULL CONSTRAINT "pk_shown_seats" PRIMARY KEY,
  "collaboration" TEXT NOT NULL,
  "organisation" TEXT NOT NULL,
  "challenge" TEXT NOT NULL,
  "region" TEXT NOT NULL
);

CREATE INDEX "ix_shown_seats_collaboration" ON "shown_seats" ("collaboration");
CREATE INDEX "ix_shown_seats_organisation" ON "shown_seats" ("organisation");

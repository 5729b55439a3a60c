-- Towards one text: several candidates, critique, an order per party, precision, a shared dream, and whether the table still fits.
ALTER TABLE "framing_rounds" ADD COLUMN "format" TEXT NOT NULL DEFAULT 'WriteFirst';
ALTER TABLE "framing_rounds" ADD COLUMN "met_at" TEXT NULL;
ALTER TABLE "framing_rounds" ADD COLUMN "met_by" TEXT NULL;
ALTER TABLE "framing_rounds" ADD COLUMN "dreams" TEXT NOT NULL DEFAULT '[]';
ALTER TABLE "formulations" ADD COLUMN "degree" TEXT NULL;
ALTER TABLE "consents" ADD COLUMN "degree" TEXT NULL;
ALTER TABLE "candidate_texts" ADD COLUMN "number" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "candidate_texts" ADD COLUMN "name" TEXT NOT NULL DEFAULT '';
ALTER TABLE "candidate_texts" ADD COLUMN "started_by" TEXT NULL;
ALTER TABLE "candidate_texts" ADD COLUMN "copy_of" TEXT NULL;
ALTER TABLE "candidate_texts" ADD COLUMN "on_points_of" TEXT NULL;
ALTER TABLE "candidate_texts" ADD COLUMN "critique_opened_at" TEXT NULL;
ALTER TABLE "candidate_texts" ADD COLUMN "judgements" TEXT NOT NULL DEFAULT '[]';
ALTER TABLE "text_versions" ADD COLUMN "candidate" TEXT NULL CONSTRAINT "fk_text_versions_candidate_texts_candidate" REFERENCES "candidate_texts" ("id") ON DELETE RESTRICT;
ALTER TABLE "text_versions" ADD COLUMN "advised" TEXT NOT NULL DEFAULT '[]';
ALTER TABLE "text_versions" ADD COLUMN "choice_reason" TEXT NOT NULL DEFAULT '';
ALTER TABLE "text_versions" ADD COLUMN "table_fits" TEXT NOT NULL DEFAULT '[]';

UPDATE "text_versions" SET "candidate" = (SELECT "id" FROM "candidate_texts" WHERE "candidate_texts"."round" = "text_versions"."round");

CREATE TABLE "critiques" (
  "id" TEXT NOT NULL CONSTRAINT "pk_critiques" PRIMARY KEY,
  "collaboration" TEXT NOT NULL,
  "round" TEXT NOT NULL,
  "candidate" TEXT NOT NULL,
  "party" TEXT NOT NULL,
  "works" TEXT NOT NULL,
  "lacks" TEXT NOT NULL,
  "harms" TEXT NOT NULL,
  "proposals" TEXT NOT NULL,
  "answers" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  CONSTRAINT "fk_critiques_framing_rounds_round" FOREIGN KEY ("round") REFERENCES "framing_rounds" ("id") ON DELETE RESTRICT,
  CONSTRAINT "fk_critiques_candidate_texts_candidate" FOREIGN KEY ("candidate") REFERENCES "candidate_texts" ("id") ON DELETE RESTRICT
);

CREATE TABLE "candidate_rankings" (
  "id" TEXT NOT NULL CONSTRAINT "pk_candidate_rankings" PRIMARY KEY,
  "collaboration" TEXT NOT NULL,
  "round" TEXT NOT NULL,
  "party" TEXT NOT NULL,
  "places" TEXT NOT NULL,
  "at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  CONSTRAINT "fk_candidate_rankings_framing_rounds_round" FOREIGN KEY ("round") REFERENCES "framing_rounds" ("id") ON DELETE RESTRICT
);

DROP INDEX "ix_candidate_texts_round";
CREATE UNIQUE INDEX "ix_candidate_texts_round_number" ON "candidate_texts" ("round", "number");
CREATE INDEX "ix_text_versions_candidate" ON "text_versions" ("candidate");
CREATE UNIQUE INDEX "ix_critiques_candidate_party" ON "critiques" ("candidate", "party");
CREATE INDEX "ix_critiques_round" ON "critiques" ("round");
CREATE UNIQUE INDEX "ix_candidate_rankings_round_party" ON "candidate_rankings" ("round", "party");

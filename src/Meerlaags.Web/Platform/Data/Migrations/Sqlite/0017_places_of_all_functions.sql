ALTER TABLE "access_review_rows" ADD COLUMN "keeps_going" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "access_review_rows" ADD COLUMN "mediates" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "access_review_rows" ADD COLUMN "leads" INTEGER NOT NULL DEFAULT 0;

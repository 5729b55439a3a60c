-- What people find of points: the same or not, by whom; names for points that are the same; differences in the words of people.
CREATE TABLE "same_points_next" (
  "id" TEXT NOT NULL CONSTRAINT "pk_same_points" PRIMARY KEY,
  "collaboration" TEXT NOT NULL,
  "round" TEXT NOT NULL,
  "first" TEXT NOT NULL,
  "second" TEXT NOT NULL,
  "finding" TEXT NOT NULL,
  "by" TEXT NOT NULL,
  "party" TEXT NULL,
  "at" TEXT NOT NULL,
  "undone_at" TEXT NULL,
  "version" INTEGER NOT NULL,
  CONSTRAINT "fk_same_points_framing_rounds_round" FOREIGN KEY ("round") REFERENCES "framing_rounds" ("id") ON DELETE RESTRICT
);

INSERT INTO "same_points_next" ("id", "collaboration", "round", "first", "second", "finding", "by", "party", "at", "undone_at", "version")
SELECT "id", "collaboration", "round", "first", "second", 'Same', "by", NULL, "at", "undone_at", "version" FROM "same_points";

DROP TABLE "same_points";
ALTER TABLE "same_points_next" RENAME TO "same_points";
CREATE INDEX "ix_same_points_round" ON "same_points" ("round");

ALTER TABLE "framing_rounds" ADD COLUMN "point_names" TEXT NOT NULL DEFAULT '[]';

CREATE TABLE "noted_differences" (
  "id" TEXT NOT NULL CONSTRAINT "pk_noted_differences" PRIMARY KEY,
  "collaboration" TEXT NOT NULL,
  "round" TEXT NOT NULL,
  "aspect" TEXT NOT NULL,
  "verdict" TEXT NOT NULL,
  "finding" TEXT NULL,
  "about" TEXT NOT NULL,
  "words" TEXT NOT NULL,
  "sides" TEXT NOT NULL,
  "by" TEXT NOT NULL,
  "party" TEXT NULL,
  "at" TEXT NOT NULL,
  "withdrawn_at" TEXT NULL,
  "version" INTEGER NOT NULL,
  CONSTRAINT "fk_noted_differences_framing_rounds_round" FOREIGN KEY ("round") REFERENCES "framing_rounds" ("id") ON DELETE RESTRICT
);

CREATE INDEX "ix_noted_differences_round" ON "noted_differences" ("round");

CREATE TABLE "search_entries" (
  "id" INTEGER NOT NULL CONSTRAINT "pk_search_entries" PRIMARY KEY AUTOINCREMENT,
  "source" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "collaboration" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "text" TEXT NOT NULL,
  "round" TEXT NULL,
  "party" TEXT NULL,
  "number" INTEGER NULL,
  "at" TEXT NULL,
  "words" INTEGER NOT NULL
);

CREATE TABLE "search_filled" (
  "words" INTEGER NOT NULL CONSTRAINT "pk_search_filled" PRIMARY KEY,
  "at" TEXT NOT NULL
);

CREATE UNIQUE INDEX "ix_search_entries_source" ON "search_entries" ("source");

-- The words come made from the program; only where they stand is kept, not what they stand in.
CREATE VIRTUAL TABLE "search_index" USING fts5(words, content='', contentless_delete=1, detail=none, prefix='3 4', tokenize="ascii tokenchars '_'");

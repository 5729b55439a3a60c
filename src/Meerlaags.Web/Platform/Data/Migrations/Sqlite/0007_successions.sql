-- Organisations that go over into others on a day, and who goes on at the seat of a party whose organisation ended.
CREATE TABLE "successions" (
  "id" TEXT NOT NULL CONSTRAINT "pk_successions" PRIMARY KEY,
  "on" TEXT NOT NULL,
  "source" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  "recorded_at" TEXT NOT NULL,
  "recorded_by" TEXT NULL,
  "taken_back" TEXT NULL,
  "version" INTEGER NOT NULL
);

CREATE TABLE "succession_predecessors" (
  "succession_id" TEXT NOT NULL,
  "organisation" TEXT NOT NULL,
  CONSTRAINT "pk_succession_predecessors" PRIMARY KEY ("succession_id", "organisation"),
  CONSTRAINT "fk_succession_predecessors_successions_succession_id" FOREIGN KEY ("succession_id") REFERENCES "successions" ("id") ON DELETE CASCADE
);

CREATE TABLE "succession_successors" (
  "succession_id" TEXT NOT NULL,
  "organisation" TEXT NOT NULL,
  CONSTRAINT "pk_succession_successors" PRIMARY KEY ("succession_id", "organisation"),
  CONSTRAINT "fk_succession_successors_successions_succession_id" FOREIGN KEY ("succession_id") REFERENCES "successions" ("id") ON DELETE CASCADE
);

CREATE INDEX "ix_succession_predecessors_organisation" ON "succession_predecessors" ("organisation");
CREATE INDEX "ix_succession_successors_organisation" ON "succession_successors" ("organisation");

ALTER TABLE "parties" ADD COLUMN "heir_organisation" TEXT NULL;
ALTER TABLE "parties" ADD COLUMN "heir_name" TEXT NULL;

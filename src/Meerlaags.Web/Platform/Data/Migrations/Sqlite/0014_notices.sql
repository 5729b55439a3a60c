-- Of what people are told, person by person, and when they read it.
CREATE TABLE "notices" (
  "person" TEXT NOT NULL,
  "collaboration" TEXT NOT NULL,
  "number" INTEGER NOT NULL,
  "id" TEXT NOT NULL,
  "at" TEXT NOT NULL,
  "more" INTEGER NOT NULL,
  "read_at" TEXT NULL,
  CONSTRAINT "pk_notices" PRIMARY KEY ("person", "collaboration", "number")
);

CREATE INDEX "ix_notices_person_at" ON "notices" ("person", "at");
CREATE INDEX "ix_notices_person_collaboration" ON "notices" ("person", "collaboration") WHERE read_at IS NULL;
CREATE UNIQUE INDEX "ix_notices_id" ON "notices" ("id");

-- Regions as sets of organisations, valid in time; where a municipality lies.
ALTER TABLE "organisations" ADD COLUMN "longitude" REAL NULL;
ALTER TABLE "organisations" ADD COLUMN "latitude" REAL NULL;

CREATE TABLE "regions" (
  "id" TEXT NOT NULL CONSTRAINT "pk_regions" PRIMARY KEY,
  "kind" TEXT NOT NULL,
  "code" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "tooi_id" TEXT NOT NULL,
  "source" TEXT NOT NULL,
  "verified" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  "ends_on" TEXT NULL,
  "version" INTEGER NOT NULL
);

CREATE TABLE "region_members" (
  "region_id" TEXT NOT NULL,
  "organisation" TEXT NOT NULL,
  "time" INTEGER NOT NULL,
  "from" TEXT NULL,
  "until" TEXT NULL,
  "verified" TEXT NOT NULL,
  CONSTRAINT "pk_region_members" PRIMARY KEY ("region_id", "organisation", "time"),
  CONSTRAINT "fk_region_members_regions_region_id" FOREIGN KEY ("region_id") REFERENCES "regions" ("id") ON DELETE CASCADE
);

CREATE UNIQUE INDEX "ix_regions_code" ON "regions" ("code");
CREATE INDEX "ix_region_members_organisation" ON "region_members" ("organisation");

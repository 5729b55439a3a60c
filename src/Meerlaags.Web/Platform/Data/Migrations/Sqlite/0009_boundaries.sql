-- Boundaries for the map, as files gave them.
CREATE TABLE "boundary_sets" (
  "id" TEXT NOT NULL CONSTRAINT "pk_boundary_sets" PRIMARY KEY,
  "layer" TEXT NOT NULL,
  "valid_on" TEXT NOT NULL,
  "attribution" TEXT NOT NULL,
  "licence" TEXT NOT NULL,
  "file_name" TEXT NOT NULL,
  "file_hash" TEXT NOT NULL,
  "count" INTEGER NOT NULL,
  "imported_at" TEXT NOT NULL,
  "imported_by" TEXT NOT NULL,
  "taken_back" TEXT NULL,
  "version" INTEGER NOT NULL
);

CREATE TABLE "boundaries" (
  "set_id" TEXT NOT NULL,
  "code" TEXT NOT NULL,
  "path" TEXT NOT NULL,
  CONSTRAINT "pk_boundaries" PRIMARY KEY ("set_id", "code"),
  CONSTRAINT "fk_boundaries_boundary_sets_set_id" FOREIGN KEY ("set_id") REFERENCES "boundary_sets" ("id") ON DELETE CASCADE
);

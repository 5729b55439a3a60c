-- A newer register as a dated difference that an administrator takes over or not.
CREATE TABLE "register_refreshes" (
  "id" TEXT NOT NULL CONSTRAINT "pk_register_refreshes" PRIMARY KEY,
  "on" TEXT NOT NULL,
  "source" TEXT NOT NULL,
  "proposed_at" TEXT NOT NULL,
  "proposed_by" TEXT NOT NULL,
  "not_mentioned" INTEGER NOT NULL,
  "decision_approved" INTEGER NULL,
  "decision_at" TEXT NULL,
  "decision_by" TEXT NULL,
  "decision_reason" TEXT NULL,
  "version" INTEGER NOT NULL
);

CREATE TABLE "register_files" (
  "register_refresh_id" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "hash" TEXT NOT NULL,
  "text" TEXT NOT NULL,
  CONSTRAINT "pk_register_files" PRIMARY KEY ("register_refresh_id", "name"),
  CONSTRAINT "fk_register_files_register_refreshes_register_refresh_id" FOREIGN KEY ("register_refresh_id") REFERENCES "register_refreshes" ("id") ON DELETE CASCADE
);

CREATE TABLE "register_changes" (
  "register_refresh_id" TEXT NOT NULL,
  "number" INTEGER NOT NULL,
  "kind" TEXT NOT NULL,
  "code" TEXT NOT NULL,
  "other" TEXT NOT NULL,
  "field" TEXT NOT NULL,
  "was" TEXT NOT NULL,
  "becomes" TEXT NOT NULL,
  CONSTRAINT "pk_register_changes" PRIMARY KEY ("register_refresh_id", "number"),
  CONSTRAINT "fk_register_changes_register_refreshes_register_refresh_id" FOREIGN KEY ("register_refresh_id") REFERENCES "register_refreshes" ("id") ON DELETE CASCADE
);

CREATE INDEX "ix_register_changes_code" ON "register_changes" ("code");

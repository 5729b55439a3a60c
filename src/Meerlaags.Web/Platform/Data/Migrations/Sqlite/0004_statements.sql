-- Statements: short thoughts from open texts, one position per party, and what people within a party find.
CREATE TABLE "statements" (
  "id" TEXT NOT NULL CONSTRAINT "pk_statements" PRIMARY KEY,
  "collaboration" TEXT NOT NULL,
  "round" TEXT NOT NULL,
  "number" INTEGER NOT NULL,
  "party" TEXT NOT NULL,
  "text" TEXT NOT NULL,
  "proposed_at" TEXT NOT NULL,
  "opened_at" TEXT NULL,
  "set_aside_at" TEXT NULL,
  "set_aside_by" TEXT NULL,
  "set_aside_reason" TEXT NULL,
  "joined_with" TEXT NULL,
  "version" INTEGER NOT NULL,
  CONSTRAINT "fk_statements_framing_rounds_round" FOREIGN KEY ("round") REFERENCES "framing_rounds" ("id") ON DELETE RESTRICT
);

CREATE TABLE "statement_points" (
  "point" TEXT NOT NULL,
  "statement_id" TEXT NOT NULL,
  CONSTRAINT "pk_statement_points" PRIMARY KEY ("statement_id", "point"),
  CONSTRAINT "fk_statement_points_statements_statement_id" FOREIGN KEY ("statement_id") REFERENCES "statements" ("id") ON DELETE CASCADE
);

CREATE TABLE "position_marks" (
  "party" TEXT NOT NULL,
  "statement_id" TEXT NOT NULL,
  CONSTRAINT "pk_position_marks" PRIMARY KEY ("statement_id", "party"),
  CONSTRAINT "fk_position_marks_statements_statement_id" FOREIGN KEY ("statement_id") REFERENCES "statements" ("id") ON DELETE CASCADE
);

CREATE TABLE "positions" (
  "id" TEXT NOT NULL CONSTRAINT "pk_positions" PRIMARY KEY,
  "collaboration" TEXT NOT NULL,
  "round" TEXT NOT NULL,
  "statement" TEXT NOT NULL,
  "party" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  CONSTRAINT "fk_positions_statements_statement" FOREIGN KEY ("statement") REFERENCES "statements" ("id") ON DELETE RESTRICT
);

CREATE TABLE "given_positions" (
  "number" INTEGER NOT NULL,
  "position_id" TEXT NOT NULL,
  "stance" TEXT NOT NULL,
  "moves" INTEGER NOT NULL,
  "adopted" INTEGER NOT NULL,
  "shown" TEXT NOT NULL,
  "by" TEXT NOT NULL,
  "at" TEXT NOT NULL,
  CONSTRAINT "pk_given_positions" PRIMARY KEY ("position_id", "number"),
  CONSTRAINT "fk_given_positions_positions_position_id" FOREIGN KEY ("position_id") REFERENCES "positions" ("id") ON DELETE CASCADE
);

CREATE TABLE "internal_votes" (
  "id" TEXT NOT NULL CONSTRAINT "pk_internal_votes" PRIMARY KEY,
  "collaboration" TEXT NOT NULL,
  "round" TEXT NOT NULL,
  "statement" TEXT NOT NULL,
  "party" TEXT NOT NULL,
  "person" TEXT NOT NULL,
  "stance" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  CONSTRAINT "fk_internal_votes_statements_statement" FOREIGN KEY ("statement") REFERENCES "statements" ("id") ON DELETE RESTRICT
);

CREATE UNIQUE INDEX "ix_statements_round_number" ON "statements" ("round", "number");
CREATE UNIQUE INDEX "ix_positions_statement_party" ON "positions" ("statement", "party");
CREATE INDEX "ix_positions_round" ON "positions" ("round");
CREATE UNIQUE INDEX "ix_internal_votes_statement_party_person" ON "internal_votes" ("statement", "party", "person");
CREATE INDEX "ix_internal_votes_round" ON "internal_votes" ("round");

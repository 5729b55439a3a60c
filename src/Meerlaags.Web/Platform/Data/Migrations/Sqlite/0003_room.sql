-- People together in one room: codes, guests, and what guests type while they wait.
ALTER TABLE "accounts" ADD COLUMN "guest_until" TEXT NULL;

CREATE TABLE "rooms" (
  "id" TEXT NOT NULL CONSTRAINT "pk_rooms" PRIMARY KEY,
  "collaboration" TEXT NOT NULL,
  "round" TEXT NOT NULL,
  "step" TEXT NOT NULL,
  "opened_at" TEXT NOT NULL,
  "ends_at" TEXT NOT NULL,
  "closed_at" TEXT NULL,
  "version" INTEGER NOT NULL,
  CONSTRAINT "fk_rooms_collaborations_collaboration" FOREIGN KEY ("collaboration") REFERENCES "collaborations" ("id") ON DELETE RESTRICT,
  CONSTRAINT "fk_rooms_framing_rounds_round" FOREIGN KEY ("round") REFERENCES "framing_rounds" ("id") ON DELETE RESTRICT
);

CREATE TABLE "room_codes" (
  "id" TEXT NOT NULL CONSTRAINT "pk_room_codes" PRIMARY KEY,
  "collaboration" TEXT NOT NULL,
  "room" TEXT NOT NULL,
  "party" TEXT NULL,
  "characters" TEXT NOT NULL,
  "ended_at" TEXT NULL,
  "version" INTEGER NOT NULL,
  CONSTRAINT "fk_room_codes_rooms_room" FOREIGN KEY ("room") REFERENCES "rooms" ("id") ON DELETE RESTRICT
);

CREATE TABLE "guests" (
  "id" TEXT NOT NULL CONSTRAINT "pk_guests" PRIMARY KEY,
  "collaboration" TEXT NOT NULL,
  "room" TEXT NOT NULL,
  "person" TEXT NOT NULL,
  "party" TEXT NULL,
  "state" TEXT NOT NULL,
  "joined_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  CONSTRAINT "fk_guests_rooms_room" FOREIGN KEY ("room") REFERENCES "rooms" ("id") ON DELETE RESTRICT
);

CREATE TABLE "guest_texts" (
  "id" TEXT NOT NULL CONSTRAINT "pk_guest_texts" PRIMARY KEY,
  "collaboration" TEXT NOT NULL,
  "round" TEXT NOT NULL,
  "person" TEXT NOT NULL,
  "party" TEXT NULL,
  "text" TEXT NOT NULL,
  "points" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  CONSTRAINT "fk_guest_texts_guests_id" FOREIGN KEY ("id") REFERENCES "guests" ("id") ON DELETE RESTRICT
);

CREATE INDEX "ix_rooms_collaboration" ON "rooms" ("collaboration");
CREATE INDEX "ix_rooms_round" ON "rooms" ("round");
CREATE UNIQUE INDEX "ix_room_codes_characters" ON "room_codes" ("characters");
CREATE INDEX "ix_room_codes_room" ON "room_codes" ("room");
CREATE UNIQUE INDEX "ix_guests_person" ON "guests" ("person");
CREATE INDEX "ix_guests_room" ON "guests" ("room");
CREATE INDEX "ix_guest_texts_round" ON "guest_texts" ("round");

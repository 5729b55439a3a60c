-- People together in one room: codes, guests, and what guests type while they wait.
ALTER TABLE accounts ADD COLUMN guest_until timestamp with time zone;

CREATE TABLE rooms (
  id uuid NOT NULL,
  collaboration uuid NOT NULL,
  round uuid NOT NULL,
  step character varying(40) NOT NULL,
  opened_at timestamp with time zone NOT NULL,
  ends_at timestamp with time zone NOT NULL,
  closed_at timestamp with time zone,
  version integer NOT NULL,
  CONSTRAINT pk_rooms PRIMARY KEY (id),
  CONSTRAINT fk_rooms_collaborations_collaboration FOREIGN KEY (collaboration) REFERENCES collaborations (id) ON DELETE RESTRICT,
  CONSTRAINT fk_rooms_framing_rounds_round FOREIGN KEY (round) REFERENCES framing_rounds (id) ON DELETE RESTRICT
);

CREATE TABLE room_codes (
  id uuid NOT NULL,
  collaboration uuid NOT NULL,
  room uuid NOT NULL,
  party uuid,
  characters character varying(6) NOT NULL,
  ended_at timestamp with time zone,
  version integer NOT NULL,
  CONSTRAINT pk_room_codes PRIMARY KEY (id),
  CONSTRAINT fk_room_codes_rooms_room FOREIGN KEY (room) REFERENCES rooms (id) ON DELETE RESTRICT
);

CREATE TABLE guests (
  id uuid NOT NULL,
  collaboration uuid NOT NULL,
  room uuid NOT NULL,
  person uuid NOT NULL,
  party uuid,
  state character varying(40) NOT NULL,
  joined_at timestamp with time zone NOT NULL,
  version integer NOT NULL,
  CONSTRAINT pk_guests PRIMARY KEY (id),
  CONSTRAINT fk_guests_rooms_room FOREIGN KEY (room) REFERENCES rooms (id) ON DELETE RESTRICT
);

CREATE TABLE guest_texts (
  id uuid NOT NULL,
  collaboration uuid NOT NULL,
  round uuid NOT NULL,
  person uuid NOT NULL,
  party uuid,
  text text NOT NULL,
  points text NOT NULL,
  version integer NOT NULL,
  CONSTRAINT pk_guest_texts PRIMARY KEY (id),
  CONSTRAINT fk_guest_texts_guests_id FOREIGN KEY (id) REFERENCES guests (id) ON DELETE RESTRICT
);

CREATE INDEX ix_rooms_collaboration ON rooms (collaboration);
CREATE INDEX ix_rooms_round ON rooms (round);
CREATE UNIQUE INDEX ix_room_codes_characters ON room_codes (characters);
CREATE INDEX ix_room_codes_room ON room_codes (room);
CREATE UNIQUE INDEX ix_guests_person ON guests (person);
CREATE INDEX ix_guests_room ON guests (room);
CREATE INDEX ix_guest_texts_round ON guest_texts (round);

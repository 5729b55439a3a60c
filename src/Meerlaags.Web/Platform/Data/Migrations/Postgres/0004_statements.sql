-- Statements: short thoughts from open texts, one position per party, and what people within a party find.
CREATE TABLE statements (
  id uuid NOT NULL,
  collaboration uuid NOT NULL,
  round uuid NOT NULL,
  number integer NOT NULL,
  party uuid NOT NULL,
  text text NOT NULL,
  proposed_at timestamp with time zone NOT NULL,
  opened_at timestamp with time zone,
  set_aside_at timestamp with time zone,
  set_aside_by uuid,
  set_aside_reason text,
  joined_with uuid,
  version integer NOT NULL,
  CONSTRAINT pk_statements PRIMARY KEY (id),
  CONSTRAINT fk_statements_framing_rounds_round FOREIGN KEY (round) REFERENCES framing_rounds (id) ON DELETE RESTRICT
);

CREATE TABLE statement_points (
  point uuid NOT NULL,
  statement_id uuid NOT NULL,
  CONSTRAINT pk_statement_points PRIMARY KEY (statement_id, point),
  CONSTRAINT fk_statement_points_statements_statement_id FOREIGN KEY (statement_id) REFERENCES statements (id) ON DELETE CASCADE
);

CREATE TABLE position_marks (
  party uuid NOT NULL,
  statement_id uuid NOT NULL,
  CONSTRAINT pk_position_marks PRIMARY KEY (statement_id, party),
  CONSTRAINT fk_position_marks_statements_statement_id FOREIGN KEY (statement_id) REFERENCES statements (id) ON DELETE CASCADE
);

CREATE TABLE positions (
  id uuid NOT NULL,
  collaboration uuid NOT NULL,
  round uuid NOT NULL,
  statement uuid NOT NULL,
  party uuid NOT NULL,
  version integer NOT NULL,
  CONSTRAINT pk_positions PRIMARY KEY (id),
  CONSTRAINT fk_positions_statements_statement FOREIGN KEY (statement) REFERENCES statements (id) ON DELETE RESTRICT
);

CREATE TABLE given_positions (
  number integer NOT NULL,
  position_id uuid NOT NULL,
  stance character varying(40) NOT NULL,
  moves boolean NOT NULL,
  adopted boolean NOT NULL,
  shown text NOT NULL,
  by uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  CONSTRAINT pk_given_positions PRIMARY KEY (position_id, number),
  CONSTRAINT fk_given_positions_positions_position_id FOREIGN KEY (position_id) REFERENCES positions (id) ON DELETE CASCADE
);

CREATE TABLE internal_votes (
  id uuid NOT NULL,
  collaboration uuid NOT NULL,
  round uuid NOT NULL,
  statement uuid NOT NULL,
  party uuid NOT NULL,
  person uuid NOT NULL,
  stance character varying(40) NOT NULL,
  version integer NOT NULL,
  CONSTRAINT pk_internal_votes PRIMARY KEY (id),
  CONSTRAINT fk_internal_votes_statements_statement FOREIGN KEY (statement) REFERENCES statements (id) ON DELETE RESTRICT
);

CREATE UNIQUE INDEX ix_statements_round_number ON statements (round, number);
CREATE UNIQUE INDEX ix_positions_statement_party ON positions (statement, party);
CREATE INDEX ix_positions_round ON positions (round);
CREATE UNIQUE INDEX ix_internal_votes_statement_party_person ON internal_votes (statement, party, person);
CREATE INDEX ix_internal_votes_round ON internal_votes (round);

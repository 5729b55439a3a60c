-- Organisations that go over into others on a day, and who goes on at the seat of a party whose organisation ended.
CREATE TABLE successions (
  id uuid NOT NULL,
  "on" date NOT NULL,
  source text NOT NULL,
  note text NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  recorded_by uuid,
  taken_back text,
  version integer NOT NULL,
  CONSTRAINT pk_successions PRIMARY KEY (id)
);

CREATE TABLE succession_predecessors (
  succession_id uuid NOT NULL,
  organisation uuid NOT NULL,
  CONSTRAINT pk_succession_predecessors PRIMARY KEY (succession_id, organisation),
  CONSTRAINT fk_succession_predecessors_successions_succession_id FOREIGN KEY (succession_id) REFERENCES successions (id) ON DELETE CASCADE
);

CREATE TABLE succession_successors (
  succession_id uuid NOT NULL,
  organisation uuid NOT NULL,
  CONSTRAINT pk_succession_successors PRIMARY KEY (succession_id, organisation),
  CONSTRAINT fk_succession_successors_successions_succession_id FOREIGN KEY (succession_id) REFERENCES successions (id) ON DELETE CASCADE
);

CREATE INDEX ix_succession_predecessors_organisation ON succession_predecessors (organisation);
CREATE INDEX ix_succession_successors_organisation ON succession_successors (organisation);

ALTER TABLE parties ADD COLUMN heir_organisation uuid;
ALTER TABLE parties ADD COLUMN heir_name text;

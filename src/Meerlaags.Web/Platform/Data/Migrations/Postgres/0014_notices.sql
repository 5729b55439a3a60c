-- Of what people are told, person by person, and when they read it.
CREATE TABLE notices (
  person uuid NOT NULL,
  collaboration uuid NOT NULL,
  number bigint NOT NULL,
  id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  more integer NOT NULL,
  read_at timestamp with time zone,
  CONSTRAINT pk_notices PRIMARY KEY (person, collaboration, number)
);

CREATE INDEX ix_notices_person_at ON notices (person, at);
CREATE INDEX ix_notices_person_collaboration ON notices (person, collaboration) WHERE read_at IS NULL;
CREATE UNIQUE INDEX ix_notices_id ON notices (id);

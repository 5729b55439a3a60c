-- What people find of points: the same or not, by whom; names for points that are the same; differences in the words of people.
ALTER TABLE same_points ADD COLUMN finding character varying(40) NOT NULL DEFAULT 'Same';
ALTER TABLE same_points ALTER COLUMN finding DROP DEFAULT;
ALTER TABLE same_points ADD COLUMN party uuid;

ALTER TABLE framing_rounds ADD COLUMN point_names text NOT NULL DEFAULT '[]';

CREATE TABLE noted_differences (
  id uuid NOT NULL,
  collaboration uuid NOT NULL,
  round uuid NOT NULL,
  aspect text NOT NULL,
  verdict character varying(40) NOT NULL,
  finding text,
  about text NOT NULL,
  words text NOT NULL,
  sides text NOT NULL,
  by uuid NOT NULL,
  party uuid,
  at timestamp with time zone NOT NULL,
  withdrawn_at timestamp with time zone,
  version integer NOT NULL,
  CONSTRAINT pk_noted_differences PRIMARY KEY (id),
  CONSTRAINT fk_noted_differences_framing_rounds_round FOREIGN KEY (round) REFERENCES framing_rounds (id) ON DELETE RESTRICT
);

CREATE INDEX ix_noted_differences_round ON noted_differences (round);

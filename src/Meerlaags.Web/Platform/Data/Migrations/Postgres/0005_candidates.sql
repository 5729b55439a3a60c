-- Towards one text: several candidates, critique, an order per party, precision, a shared dream, and whether the table still fits.
ALTER TABLE framing_rounds ADD COLUMN format character varying(40) NOT NULL DEFAULT 'WriteFirst';
ALTER TABLE framing_rounds ADD COLUMN met_at timestamp with time zone;
ALTER TABLE framing_rounds ADD COLUMN met_by uuid;
ALTER TABLE framing_rounds ADD COLUMN dreams text NOT NULL DEFAULT '[]';
ALTER TABLE formulations ADD COLUMN degree character varying(40);
ALTER TABLE consents ADD COLUMN degree character varying(40);
ALTER TABLE candidate_texts ADD COLUMN number integer NOT NULL DEFAULT 1;
ALTER TABLE candidate_texts ADD COLUMN name text NOT NULL DEFAULT '';
ALTER TABLE candidate_texts ADD COLUMN started_by uuid;
ALTER TABLE candidate_texts ADD COLUMN copy_of uuid;
ALTER TABLE candidate_texts ADD COLUMN on_points_of uuid;
ALTER TABLE candidate_texts ADD COLUMN critique_opened_at timestamp with time zone;
ALTER TABLE candidate_texts ADD COLUMN judgements text NOT NULL DEFAULT '[]';
ALTER TABLE text_versions ADD COLUMN candidate uuid CONSTRAINT fk_text_versions_candidate_texts_candidate REFERENCES candidate_texts (id) ON DELETE RESTRICT;
ALTER TABLE text_versions ADD COLUMN advised text NOT NULL DEFAULT '[]';
ALTER TABLE text_versions ADD COLUMN choice_reason text NOT NULL DEFAULT '';
ALTER TABLE text_versions ADD COLUMN table_fits text NOT NULL DEFAULT '[]';

UPDATE text_versions SET candidate = (SELECT id FROM candidate_texts WHERE candidate_texts.round = text_versions.round);

CREATE TABLE critiques (
  id uuid NOT NULL,
  collaboration uuid NOT NULL,
  round uuid NOT NULL,
  candidate uuid NOT NULL,
  party uuid NOT NULL,
  works text NOT NULL,
  lacks text NOT NULL,
  harms text NOT NULL,
  proposals text NOT NULL,
  answers text NOT NULL,
  version integer NOT NULL,
  CONSTRAINT pk_critiques PRIMARY KEY (id),
  CONSTRAINT fk_critiques_framing_rounds_round FOREIGN KEY (round) REFERENCES framing_rounds (id) ON DELETE RESTRICT,
  CONSTRAINT fk_critiques_candidate_texts_candidate FOREIGN KEY (candidate) REFERENCES candidate_texts (id) ON DELETE RESTRICT
);

CREATE TABLE candidate_rankings (
  id uuid NOT NULL,
  collaboration uuid NOT NULL,
  round uuid NOT NULL,
  party uuid NOT NULL,
  places text NOT NULL,
  at timestamp with time zone NOT NULL,
  version integer NOT NULL,
  CONSTRAINT pk_candidate_rankings PRIMARY KEY (id),
  CONSTRAINT fk_candidate_rankings_framing_rounds_round FOREIGN KEY (round) REFERENCES framing_rounds (id) ON DELETE RESTRICT
);

DROP INDEX ix_candidate_texts_round;
CREATE UNIQUE INDEX ix_candidate_texts_round_number ON candidate_texts (round, number);
CREATE INDEX ix_text_versions_candidate ON text_versions (candidate);
CREATE UNIQUE INDEX ix_critiques_candidate_party ON critiques (candidate, party);
CREATE INDEX ix_critiques_round ON critiques (round);
CREATE UNIQUE INDEX ix_candidate_rankings_round_party ON candidate_rankings (round, party);

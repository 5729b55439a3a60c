-- Seats from a day until a day; who leads beside the facilitator; words that were other before; who may know; how often to look again; the archive.
ALTER TABLE parties ADD COLUMN seat_terms text NOT NULL DEFAULT '[]';
ALTER TABLE parties ADD COLUMN is_shown boolean NOT NULL DEFAULT false;

ALTER TABLE memberships ADD COLUMN leads_since timestamp with time zone;

ALTER TABLE collaborations ADD COLUMN wordings text NOT NULL DEFAULT '[]';
ALTER TABLE collaborations ADD COLUMN is_shown boolean NOT NULL DEFAULT false;
ALTER TABLE collaborations ADD COLUMN review_rhythm character varying(40) NOT NULL DEFAULT 'None';
ALTER TABLE collaborations ADD COLUMN archived_at timestamp with time zone;
ALTER TABLE collaborations ADD COLUMN archivings text NOT NULL DEFAULT '[]';

ALTER TABLE journal_chains ADD COLUMN closed_at timestamp with time zone;

CREATE TABLE shown_seats (
  party uuid NOT NULL,
  collaboration uuid NOT NULL,
  organisation uuid NOT NULL,
  challenge text NOT NULL,
  region text NOT NULL,
  CONSTRAINT pk_shown_seats PRIMARY KEY (party)
);

CREATE INDEX ix_shown_seats_collaboration ON shown_seats (collaboration);
CREATE INDEX ix_shown_seats_organisation ON shown_seats (organisation);

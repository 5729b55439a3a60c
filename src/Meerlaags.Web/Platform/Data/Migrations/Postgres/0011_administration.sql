-- Looking after accounts, reviews of rights, and verifications of the journal that are kept.
ALTER TABLE accounts ADD COLUMN blocked_at timestamp with time zone;
ALTER TABLE accounts ADD COLUMN last_signed_in_at timestamp with time zone;
ALTER TABLE personal_tokens ADD COLUMN last_used_at timestamp with time zone;

CREATE TABLE account_decisions (
  id uuid NOT NULL,
  person uuid NOT NULL,
  measure character varying(40) NOT NULL,
  reason text NOT NULL,
  at timestamp with time zone NOT NULL,
  by uuid,
  version integer NOT NULL,
  CONSTRAINT pk_account_decisions PRIMARY KEY (id)
);

CREATE INDEX ix_account_decisions_person ON account_decisions (person);

CREATE TABLE access_reviews (
  id uuid NOT NULL,
  started_at timestamp with time zone NOT NULL,
  started_by uuid NOT NULL,
  signed_at timestamp with time zone,
  signed_by uuid,
  signed_name text NOT NULL,
  next_on date,
  version integer NOT NULL,
  CONSTRAINT pk_access_reviews PRIMARY KEY (id)
);

CREATE TABLE access_review_rows (
  access_review_id uuid NOT NULL,
  number integer NOT NULL,
  kind character varying(40) NOT NULL,
  person uuid NOT NULL,
  token uuid,
  scopes text NOT NULL,
  last_used_at timestamp with time zone,
  facilitates integer NOT NULL,
  represents integer NOT NULL,
  holds_office integer NOT NULL,
  observes integer NOT NULL,
  verdict character varying(40),
  reason text NOT NULL,
  CONSTRAINT pk_access_review_rows PRIMARY KEY (access_review_id, number),
  CONSTRAINT fk_access_review_rows_access_reviews_access_review_id FOREIGN KEY (access_review_id) REFERENCES access_reviews (id) ON DELETE CASCADE
);

CREATE TABLE journal_checks (
  id uuid NOT NULL,
  started_at timestamp with time zone NOT NULL,
  started_by uuid,
  total integer NOT NULL,
  done integer NOT NULL,
  seen_at timestamp with time zone NOT NULL,
  ended_at timestamp with time zone,
  state character varying(40) NOT NULL,
  broken text NOT NULL,
  CONSTRAINT pk_journal_checks PRIMARY KEY (id)
);

CREATE INDEX ix_journal_checks_started_at ON journal_checks (started_at);

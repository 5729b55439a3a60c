-- A newer register as a dated difference that an administrator takes over or not.
CREATE TABLE register_refreshes (
  id uuid NOT NULL,
  "on" date NOT NULL,
  source text NOT NULL,
  proposed_at timestamp with time zone NOT NULL,
  proposed_by uuid NOT NULL,
  not_mentioned integer NOT NULL,
  decision_approved boolean,
  decision_at timestamp with time zone,
  decision_by uuid,
  decision_reason text,
  version integer NOT NULL,
  CONSTRAINT pk_register_refreshes PRIMARY KEY (id)
);

CREATE TABLE register_files (
  register_refresh_id uuid NOT NULL,
  name text NOT NULL,
  hash text NOT NULL,
  text text NOT NULL,
  CONSTRAINT pk_register_files PRIMARY KEY (register_refresh_id, name),
  CONSTRAINT fk_register_files_register_refreshes_register_refresh_id FOREIGN KEY (register_refresh_id) REFERENCES register_refreshes (id) ON DELETE CASCADE
);

CREATE TABLE register_changes (
  register_refresh_id uuid NOT NULL,
  number integer NOT NULL,
  kind character varying(40) NOT NULL,
  code text NOT NULL,
  other text NOT NULL,
  field text NOT NULL,
  was text NOT NULL,
  becomes text NOT NULL,
  CONSTRAINT pk_register_changes PRIMARY KEY (register_refresh_id, number),
  CONSTRAINT fk_register_changes_register_refreshes_register_refresh_id FOREIGN KEY (register_refresh_id) REFERENCES register_refreshes (id) ON DELETE CASCADE
);

CREATE INDEX ix_register_changes_code ON register_changes (code);

-- Regions as sets of organisations, valid in time; where a municipality lies.
ALTER TABLE organisations ADD COLUMN longitude double precision;
ALTER TABLE organisations ADD COLUMN latitude double precision;

CREATE TABLE regions (
  id uuid NOT NULL,
  kind text NOT NULL,
  code text NOT NULL,
  name text NOT NULL,
  tooi_id text NOT NULL,
  source text NOT NULL,
  verified text NOT NULL,
  note text NOT NULL,
  ends_on date,
  version integer NOT NULL,
  CONSTRAINT pk_regions PRIMARY KEY (id)
);

CREATE TABLE region_members (
  region_id uuid NOT NULL,
  organisation uuid NOT NULL,
  "time" integer NOT NULL,
  "from" date,
  until date,
  verified text NOT NULL,
  CONSTRAINT pk_region_members PRIMARY KEY (region_id, organisation, "time"),
  CONSTRAINT fk_region_members_regions_region_id FOREIGN KEY (region_id) REFERENCES regions (id) ON DELETE CASCADE
);

CREATE UNIQUE INDEX ix_regions_code ON regions (code);
CREATE INDEX ix_region_members_organisation ON region_members (organisation);

-- Boundaries for the map, as files gave them.
CREATE TABLE boundary_sets (
  id uuid NOT NULL,
  layer character varying(40) NOT NULL,
  valid_on date NOT NULL,
  attribution text NOT NULL,
  licence text NOT NULL,
  file_name text NOT NULL,
  file_hash text NOT NULL,
  count integer NOT NULL,
  imported_at timestamp with time zone NOT NULL,
  imported_by uuid NOT NULL,
  taken_back text,
  version integer NOT NULL,
  CONSTRAINT pk_boundary_sets PRIMARY KEY (id)
);

CREATE TABLE boundaries (
  set_id uuid NOT NULL,
  code text NOT NULL,
  path text NOT NULL,
  CONSTRAINT pk_boundaries PRIMARY KEY (set_id, code),
  CONSTRAINT fk_boundaries_boundary_sets_set_id FOREIGN KEY (set_id) REFERENCES boundary_sets (id) ON DELETE CASCADE
);
